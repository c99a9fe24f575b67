import RequestModel
import Statistics

/// The statutes that agencies cite, as they write them; each list is a menu from which an agency keeps its habits.
enum LegalProcess {
  static func emergency(_ country: Country) -> [String] {
    switch country.code {
    case "US":
      [
        "18 U.S.C. § 2702(b)(8)", "18 USC 2702(b)(8)", "18 U.S.C. § 2702(c)(4)", "18 USC 2702 (b)(8) and (c)(4)",
        "18 U.S.C. Section 2702(b)(8), (c)(4)",
      ]
    case "GB": ["Investigatory Powers Act 2016, s. 61", "IPA 2016 s.61", "Data Protection Act 2018, Sch. 2 para. 2"]
    case "CA": ["Criminal Code, s. 487.11", "PIPEDA s. 7(3)(e)", "Criminal Code s. 184.4"]
    case "AU": ["Telecommunications Act 1997 s 287", "Telecommunications Act 1997, section 287"]
    case "DE": ["§ 34 StGB", "§ 100j StPO", "§ 8 PolG", "§ 20 Abs. 1 PolG"]
    case "AT": ["§ 53 Abs. 3a SPG", "§ 53 SPG"]
    case "CH": ["Art. 35 BÜPF", "art. 35 LSCPT"]
    case "FR", "BE": ["art. 60-1 CPP", "art. 223-6 Code pénal", "art. 46bis CIC"]
    case "IT": ["art. 132 D.Lgs. 196/2003", "art. 55 c.p.p.", "art. 54 c.p."]
    case "ES": ["art. 588 ter m LECrim", "Ley 25/2007, art. 6"]
    case "PT": ["Lei 109/2009, art. 14", "art. 252-A CPP"]
    case "BR": ["CPP art. 13-B", "Lei 12.965/2014, art. 10"]
    case "IN": ["IT Act 2000, s. 69", "s. 91 CrPC", "BNSS s. 94"]
    case "JP": ["Penal Code art. 37", "Code of Criminal Procedure art. 197"]
    default: ["Code of Criminal Procedure, emergency provisions", "Police Act, s. 12", "Criminal Procedure Act s. 40"]
    }
  }

  static func routine(_ country: Country) -> [String] {
    switch country.code {
    case "US":
      ["18 U.S.C. § 2703(d)", "18 USC 2703(c)(2)", "18 U.S.C. § 2703(a)", "18 U.S.C. § 2703(f)", "18 U.S.C. § 3123"]
    case "GB": ["Investigatory Powers Act 2016, Part 3", "Police and Criminal Evidence Act 1984, Sch. 1", "COPO, s. 1"]
    case "CA": ["Criminal Code, s. 487.014", "Criminal Code s. 487.012", "Criminal Code, s. 492.2"]
    case "AU": ["Crimes Act 1914 s 3LA", "TIA Act 1979 s 180"]
    case "DE": ["§ 100j StPO", "§ 100k StPO", "§ 95 StPO", "§ 161 StPO"]
    case "AT": ["§ 76a StPO", "§ 135 StPO"]
    case "CH": ["Art. 265 StPO", "art. 265 CPP"]
    case "FR", "BE": ["art. 77-1-1 CPP", "art. 60-2 CPP", "art. 99-3 CPP", "art. 46bis CIC"]
    case "IT": ["art. 256 c.p.p.", "art. 132 D.Lgs. 196/2003", "art. 254-bis c.p.p."]
    case "ES": ["art. 588 ter j LECrim", "art. 588 ter k LECrim", "art. 588 sexies LECrim"]
    case "PT": ["Lei 109/2009, art. 14", "Lei 109/2009, art. 12", "art. 187 CPP"]
    case "BR": ["Lei 12.965/2014, art. 22", "Lei 12.850/2013, art. 15", "CPP art. 6"]
    case "IN": ["s. 91 CrPC", "BNSS s. 94", "IT Act 2000, s. 69B"]
    default:
      ["Code of Criminal Procedure, s. 91", "Criminal Procedure Act s. 205", "Evidence Act, s. 30", "MLAT request"]
    }
  }

  /// Case-number shapes: `#` a digit, `%` the year in two digits, `$` in four, `@` a letter of the agency's own.
  static func caseShapes(_ country: Country) -> [String] {
    switch country.law {
    case .unitedStates:
      ["%-######", "$-########", "@@-%-#####", "@@PD%######", "%@########", "@@@-$-#####", "%-#####-@"]
    case .common:
      ["@@/#####/%", "########/%", "@@@%#######", "$/####", "@@ ###### %", "CR-##-%-####"]
    case .civil:
      switch country.languages[0].language {
      case .de: ["### Js #####/%", "@@-######-%/#", "ST/#######/$", "Tgb. ####/%"]
      case .fr: ["PV $/######", "#####/#####/$", "@@ ######/%", "COB $-####"]
      case .it: ["N. ####/% RGNR", "#####/$ R.G.", "Prot. #####/%", "@@/####/$"]
      case .es: ["####/$", "DP ###/$", "AT-######/%", "NUM ######-%"]
      case .pt: ["IP ###/$", "####-##.$.#.##.####", "NUIPC ###/%.#@@@@", "Of. ####/$"]
      case .en: ["@@-$-######", "#######/%", "####-#####-%", "@########"]
      }
    }
  }

  /// Relative weights of the request types other than emergency, by law family.
  static func mix(_ law: LawFamily) -> [(type: RequestType, weight: Double)] {
    switch law {
    case .unitedStates:
      [
        (.searchWarrant, 0.52), (.subpoena, 0.24), (.courtOrder, 0.03), (.penRegister, 0.03), (.wiretap, 0.003),
        (.preservation, 0.14), (.freeze, 0.012), (.other, 0.02),
      ]
    case .common:
      [
        (.courtOrder, 0.42), (.searchWarrant, 0.12), (.subpoena, 0.06), (.preservation, 0.2), (.mlat, 0.03),
        (.freeze, 0.02), (.other, 0.15),
      ]
    case .civil:
      [
        (.courtOrder, 0.5), (.searchWarrant, 0.06), (.preservation, 0.17), (.mlat, 0.03), (.epoc, 0.02),
        (.freeze, 0.02), (.other, 0.2),
      ]
    }
  }

  /// Writes a case number in a shape.
  static func caseNumber(shape: String, prefix: String, year: Int, _ random: inout SeededGenerator) -> String {
    var result = ""
    var letters = Array(prefix.unicodeScalars)[...]
    for scalar in shape.unicodeScalars {
      switch scalar {
      case "#": result.unicodeScalars.append(Unicode.Scalar(UInt8(48 + random.below(10))))
      case "%": result += (year % 100 < 10 ? "0" : "") + String(year % 100)
      case "$": result += String(year)
      case "@": result.unicodeScalars.append(letters.popFirst() ?? "X")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
