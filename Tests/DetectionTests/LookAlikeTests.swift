import Testing

@testable import Detection

@Suite struct LookAlikeTests {
  private static let known = [
    "lapd.org", "springfieldpd.org", "metropolitan.police.uk", "essexpolice.org", "jaxsheriff.org", "polizei-nrw.de",
    "riverside-sheriff.org", "countyprosecutor.us", "carabinieri.it", "district1police.org", "münchen-polizei.de",
    "police.fr",
  ]
  private let index = DomainLookAlike(known)

  @Test func `each kind of imitation is named with the domain it imitates`() {
    let cases: [(String, String, DomainLookAlike.Kind)] = [
      ("1apd.org", "lapd.org", .confusable), ("esseхpolice.org", "essexpolice.org", .confusable),
      ("c0untyprosecutor.us", "countyprosecutor.us", .confusable), ("carabimeri.it", "carabinieri.it", .twoEdits),
      ("rnetropolitan.com", "metropolitan.police.uk", .confusable), ("càrabinieri.it", "carabinieri.it", .confusable),
      ("springfield-pd.org", "springfieldpd.org", .hyphen), ("polizeinrw.de", "polizei-nrw.de", .hyphen),
      ("jaxsheriff.us", "jaxsheriff.org", .suffix), ("lapd.com", "lapd.org", .suffix),
      ("lapd-org.com", "lapd.org", .embedded), ("polizei-nrw-de.com", "polizei-nrw.de", .embedded),
      ("jaxsherif.org", "jaxsheriff.org", .oneEdit), ("jaxshreiff.org", "jaxsheriff.org", .oneEdit),
      ("springfleldpd.org", "springfieldpd.org", .oneEdit), ("jaxsheriffs.org", "jaxsheriff.org", .oneEdit),
      ("lapd-portal.org", "lapd.org", .addedWord), ("securelapd.com", "lapd.org", .addedWord),
      ("carabinieri-mail.it", "carabinieri.it", .addedWord),
      ("riversidesheriffonline.com", "riverside-sheriff.org", .addedWord),
      ("carabimieri.it", "carabinieri.it", .oneEdit), ("countyprosecuter5.us", "countyprosecutor.us", .twoEdits),
    ]
    for (domain, imitated, kind) in cases {
      let expected: DomainLookAlike.Match? = .init(domain: imitated, kind: kind)
      #expect(index.nearest(to: domain) == expected, "\(domain)")
    }
  }

  @Test(arguments: [
    "lacd.org", "sapd.org", "lap.org", "example.org", "police.it", "polizei.de", "fbi.gov", "esex.org",
    "district2police.org",
    "springhill.org", "x.org", "", ".", "org", "sheriff.org", "torontopolice.ca",
  ])
  func `unrelated and short names are no imitation`(domain: String) {
    #expect(index.nearest(to: domain) == nil)
  }

  @Test func `a known domain imitates nothing, however it is written`() {
    for domain in Self.known {
      #expect(index.contains(domain))
      #expect(index.nearest(to: domain) == nil)
      #expect(index.nearest(to: domain.uppercased() + ".") == nil)
    }
  }

  @Test func `known domains are found in subdomains, their mere labels are not`() {
    #expect(
      index.nearest(to: "example.com", within: "lapd.org.example.com") == .init(domain: "lapd.org", kind: .embedded))
    #expect(
      index.nearest(to: "example.com", within: "mail.metropolitan.police.uk.example.com")
        == .init(domain: "metropolitan.police.uk", kind: .embedded))
    #expect(index.nearest(to: "example.com", within: "lapd.example.com") == nil)
    #expect(index.nearest(to: "lapd.org", within: "mail.lapd.org") == nil)
  }

  @Test func `nobody registers under a government's suffix`() {
    #expect(index.nearest(to: "springfieldpd.gov") == nil)
    #expect(index.nearest(to: "jaxsheriff.gov.uk") == nil)
    #expect(index.nearest(to: "jaxsheriff.co.uk") != nil)
    #expect(index.nearest(to: "jaxsheriff.police") != nil)
  }

  @Test func `the order of adding changes nothing, and adding twice neither`() {
    let probes = ["1apd.org", "springfield-pd.org", "carabimieri.it", "lapd-portal.org", "jaxsherif.org", "lacd.org"]
    var generator = Seeded(state: 5)
    for _ in 0..<20 {
      var shuffled = DomainLookAlike()
      for domain in Self.known.shuffled(using: &generator) + Self.known { shuffled.add(domain) }
      #expect(shuffled.count == Self.known.count)
      for probe in probes { #expect(shuffled.nearest(to: probe) == index.nearest(to: probe)) }
    }
  }

  @Test func `the same suffix is nearer, then the alphabet decides`() {
    let twins = DomainLookAlike(["harbourpolice.org", "harbourpolice.net", "harbourpolice.com"])
    #expect(twins.nearest(to: "harborpolice.org")?.domain == "harbourpolice.org")
    #expect(twins.nearest(to: "harborpolice.info")?.domain == "harbourpolice.com")
  }

  @Test func `the index finds every label within its edits and no other`() {
    var generator = Seeded(state: 11)
    let letters = Array("abcdef".utf8)
    for length in 5...16 {
      let label = (0..<length).map { _ in letters.randomElement(using: &generator)! }
      var deletions = DeletionIndex()
      deletions.add(label, place: 0)
      for _ in 0..<60 {
        var other = label
        let edits = length >= 11 ? Int.random(in: 1...2, using: &generator) : 1
        for _ in 0..<edits { Self.edit(&other, letters, using: &generator) }
        // Two edits that overlap a swap may count three in the restricted distance.
        #expect(EditDistance.between(label, other, limit: 4) <= (edits == 1 ? 1 : 3))
        #expect(deletions.candidates(other) == [0])
      }
    }
  }

  @Test func `distance is symmetric, zero on equals alone, and bounded by its limit`() {
    var generator = Seeded(state: 3)
    let letters = Array("abc".utf8)
    for _ in 0..<500 {
      let a = (0..<Int.random(in: 0...7, using: &generator)).map { _ in letters.randomElement(using: &generator)! }
      let b = (0..<Int.random(in: 0...7, using: &generator)).map { _ in letters.randomElement(using: &generator)! }
      let distance = EditDistance.between(a, b, limit: 9)
      #expect(distance == EditDistance.between(b, a, limit: 9))
      #expect((distance == 0) == (a == b))
      #expect(EditDistance.between(a, b, limit: 2) == min(distance, 3))
    }
    // Swapped neighbours are one edit: police, poilce.
    #expect(EditDistance.between(Array("police".utf8), Array("poilce".utf8), limit: 3) == 1)
  }

  @Test func `internationalised labels are decoded`() {
    // The samples of RFC 3492 use mixed case; these are the everyday ones.
    #expect(Punycode.decoded("xn--mnchen-3ya") == "münchen")
    #expect(Punycode.decoded("xn--bcher-kva") == "bücher")
    #expect(Punycode.decoded("xn--80ak6aa92e") == "аррӏе")
    #expect(Punycode.decoded("xn--fiqs8s") == "中国")
    for label in ["xn--", "munchen", "xn---", "xn--99999999", "xn--\u{e9}"] {
      #expect(Punycode.decoded(label) == nil)
    }
    let apple = DomainLookAlike(["apple.com"])
    #expect(apple.nearest(to: "xn--80ak6aa92e.com") == .init(domain: "apple.com", kind: .confusable))
  }

  @Test func `random labels decode or do not, and never fail`() {
    var generator = Seeded(state: 17)
    let letters = Array("abcxyz0189-".utf8)
    for _ in 0..<2000 {
      let tail = (0..<Int.random(in: 0...12, using: &generator)).map { _ in letters.randomElement(using: &generator)! }
      let name = "xn--" + String(decoding: tail, as: UTF8.self)
      _ = index.nearest(to: name + ".org")
      if let decoded = Punycode.decoded(name) { #expect(decoded.unicodeScalars.contains { $0.value >= 0x80 }) }
    }
  }

  private static func edit(_ label: inout [UInt8], _ letters: [UInt8], using generator: inout Seeded) {
    let at = Int.random(in: label.indices, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: label.remove(at: at)
    case 1: label.insert(letters.randomElement(using: &generator)!, at: at)
    case 2: label[at] = letters.randomElement(using: &generator)!
    default: if at > 0 { label.swapAt(at - 1, at) }
    }
  }

  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}
