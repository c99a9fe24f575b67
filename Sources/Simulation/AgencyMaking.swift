import RequestModel
import Statistics

/// Makes agencies: size, kind, habits.
///
/// Every draw comes from the agency's own stream.
struct AgencyMaking {
  let parameters: SimulationParameters
  let style: WorldStyle
  let countries: [Country]
  let first: Int32
  let last: Int32

  func make(index: Int, country position: Int, clock: Int, random source: SeededGenerator) -> Agency {
    var random = source
    let country = countries[position]
    var agency = Agency()
    agency.index = index
    agency.key = random.key
    agency.country = position
    agency.clock = clock
    agency.id = country.code.lowercased() + "-" + padded(index)
    // Half of all agencies have fewer than ten officers, one in sixteen a hundred or more.
    agency.officers = max(1, Int(random.logNormal(median: 9.7, sigma: 1.5)))
    agency.languages = languages(of: country, &random)
    let language = agency.languages[0].language
    agency.place = Names.place(language, &random)
    agency.type = kind(country, &random)
    agency.name = title(agency, language, country)
    identity(&agency, country, &random)
    volume(&agency, country, &random)
    ways(&agency, &random)
    content(&agency, country, &random)
    gaps(&agency, &random)
    agency.senders = staff(of: agency, language: language, country: country, random: source.split("staff"))
    return agency
  }

  private func padded(_ n: Int) -> String {
    let digits = String(n)
    return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }

  private func languages(
    of country: Country, _ random: inout SeededGenerator
  ) -> [(language: Language, weight: Double)] {
    let wanted = parameters.languages
    var known = country.languages.filter { wanted.isEmpty || wanted.contains($0.language.code) }
    if known.isEmpty { known = [(.en, 1)] }
    let main = random.index(weights: known.map(\.weight))
    let mixes = !parameters.excluding.contains(.multilingual) && random.chance(0.35)
    guard known.count > 1, mixes else { return [(known[main].language, 1)] }
    return [(known[main].language, 0.7)]
      + known.indices.filter { $0 != main }.map { (known[$0].language, 0.3 / Double(known.count - 1)) }
  }

  private func kind(_ country: Country, _ random: inout SeededGenerator) -> AgencyType {
    let kinds: [AgencyType] = [.local, .county, .state, .federal, .prosecutor, .court, .military, .other]
    let weights: [Double] =
      country.law == .unitedStates
      ? [0.58, 0.17, 0.06, 0.05, 0.08, 0.03, 0.01, 0.02] : [0.36, 0.08, 0.25, 0.12, 0.11, 0.05, 0.01, 0.02]
    return kinds[random.index(weights: weights)]
  }

  private func title(_ agency: Agency, _ language: Language, _ country: Country) -> String {
    let names: [String] =
      switch language {
      case .en: ["Police Department", "County Sheriff", "State Police", "Federal Bureau", "District Attorney", "Court"]
      case .it: ["Questura", "Carabinieri", "Polizia di Stato", "Polizia Postale", "Procura", "Tribunale"]
      case .de:
        [
          "Polizeiinspektion", "Kreispolizei", "Landeskriminalamt", "Bundespolizei", "Staatsanwaltschaft",
          "Amtsgericht",
        ]
      case .fr: ["Commissariat", "Gendarmerie", "Police judiciaire", "Office central", "Parquet", "Tribunal"]
      case .es: ["Policía Local", "Comandancia", "Jefatura Superior", "Policía Nacional", "Fiscalía", "Juzgado"]
      case .pt:
        ["Delegacia", "Polícia Municipal", "Polícia Civil", "Polícia Judiciária", "Ministério Público", "Tribunal"]
      }
    let kind = min(5, Int(agency.type.rawValue))
    return language == .en ? agency.place + " " + names[kind] : names[kind] + " " + agency.place
  }

  private func identity(_ agency: inout Agency, _ country: Country, _ random: inout SeededGenerator) {
    let stem = Names.ascii(agency.place)
    let tag = random.pick(["police", "pd", "le", "justice", "crime-unit", "office"])
    let number = agency.index + 1
    agency.domain =
      "\(stem)-\(tag)\(number).\(random.chance(0.5) ? "example" : country.code.lowercased() + "-gov.example")"
    if agency.domain.hasSuffix("-gov.example") {
      agency.domain = "\(stem)\(number)-\(tag)-\(country.code.lowercased())gov.example"
    }
    agency.mainPhone = country.dial + " " + Names.digits(7, &random)
    let language = agency.languages[0].language
    agency.supervisors = (0..<max(1, min(5, agency.officers / 15 + 1))).map { _ in
      let phone = random.chance(0.5) ? agency.mainPhone : country.dial + " " + Names.digits(7, &random)
      return (Names.person(language, &random), phone)
    }
    agency.caseShape = random.pick(LegalProcess.caseShapes(country))
    agency.casePrefix = String((0..<4).map { _ in Character(Unicode.Scalar(UInt8(65 + random.below(26)))) })
    if random.chance(0.012) {
      agency.sharedReply = agency.casePrefix.lowercased() + Names.digits(5, &random) + "@" + FreeMail.pick(&random)
    } else if random.chance(0.15) {
      agency.sharedReply = random.pick(["records", "warrants", "cyber", "dispatch"])
    }
    if random.chance(0.1) { agency.returnDomain = "mail-relay-\(random.below(12)).example" }
    switch random.below(10) {
    case 0:
      (agency.spf, agency.dkim, agency.dmarc) = (
        MailAuthentication.none, MailAuthentication.none, MailAuthentication.none
      )
    case 1, 2: (agency.spf, agency.dkim, agency.dmarc) = (.pass, MailAuthentication.none, MailAuthentication.none)
    case 3: (agency.spf, agency.dkim, agency.dmarc) = (.softfail, .pass, .pass)
    default: break
    }
    agency.accountsByID = random.chance(0.04)
    agency.asn = Networks.provider(&random)
    agency.egress = random.chance(0.03) ? random.pick(countries).code : country.code
    agency.isUnresolved = random.chance(0.015)
    agency.mobileASN = 65_000 + position(of: country.code) * 4 + random.below(4)
    agency.network = random.below(16_384)
  }

  private func position(of code: String) -> Int { countries.firstIndex { $0.code == code } ?? 0 }

  private func volume(_ agency: inout Agency, _ country: Country, _ random: inout SeededGenerator) {
    agency.rate = power(Double(agency.officers), 0.8) * random.gamma(shape: 2, scale: 0.5)
    if agency.type == .federal || agency.type == .state { agency.rate *= 2.5 }
    var mean = country.emergencyShare
    switch agency.type {
    case .prosecutor, .court: mean *= 0.3
    case .federal: mean *= 0.7
    default: break
    }
    agency.emergencyShare = random.beta(mean: min(0.95, mean), concentration: 7)
    let aroundTheClock = random.chance(agency.officers > 60 ? 0.5 : 0.2)
    agency.weekendRoutine =
      aroundTheClock ? random.beta(mean: 0.5, concentration: 12) : random.beta(mean: 0.08, concentration: 20)
    agency.weekendEmergency = aroundTheClock ? 0.9 : random.beta(mean: 0.45, concentration: 8)
  }

  private func ways(_ agency: inout Agency, _ random: inout SeededGenerator) {
    agency.paperShare = random.beta(mean: 0.06, concentration: 6)
    agency.faxOfPaper = random.uniform()
    agency.portalShare = random.beta(mean: 0.94, concentration: 30)
    agency.usesAPI = agency.officers > 150 && random.chance(0.2)
    let length = last - first + 1
    let when = random.uniform()
    if when < style.portalBefore {
      agency.portalDay = first - 400
    } else if when < style.portalBefore + 0.12, !parameters.excluding.contains(.portalMove) {
      agency.portalDay = first + Int32(random.below(Int(length)))
    }
    agency.formDay = style.formDay
  }

  private func content(_ agency: inout Agency, _ country: Country, _ random: inout SeededGenerator) {
    let mix = LegalProcess.mix(country.law)
    var weights = [Double](repeating: 0, count: RequestType.allCases.count)
    for entry in mix { weights[Int(entry.type.rawValue)] = entry.weight * 9 }
    if agency.type == .prosecutor { weights[Int(RequestType.subpoena.rawValue)] += 5 }
    if agency.type == .court { weights[Int(RequestType.courtOrder.rawValue)] += 12 }
    agency.typeMix = random.dirichlet(weights)
    agency.natureMix = random.dirichlet([2.2, 2.4, 0.6, 1.3, 0.15, 0.4, 0.7])
    agency.targetMix = random.dirichlet([1.2, 1.6, 2.6, 1.4, 0.8, 0.5, 0.3, 0.4, 0.1])
    agency.platformMix = random.dirichlet(style.platformWeights)
    agency.categoryHabit = [0.9, 0.55, 0.25, 0.2, 0.1, 0.15, 0.2, 0.05].map {
      random.beta(mean: $0, concentration: 8)
    }
    agency.local = random.beta(mean: 0.94, concentration: 25)
    let urgent = LegalProcess.emergency(country)
    let routine = LegalProcess.routine(country)
    agency.emergencyCitations = (0..<(1 + random.below(2))).map { _ in random.pick(urgent) }
    agency.routineCitations = (0..<(1 + random.below(3))).map { _ in random.pick(routine) }
    agency.deadlines = (0..<3).map { _ in random.pick([15, 20, 30, 30, 45, 60, 60, 60, 120, 120, 180, 240, 480, 1_440])
    }
    agency.statesDeadline = random.beta(mean: 0.4, concentration: 2)
    agency.templates = [(first - 100_000, random.next())]
    agency.coverSheets = random.chance(0.3) ? 0.8 : 0
  }

  private func gaps(_ agency: inout Agency, _ random: inout SeededGenerator) {
    agency.statesTimezone = random.chance(0.92)
    agency.writesLocalOffset = random.chance(agency.statesTimezone ? 0.5 : 0.8)
    agency.presence = Agency.Gap.allCases.map { gap in
      let never: Double =
        switch gap {
        case .subject, .body: 0.03
        case .natures, .categories, .caseNumber: 0.05
        default: 0.15
        }
      return random.chance(never) ? 0 : random.beta(mean: 0.95, concentration: 20)
    }
  }
}
