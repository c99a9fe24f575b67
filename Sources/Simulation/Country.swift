import RequestModel

/// A language that letters are written in.
enum Language: UInt8, CaseIterable, Sendable {
  case en, it, de, fr, es, pt
  var code: String { "\(self)" }
}

/// Which kind of legal process a country's agencies serve.
enum LawFamily: UInt8, Sendable {
  case unitedStates, common, civil
}

/// What the simulator knows of a country: calibrated to published transparency figures where these exist.
struct Country: Sendable {
  var code: String
  var languages: [(language: Language, weight: Double)]
  var zones: [(zone: Zone, weight: Double)]
  /// Mean share of emergency requests among an agency's requests.
  var emergencyShare: Double
  /// Share of emergency requests answered with data.
  var produced: Double
  var law: LawFamily
  /// What its telephone numbers begin with; none of them can be dialled.
  var dial: String
  /// 0 Monday … 6 Sunday.
  var weekend: [Int] = [5, 6]
  var holidays: [HolidayRule]
}

extension Country {
  private static func zone(_ name: String, _ hours: Double, _ rule: ClockRule = .none) -> Zone {
    Zone(name: name, standard: Int(hours * 60), rule: rule)
  }

  private static let christian: [HolidayRule] = [
    .fixed(1, 1), .easter(1), .fixed(5, 1), .fixed(12, 25), .fixed(12, 26),
  ]
  private static let latin: [HolidayRule] = [
    .fixed(1, 1), .easter(-2), .fixed(5, 1), .fixed(11, 1), .fixed(12, 8), .fixed(12, 25),
  ]

  private static func simple(
    _ code: String, _ language: Language, _ zone: Zone, _ share: Double, _ produced: Double, _ law: LawFamily,
    dial: String, weekend: [Int] = [5, 6], holidays: [HolidayRule]
  ) -> Country {
    Country(
      code: code, languages: [(language, 1)], zones: [(zone, 1)], emergencyShare: share, produced: produced, law: law,
      dial: dial, weekend: weekend, holidays: holidays)
  }

  /// In falling order of requests; the simulator's Zipf law runs down this list.
  static let all: [Country] = large + european + others

  private static let large: [Country] = [
    Country(
      code: "US", languages: [(.en, 1)],
      zones: [
        (zone("America/New_York", -5, .unitedStates), 0.45), (zone("America/Chicago", -6, .unitedStates), 0.3),
        (zone("America/Denver", -7, .unitedStates), 0.07), (zone("America/Phoenix", -7), 0.03),
        (zone("America/Los_Angeles", -8, .unitedStates), 0.14), (zone("Pacific/Honolulu", -10), 0.01),
      ],
      emergencyShare: 0.126, produced: 0.72, law: .unitedStates, dial: "+1 555",
      holidays: [
        .fixed(1, 1), .nth(3, weekday: 0, month: 1), .nth(3, weekday: 0, month: 2), .nth(-1, weekday: 0, month: 5),
        .fixed(6, 19), .fixed(7, 4), .nth(1, weekday: 0, month: 9), .fixed(11, 11), .nth(4, weekday: 3, month: 11),
        .fixed(12, 25),
      ]),
    simple(
      "GB", .en, zone("Europe/London", 0, .europe), 0.17, 0.77, .common, dial: "+44 000",
      holidays: [
        .fixed(1, 1), .easter(-2), .easter(1), .nth(1, weekday: 0, month: 5), .nth(-1, weekday: 0, month: 5),
        .nth(-1, weekday: 0, month: 8), .fixed(12, 25), .fixed(12, 26),
      ]),
    simple(
      "DE", .de, zone("Europe/Berlin", 1, .europe), 0.18, 0.70, .civil, dial: "+49 000",
      holidays: [
        .fixed(1, 1), .easter(-2), .easter(1), .fixed(5, 1), .easter(39), .easter(50), .fixed(10, 3), .fixed(12, 25),
        .fixed(12, 26),
      ]),
    simple(
      "FR", .fr, zone("Europe/Paris", 1, .europe), 0.11, 0.60, .civil, dial: "+33 000",
      holidays: [
        .fixed(1, 1), .easter(1), .fixed(5, 1), .fixed(5, 8), .easter(39), .easter(50), .fixed(7, 14), .fixed(8, 15),
        .fixed(11, 1), .fixed(11, 11), .fixed(12, 25),
      ]),
    Country(
      code: "CA", languages: [(.en, 0.75), (.fr, 0.25)],
      zones: [
        (zone("America/Toronto", -5, .unitedStates), 0.6), (zone("America/Winnipeg", -6, .unitedStates), 0.1),
        (zone("America/Edmonton", -7, .unitedStates), 0.13), (zone("America/Vancouver", -8, .unitedStates), 0.17),
      ],
      emergencyShare: 0.7, produced: 0.75, law: .common, dial: "+1 555",
      holidays: [
        .fixed(1, 1), .easter(-2), .fixed(7, 1), .nth(1, weekday: 0, month: 9), .nth(2, weekday: 0, month: 10),
        .fixed(12, 25), .fixed(12, 26),
      ]),
    Country(
      code: "BR", languages: [(.pt, 1)],
      zones: [
        (zone("America/Sao_Paulo", -3), 0.8), (zone("America/Manaus", -4), 0.1), (zone("America/Fortaleza", -3), 0.1),
      ],
      emergencyShare: 0.07, produced: 0.52, law: .civil, dial: "+55 000",
      holidays: [
        .fixed(1, 1), .easter(-48), .easter(-47), .easter(-2), .fixed(4, 21), .fixed(5, 1), .fixed(9, 7),
        .fixed(10, 12), .fixed(11, 2), .fixed(11, 15), .fixed(12, 25),
      ]),
    simple(
      "IT", .it, zone("Europe/Rome", 1, .europe), 0.11, 0.66, .civil, dial: "+39 000",
      holidays: [
        .fixed(1, 1), .fixed(1, 6), .easter(1), .fixed(4, 25), .fixed(5, 1), .fixed(6, 2), .fixed(8, 15),
        .fixed(11, 1), .fixed(12, 8), .fixed(12, 25), .fixed(12, 26),
      ]),
    simple(
      "ES", .es, zone("Europe/Madrid", 1, .europe), 0.10, 0.66, .civil, dial: "+34 000",
      holidays: latin + [.fixed(1, 6), .fixed(8, 15), .fixed(10, 12), .fixed(12, 6)]),
    simple(
      "IN", .en, zone("Asia/Kolkata", 5.5), 0.15, 0.40, .common, dial: "+91 000", weekend: [6],
      holidays: [.fixed(1, 26), .fixed(8, 15), .fixed(10, 2), .fixed(12, 25)]),
    Country(
      code: "AU", languages: [(.en, 1)],
      zones: [
        (zone("Australia/Sydney", 10, .australia), 0.6), (zone("Australia/Brisbane", 10), 0.25),
        (zone("Australia/Perth", 8), 0.15),
      ],
      emergencyShare: 0.19, produced: 0.58, law: .common, dial: "+61 000",
      holidays: [.fixed(1, 1), .fixed(1, 26), .easter(-2), .easter(1), .fixed(4, 25), .fixed(12, 25), .fixed(12, 26)]),
    simple(
      "JP", .en, zone("Asia/Tokyo", 9), 0.2, 0.84, .civil, dial: "+81 000",
      holidays: [
        .fixed(1, 1), .fixed(2, 11), .fixed(4, 29), .fixed(5, 3), .fixed(5, 4), .fixed(5, 5), .fixed(8, 11),
        .fixed(11, 3), .fixed(11, 23),
      ]),
  ]

  private static let european: [Country] = [
    simple(
      "NL", .en, zone("Europe/Amsterdam", 1, .europe), 0.40, 0.74, .civil, dial: "+31 000",
      holidays: christian + [.fixed(4, 27), .easter(39), .easter(50)]),
    simple(
      "SE", .en, zone("Europe/Stockholm", 1, .europe), 0.27, 0.83, .civil, dial: "+46 000",
      holidays: christian + [.fixed(1, 6), .easter(-2), .easter(39), .fixed(6, 6)]),
    simple(
      "NO", .en, zone("Europe/Oslo", 1, .europe), 0.74, 0.75, .civil, dial: "+47 000",
      holidays: christian + [.easter(-3), .easter(-2), .easter(39), .fixed(5, 17)]),
    Country(
      code: "CH", languages: [(.de, 0.65), (.fr, 0.25), (.it, 0.1)], zones: [(zone("Europe/Zurich", 1, .europe), 1)],
      emergencyShare: 0.33, produced: 0.68, law: .civil, dial: "+41 000",
      holidays: christian + [.easter(-2), .easter(39), .fixed(8, 1)]),
    Country(
      code: "BE", languages: [(.fr, 0.5), (.en, 0.4), (.de, 0.1)], zones: [(zone("Europe/Brussels", 1, .europe), 1)],
      emergencyShare: 0.06, produced: 0.9, law: .civil, dial: "+32 000",
      holidays: christian + [.easter(39), .fixed(7, 21), .fixed(11, 11)]),
    simple(
      "AT", .de, zone("Europe/Vienna", 1, .europe), 0.17, 0.7, .civil, dial: "+43 000",
      holidays: christian + [.fixed(1, 6), .easter(39), .fixed(10, 26), .fixed(12, 8)]),
    simple(
      "PT", .pt, zone("Europe/Lisbon", 0, .europe), 0.1, 0.66, .civil, dial: "+351 000",
      holidays: latin + [.fixed(4, 25), .fixed(6, 10), .fixed(10, 5), .fixed(12, 1)]),
    simple(
      "IE", .en, zone("Europe/Dublin", 0, .europe), 0.2, 0.74, .common, dial: "+353 000",
      holidays: christian + [.fixed(3, 17), .nth(1, weekday: 0, month: 6), .nth(-1, weekday: 0, month: 10)]),
    simple(
      "PL", .en, zone("Europe/Warsaw", 1, .europe), 0.08, 0.65, .civil, dial: "+48 000",
      holidays: christian + [.fixed(1, 6), .fixed(5, 3), .fixed(8, 15), .fixed(11, 11)]),
    simple(
      "DK", .en, zone("Europe/Copenhagen", 1, .europe), 0.1, 0.7, .civil, dial: "+45 000",
      holidays: christian + [.easter(-2), .easter(39)]),
  ]

  private static let others: [Country] = [
    simple(
      "MX", .es, zone("America/Mexico_City", -6), 0.09, 0.55, .civil, dial: "+52 000",
      holidays: [.fixed(1, 1), .nth(1, weekday: 0, month: 2), .fixed(5, 1), .fixed(9, 16), .fixed(12, 25)]),
    simple(
      "AR", .es, zone("America/Argentina/Buenos_Aires", -3), 0.09, 0.55, .civil, dial: "+54 000",
      holidays: latin + [.fixed(5, 25), .fixed(7, 9)]),
    simple(
      "CO", .es, zone("America/Bogota", -5), 0.25, 0.45, .civil, dial: "+57 000", holidays: latin + [.fixed(7, 20)]),
    simple(
      "CL", .es, zone("America/Santiago", -4, .chile), 0.12, 0.55, .civil, dial: "+56 000",
      holidays: latin + [.fixed(9, 18), .fixed(9, 19)]),
    simple(
      "NZ", .en, zone("Pacific/Auckland", 12, .newZealand), 0.3, 0.7, .common, dial: "+64 000",
      holidays: christian + [.fixed(2, 6), .easter(-2), .fixed(4, 25)]),
    simple(
      "ZA", .en, zone("Africa/Johannesburg", 2), 0.2, 0.5, .common, dial: "+27 000",
      holidays: christian + [.fixed(3, 21), .fixed(4, 27), .fixed(9, 24)]),
    simple(
      "AE", .en, zone("Asia/Dubai", 4), 0.8, 0.39, .civil, dial: "+971 000", holidays: [.fixed(1, 1), .fixed(12, 2)]),
    simple(
      "JO", .en, zone("Asia/Amman", 3), 0.17, 0.32, .civil, dial: "+962 000", weekend: [4, 5],
      holidays: [.fixed(1, 1), .fixed(5, 1), .fixed(5, 25)]),
    simple(
      "KE", .en, zone("Africa/Nairobi", 3), 0.3, 0.4, .common, dial: "+254 000",
      holidays: christian + [.fixed(6, 1), .fixed(10, 20), .fixed(12, 12)]),
    simple(
      "NG", .en, zone("Africa/Lagos", 1), 0.3, 0.35, .common, dial: "+234 000",
      holidays: christian + [.fixed(6, 12), .fixed(10, 1)]),
    simple(
      "PK", .en, zone("Asia/Karachi", 5), 0.5, 0.22, .common, dial: "+92 000", weekend: [6],
      holidays: [.fixed(2, 5), .fixed(3, 23), .fixed(5, 1), .fixed(8, 14)]),
    simple(
      "SG", .en, zone("Asia/Singapore", 8), 0.2, 0.7, .common, dial: "+65 000",
      holidays: [.fixed(1, 1), .easter(-2), .fixed(5, 1), .fixed(8, 9), .fixed(12, 25)]),
  ]
}
