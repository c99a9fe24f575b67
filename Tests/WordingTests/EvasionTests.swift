import RequestModel
import Testing
import Wording

@Suite struct EvasionTests {
  private let analyzer = Letters.analyzer()

  private func words(_ body: String) throws -> [WordingFeatures.Word] {
    try #require(analyzer.analyze(subject: nil, body: body)).words
  }

  @Test func `urgent stays urgent`() throws {
    let plain = try words("This is the urgent one of them")
    for spelling in [
      "u\u{200B}rgent", "ur\u{AD}gent", "\u{FEFF}urgent", "urg\u{2060}ent", "urge\u{200D}nt", "ｕｒｇｅｎｔ", "ＵＲＧＥＮＴ",
      "𝐮𝐫𝐠𝐞𝐧𝐭",
      "𝓤𝓻𝓰𝓮𝓷𝓽", "ⓤⓡⓖⓔⓝⓣ", "URGENT", "urgеnt", "URGЕNT", "υrgent",
    ] {
      let features = try #require(analyzer.analyze(subject: nil, body: "This is the \(spelling) one of them"))
      #expect(features.hits(.urgency) == 1, "\(spelling)")
      #expect(features.words == plain, "\(spelling)")
    }
    #expect(try words("This is the surgent one of them") != plain)
  }

  @Test func `honest Cyrillic and Greek stay themselves`() throws {
    #expect(try words("мы просим вас") != words("mi prosim vas"))
    #expect(try words("сор") != words("cop"))
    #expect(try words("he is a сор and she was too") == words("he is a cop and she was too"))
  }

  @Test func `composed and decomposed spellings are equal`() {
    for (composed, decomposed) in Self.spellings {
      #expect(Array(composed.utf8) != Array(decomposed.utf8))
      let features = analyzer.analyze(subject: composed, body: nil)
      #expect(features == analyzer.analyze(subject: decomposed, body: nil), "\(composed)")
    }
  }

  private static let spellings = [
    ("perché è così", "perche\u{301} e\u{300} cosi\u{300}"),
    ("für die Straße", "fu\u{308}r die Straße"), ("ação não", "ac\u{327}a\u{303}o na\u{303}o"),
    ("mañana él", "man\u{303}ana e\u{301}l"), ("Việt Nam", "Vie\u{323}\u{302}t Nam"),
    ("Žižek ý", "Z\u{30C}iz\u{30C}ek y\u{301}"), ("мой ёж", "мои\u{306} е\u{308}ж"),
    ("ΆΈ ώ", "Α\u{301}Ε\u{301} ω\u{301}"),
    ("ÉTÉ", "E\u{301}TE\u{301}"),
  ]

  @Test func `ligatures and typographic marks read as plain ones`() throws {
    #expect(try words("the oﬃce ﬁle") == words("the office file"))
    let plain = analyzer.analyze(subject: nil, body: "\"Don't\" - we said...")
    #expect(analyzer.analyze(subject: nil, body: "“Don’t” — we said...") == plain)
    #expect(analyzer.analyze(subject: nil, body: "\"Don't\"\u{A0}-\u{2009}we said...") == plain)
  }

  @Test func `random bytes never fail and keep the bounds`() throws {
    var generator = SystemOfWords(state: 99)
    for round in 0..<400 {
      let alphabet: ClosedRange<UInt8> = round % 2 == 0 ? 0...255 : 0xC0...0xF8
      let bytes = (0..<Int.random(in: 1...600, using: &generator)).map { index in
        index % 3 == 0 ? UInt8.random(in: 0...127, using: &generator) : UInt8.random(in: alphabet, using: &generator)
      }
      let features = try #require(
        bytes.withUnsafeBufferPointer { bytes in
          analyzer.analyze(
            subject: UnsafeBufferPointer(rebasing: bytes[..<(bytes.count / 4)]),
            body: UnsafeBufferPointer(rebasing: bytes[(bytes.count / 4)...]))
        })
      #expect(features.words.count <= 400 && features.lines.count <= 128 && features.shingles.count <= 128)
      #expect(features.letterCount + features.digitCount <= features.characterCount)
      #expect(features.capitalCount <= features.letterCount)
      #expect(features.words.reduce(0) { $0 + Int32($1.count) } <= features.wordCount)
    }
  }

  @Test func `every scalar can stand in a text`() {
    var text = ""
    for value in stride(from: UInt32(1), to: 0x110000, by: 7) {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    #expect(analyzer.analyze(subject: nil, body: text) == analyzer.analyze(subject: nil, body: text))
  }
}
