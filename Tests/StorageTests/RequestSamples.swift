import RequestModel

/// SplitMix64 (Steele, Lea, Flood 2014): the same requests from the same seed.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Texts that break careless programs.
let hostileTexts = [
  "'; DROP TABLE requests; --", "\" OR 1=1 --", "a\u{0}b", "%s%n", "{\"a\":1}", "naïve 日本語 🕵️", "\\", "''", "?1",
  "\u{202E}",
  String(repeating: "x", count: 300),
]

extension Request {
  /// A request in which each optional part is present with one chance in two.
  static func random(_ number: Int, using generator: inout SeededGenerator) -> Request {
    func pseudonym() -> Pseudonym { Pseudonym(high: generator.next(), low: generator.next()) }
    func text() -> String {
      generator.next() % 4 == 0 ? hostileTexts.randomElement(using: &generator)! : "t\(generator.next() % 100_000)"
    }
    func some() -> Bool { Bool.random(using: &generator) }
    func address() -> MailAddress { MailAddress(localPart: pseudonym(), domain: text(), registrableDomain: text()) }
    func instant() -> Instant {
      Instant(microseconds: .random(in: -1_000_000_000...2_000_000_000_000_000, using: &generator))
    }
    func date() -> CivilDate { CivilDate(daysSinceEpoch: .random(in: -50_000...50_000, using: &generator)) }

    var r = Request(
      id: "r\(number)", receivedAt: instant(), offsetMinutes: .random(in: -840...840, using: &generator),
      channel: .allCases.randomElement(using: &generator)!, type: .allCases.randomElement(using: &generator)!,
      agencyID: text(), sender: text())
    r.contentDigest = pseudonym()
    if some() { r.agencyName = text() }
    if some() { r.agencyCountry = "DE" }
    if some() { r.agencyType = .allCases.randomElement(using: &generator) }
    if some() { r.agencyTimezone = "Europe/Rome" }
    if some() { r.platform = text() }
    if some() { r.senderDomain = text() }
    if some() { r.senderRegistrableDomain = text() }
    if some() { r.senderName = pseudonym() }
    if some() { r.badge = pseudonym() }
    if some() { r.replyTo = address() }
    if some() { r.returnPath = address() }
    if some() { r.callbackPhone = pseudonym() }
    if some() { r.supervisorName = pseudonym() }
    if some() { r.supervisorPhone = pseudonym() }
    if some() { r.callbackCallingCode = .random(in: 1...999, using: &generator) }
    if some() { r.supervisorCallingCode = .random(in: 1...999, using: &generator) }
    if some() { r.mailboxBearsName = .random(using: &generator) }
    if some() { r.accountCreatedAt = instant() }
    if some() { r.caseNumber = pseudonym() }
    if some() { r.caseNumberShape = text() }
    if some() { r.legalCitations = (0..<Int.random(in: 0...3, using: &generator)).map { _ in text() } }
    if some() { r.deadlineMinutes = .random(in: 0...(.max), using: &generator) }
    if some() { r.natures.bits = .random(in: 0...127, using: &generator) }
    if some() {
      r.targets = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        Target(type: .allCases.randomElement(using: &generator)!, value: pseudonym(), country: some() ? "IT" : "")
      }
    }
    if some() { r.categories.bits = .random(in: 0...255, using: &generator) }
    if some() { r.scope = .random(in: 0...1000, using: &generator) }
    if some() { r.periodStart = date() }
    if some() { r.periodEnd = date() }
    if some() { r.attachments = (0..<Int.random(in: 0...3, using: &generator)).map { _ in pseudonym() } }
    if some() { r.sessionIP = pseudonym() }
    if some() { r.sessionASN = .random(in: 0...400_000, using: &generator) }
    if some() { r.sessionCountry = "FR" }
    if some() { r.sessionDevice = text() }
    if some() { r.mfa = some() }
    if some() { r.spf = .allCases.randomElement(using: &generator) }
    if some() { r.dkim = .allCases.randomElement(using: &generator) }
    if some() { r.dmarc = .allCases.randomElement(using: &generator) }
    if some() { r.language = "pt" }
    if some() { r.wording = .random(using: &generator) }
    if some() {
      r.attributes = [
        Attribute(name: text(), value: .category(pseudonym())),
        Attribute(name: text(), value: .number(.random(in: -1e9...1e9, using: &generator))),
      ]
    }
    if some() { r.malformed.bits = generator.next() >> 20 }
    return r
  }
}

extension WordingFeatures {
  static func random(using generator: inout SeededGenerator) -> WordingFeatures {
    var w = WordingFeatures()
    func count() -> Int32 { .random(in: 0...100_000, using: &generator) }
    func hashes() -> [UInt64] { (0..<Int.random(in: 0...6, using: &generator)).map { _ in generator.next() } }
    w.language = ["", "en", "it"].randomElement(using: &generator)!
    w.words = hashes().map { Word(hash: $0, count: .random(in: 1...(.max), using: &generator)) }
    w.lines = hashes()
    w.shingles = hashes()
    w.wordCount = count()
    w.characterCount = count()
    w.sentenceCount = count()
    w.lineCount = count()
    w.letterCount = count()
    w.capitalCount = count()
    w.digitCount = count()
    w.exclamationCount = count()
    w.questionCount = count()
    w.commaCount = count()
    w.lexiconHits = w.lexiconHits.map { _ in .random(in: 0...(.max), using: &generator) }
    w.demandedMinutes = Bool.random(using: &generator) ? count() : nil
    w.isTruncated = Bool.random(using: &generator)
    return w
  }
}
