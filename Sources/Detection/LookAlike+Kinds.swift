extension DomainLookAlike {
  /// Labels of fewer letters lie too close to each other for an edit to say anything.
  static let shortestForOneEdit = 6
  /// Two edits need a name so long that nothing honest comes as near.
  static let shortestForTwoEdits = 10
  /// Known labels of fewer letters stand inside honest ones by chance.
  static let shortestForWords = 4

  func confusable(_ label: String) -> [Int32] {
    guard label.utf8.count >= 3 else { return [] }
    let own = Array(label.utf8)
    return skeletons[Skeleton.of(label)]?.filter { known[Int($0)].label != own } ?? []
  }

  func hyphened(_ label: String) -> [Int32] {
    let plain = label.filter { $0 != "-" }
    guard plain.utf8.count >= Self.shortestForWords else { return [] }
    let own = Array(label.utf8)
    return unhyphenated[plain]?.filter { known[Int($0)].label != own } ?? []
  }

  /// The same label elsewhere; short ones and mere words such as police are no imitation.
  func sameLabel(_ label: String) -> [Int32] {
    guard label.utf8.count >= Self.shortestForWords, !Self.words.contains(label) else { return [] }
    return labels[label] ?? []
  }

  /// A known domain as a subdomain (`lapd.org.example.com`), or written with hyphens (`lapd-org.example`).
  func embedded(in written: [String], label: String) -> [Int32] {
    let hyphened = label.split(separator: "-").map(String.init)
    return embedded(in: written, longestName: 1) + embedded(in: hyphened, longestName: 4)
  }

  private func embedded(in pieces: [String], longestName: Int) -> [Int32] {
    guard pieces.count >= 2 else { return [] }
    var found: [Int32] = []
    for start in 0..<(pieces.count - 1) {
      for end in (start + 1)...min(start + longestName, pieces.count - 1) {
        for place in labels[pieces[start..<end].joined(separator: "-")] ?? [] {
          let suffix = known[Int(place)].suffix.split(separator: ".").map(String.init)
          if pieces[end...].starts(with: suffix) { found.append(place) }
        }
      }
    }
    return found
  }

  /// The known labels one edit and two edits away, each where the names are long enough for it.
  func edited(_ label: [UInt8]) -> (one: [Int32], two: [Int32]) {
    var found: (one: [Int32], two: [Int32]) = ([], [])
    guard label.count >= Self.shortestForOneEdit - 1 else { return found }
    for place in deletions.candidates(label) {
      let other = known[Int(place)]
      let longer = max(label.count, other.label.count)
      let shorter = min(label.count, other.label.count)
      let limit = longer >= Self.shortestForTwoEdits && shorter >= Self.shortestForTwoEdits - 1 ? 2 : 1
      guard longer >= Self.shortestForOneEdit else { continue }
      let distance = EditDistance.between(label, other.label, limit: limit)
      guard distance <= limit, distance > 0, !Self.areNumbered(label, other.label) else { continue }
      if distance == 1 { found.one.append(place) } else { found.two.append(place) }
    }
    return found
  }

  /// Whether two labels differ in their numbers alone: `district1` and `district2` are sisters.
  private static func areNumbered(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    return a.contains(where: isDigit) && b.contains(where: isDigit)
      && a.filter { !isDigit($0) } == b.filter { !isDigit($0) }
  }

  /// A known label with a word put before or behind it, joined or with a hyphen.
  func extended(_ label: String) -> [Int32] {
    var found: [Int32] = []
    for word in Self.words where label.utf8.count > word.utf8.count {
      var rests: [Substring] = []
      if label.hasPrefix(word) { rests.append(label.dropFirst(word.count)) }
      if label.hasSuffix(word) { rests.append(label.dropLast(word.count)) }
      for rest in rests {
        let hyphen = rest.hasPrefix("-") || rest.hasSuffix("-")
        let core = String(rest.drop { $0 == "-" }.reversed().drop { $0 == "-" }.reversed())
        // Without a hyphen a short core, or a core beside a short word, is part of a word more often than a name.
        guard core.utf8.count >= (hyphen ? 3 : word.utf8.count <= 2 ? Self.shortestForOneEdit : Self.shortestForWords)
        else { continue }
        found += unhyphenated[core.filter { $0 != "-" }] ?? []
      }
    }
    return found
  }

  /// Words that imitations add: offices, states of security, services.
  static let words = [
    "police", "polizei", "polizia", "policia", "gov", "govt", "government", "pd", "dept", "department", "sheriff",
    "sheriffs", "so", "office", "official", "portal", "secure", "security", "mail", "email", "webmail", "online", "web",
    "net", "us", "uk", "usa", "login", "auth", "verify", "legal", "court", "justice", "le", "leo", "edr", "request",
    "requests", "emergency", "support", "help", "desk", "helpdesk", "team", "unit", "intl", "fed", "federal", "state",
    "county", "city", "the", "my", "org", "com", "app", "info", "service", "services", "admin", "contact", "docs", "id",
  ]
}
