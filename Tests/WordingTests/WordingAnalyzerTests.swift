import RequestModel
import Testing
import Wording

@Suite struct WordingAnalyzerTests {
  private static let letter = """
    Please provide the subscriber information of user anna@example.com for case CR-2024-00417.
    The records are needed between 2024-03-01 and 2024-03-31, and we have asked for them before!
    Have you received our first letter? Call +1 555 0100, or see https://example.org/help.
    """

  private let analyzer = Letters.analyzer()

  private func features(_ body: String, subject: String? = nil) throws -> WordingFeatures {
    try #require(analyzer.analyze(subject: subject, body: body))
  }

  private func words(_ body: String) throws -> Set<UInt64> { Set(try features(body).words.map(\.hash)) }

  @Test func `nothing written is nil, and either part alone is enough`() {
    #expect(analyzer.analyze(subject: nil, body: nil) == nil)
    #expect(analyzer.analyze(subject: "", body: "") == nil)
    #expect(analyzer.analyze(subject: "Request", body: nil)?.wordCount == 1)
    #expect(analyzer.analyze(subject: nil, body: "Request")?.wordCount == 1)
  }

  @Test func `a letter's features do not depend on what was read before`() {
    let used = Letters.analyzer()
    for (_, letters) in Letters.samples {
      for letter in letters { _ = used.analyze(subject: "Again", body: letter) }
    }
    for (_, letters) in Letters.samples {
      for letter in letters {
        let fresh = analyzer.analyze(subject: "Again", body: letter)
        #expect(used.analyze(subject: "Again", body: letter) == fresh)
      }
    }
  }

  @Test func `two keys agree on everything but the hashes, and on their equalities`() throws {
    let one = WordingAnalyzer(key: (1, 2))
    let two = WordingAnalyzer(key: (3, 4))
    var translation: [UInt64: UInt64] = [:]
    for (_, letters) in Letters.samples {
      for letter in letters {
        var a = try #require(one.analyze(subject: "Letter", body: letter))
        var b = try #require(two.analyze(subject: "Letter", body: letter))
        #expect(a.words.map(\.count) == b.words.map(\.count))
        let from = a.words.map(\.hash) + a.lines + a.shingles
        let to = b.words.map(\.hash) + b.lines + b.shingles
        try #require(from.count == to.count)
        for (x, y) in zip(from, to) {
          #expect(x != y)
          #expect(translation[x, default: y] == y)
          translation[x] = y
        }
        for path in [\WordingFeatures.lines, \.shingles] { (a[keyPath: path], b[keyPath: path]) = ([], []) }
        (a.words, b.words) = ([], [])
        #expect(a == b)
      }
    }
    #expect(Set(translation.values).count == translation.count)
  }

  @Test func `hand-counted letter`() throws {
    let features = try self.features("Hello JOHN, are you there? No! We met 12 men.\n\n  The end", subject: "A b")
    // A b | Hello JOHN are you there | No | We met 12 men | The end: five sentences, three lines.
    #expect(features.wordCount == 2 + 5 + 1 + 4 + 2)
    #expect(features.sentenceCount == 5)
    #expect(features.lineCount == 3)
    #expect(features.lines.count == 3)
    #expect(features.digitCount == 2)
    #expect(features.exclamationCount == 1)
    #expect(features.questionCount == 1)
    #expect(features.commaCount == 1)
    // A, H, JOHN, N, W, T.
    #expect(features.capitalCount == 9)
    // 2 + 9 + 3 + 3 + 5 + 2 + 2 + 3 + 3 + 3 + 3 letters.
    #expect(features.letterCount == 38)
    #expect(!features.isTruncated)
  }

  @Test func `an abbreviation, a title or an initial ends no sentence`() throws {
    #expect(try features("We met Det. Smith at St. Mary St. in J. Hall. He left.").sentenceCount == 2)
    #expect(try features("This was at 5 p.m. and no. 7 was open. It closed.").sentenceCount == 2)
  }

  @Test func `other numbers, addresses, links and references change no word`() throws {
    let other = """
      Please provide the subscriber information of user bob.j+x@mail.example.net for case HX-2031-9.
      The records are needed between 1999-12-24 and 2031-01-01, and we have asked for them before!
      Have you received our first letter? Call +49 30 44, or see www.example.net/a/b?c=1.
      """
    #expect(try words(Self.letter) != words(Self.letter + " Moreover."))
    #expect(try words(other).subtracting(words(Self.letter)).isEmpty)
    #expect(try words("the code a1b2c3d4e5 of @alice") == words("the code 99ff88ee77dd of @bob_7"))
  }

  @Test func `names after a title change no word, other words do`() throws {
    #expect(try words("signed by Officer Anna Smith") == words("signed by Officer Xaver Q. Jones"))
    #expect(try words("signed by Anna") != words("signed by Xaver"))
  }

  @Test func `digits do not change lines and other letters do`() throws {
    let one = try features("Case 123 of 2024\nUnit  7")
    #expect(try features("CASE 9 of 31\n unit 88 \n").lines == one.lines)
    #expect(try features("Case 123 in 2024\nUnit 7").lines[0] != one.lines[0])
    #expect(try features("Case 123 of 2024\r\nUnit 7\r\n").lines == one.lines)
  }

  @Test(arguments: 0..<40) func `digits and blanks fold alike wherever in a line they stand`(_ place: Int) throws {
    func lines(_ end: String, before: String = "") throws -> [UInt64] {
      let start = String("the office of münster writes about a case and".prefix(place))
      return try features(before + start + end).lines
    }
    let line = try lines(" 7 x")
    #expect(line.count == 1)
    #expect(try lines("  12345   x ", before: "  ") == line)
    #expect(try lines(" ## x") == line)
    #expect(try lines(" y x") != line)
    #expect(try lines("x") == lines("x "))
    #expect(try lines("x\n") == lines("x"))
  }

  @Test func `repeated lines stand once and there are at most 128`() throws {
    #expect(try features("one\ntwo\none\nTWO\n").lines.count == 2)
    let spell = { (number: Int) in String(String(number).map { Character(Unicode.Scalar($0.asciiValue! + 49)) }) }
    for (count, expected) in [(127, 127), (128, 128), (129, 128)] {
      #expect(try features((0..<count).map { "line \(spell($0))\n" }.joined()).lines.count == expected)
    }
    for (count, expected) in [(399, 399), (400, 400), (401, 400)] {
      #expect(try features((0..<count).map { "x\(spell($0))" }.joined(separator: " ")).words.count == expected)
    }
  }

  @Test func `a body in one line is cut into its sentences`() throws {
    let flat = try features("This is the first. And this the second one? Yes.")
    #expect(flat.lines.count == 3)
    #expect(try features("This is the first.\nAnd this the second one?\nYes.").lines == flat.lines)
  }

  @Test func `a copied passage shares its shingles`() throws {
    let passage = Letters.english[5]
    let copied = Set(try features("Good morning to all of you. " + passage).shingles)
    let own = try features(passage).shingles
    #expect(own.count >= 4)
    #expect(own.count(where: copied.contains) == own.count)
    #expect(Set(try features(Letters.english[9]).shingles).isDisjoint(with: own))
    #expect(try features("only four words here").shingles.isEmpty)
  }

  @Test func `about a quarter of the shingles is kept`() throws {
    var generator = SystemOfWords(state: 7)
    let text = (0..<400).map { _ in generator.word() }.joined(separator: " ")
    #expect((60...128).contains(try features(text).shingles.count))
  }

  @Test func `a body over the limit is cut and marked`() throws {
    let analyzer = WordingAnalyzer(key: Letters.key, bodyLimit: 10)
    let exact = try #require(analyzer.analyze(subject: nil, body: "0123456789"))
    #expect(!exact.isTruncated)
    let over = try #require(analyzer.analyze(subject: nil, body: "aaaa bbbbéé"))
    #expect(over.isTruncated)
    #expect(over.letterCount == 8)
  }

  @Test func `bytes and strings read alike`() throws {
    for letter in Letters.french {
      let bytes = Array(letter.utf8)
      let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
      let read = bytes.withUnsafeBufferPointer { analyzer.analyze(subject: none, body: $0) }
      #expect(read == analyzer.analyze(subject: nil, body: letter))
    }
  }
}

/// Seeded nonsense words.
struct SystemOfWords: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }

  mutating func word() -> String {
    String((0..<Int.random(in: 3...9, using: &self)).map { _ in "abcdefghilmnoprstu".randomElement(using: &self)! })
  }
}
