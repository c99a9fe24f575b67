import RequestModel
import Testing

@testable import Wording

@Suite struct LexiconTests {
  /// Words around an entry that make its language plain and that no lexicon holds.
  private static let frames: [WordingLanguage: (before: String, after: String)] = [
    .en: ("This is what they wrote to us about it with these words and the others:", "."),
    .it: ("Questo è quello che hanno scritto nella lettera, con queste parole e con altre:", "."),
    .de: ("Das ist es, was sie uns in diesem Brief mit diesen und anderen Worten geschrieben haben:", "."),
    .fr: ("Voici ce qu'ils nous ont écrit dans cette lettre avec ces mots et les autres :", "."),
    .es: ("Esto es lo que ellos nos han escrito en la carta con estas palabras y las otras:", "."),
    .pt: ("Isto é o que eles nos escreveram na carta com estas palavras e as outras que não são:", "."),
  ]

  @Test(arguments: WordingLanguage.allCases)
  func `every entry is hit by its own text`(language: WordingLanguage) throws {
    let analyzer = Letters.analyzer()
    let frame = try #require(Self.frames[language])
    let words = LexiconWords.of(language)
    for lexicon in Lexicon.allCases {
      let bare = try #require(analyzer.analyze(subject: nil, body: "\(frame.before) \(frame.after)"))
      #expect(bare.language == language.code)
      #expect(bare.hits(lexicon) == 0)
      for entry in words.entries(lexicon) {
        for spelling in [entry, entry.uppercased()] {
          let features = try #require(
            analyzer.analyze(subject: nil, body: "\(frame.before) \(spelling) \(frame.after)"))
          #expect(features.language == language.code)
          #expect(features.hits(lexicon) >= 1, "\(entry)")
        }
      }
    }
  }

  @Test(arguments: WordingLanguage.allCases)
  func `an unclear text is matched against every language`(language: WordingLanguage) throws {
    let analyzer = Letters.analyzer()
    for lexicon in Lexicon.allCases {
      let entry = try #require(LexiconWords.of(language).entries(lexicon).first)
      let features = try #require(analyzer.analyze(subject: nil, body: entry))
      #expect(features.hits(lexicon) >= 1)
    }
  }

  @Test(arguments: WordingLanguage.allCases)
  func `the lists are broad and hold no entry twice`(language: WordingLanguage) {
    for lexicon in Lexicon.allCases {
      let entries = LexiconWords.of(language).entries(lexicon)
      #expect(entries.count >= 25)
      #expect(Set(entries).count == entries.count)
    }
  }

  @Test func `the longest entry counts once`() throws {
    let analyzer = Letters.analyzer()
    let once = try #require(analyzer.analyze(subject: nil, body: "We ask you to answer this as soon as possible."))
    #expect(once.hits(.urgency) == 1)
    let twice = try #require(
      analyzer.analyze(
        subject: nil, body: "We ask you to answer this as soon as possible and without any of that, at once."))
    #expect(twice.hits(.urgency) == 2)
  }

  @Test func `a phrase does not reach across sentences`() throws {
    let analyzer = Letters.analyzer()
    let apart = try #require(
      analyzer.analyze(subject: nil, body: "This is where we looked at. Once there it was gone."))
    #expect(apart.hits(.urgency) == 0)
  }

  @Test func `inflected words and hurried spellings are hit`() throws {
    let analyzer = Letters.analyzer()
    let german = try #require(
      analyzer.analyze(subject: nil, body: "Wir bitten um unverzuegliche Antwort, es ist sehr dringlich."))
    #expect(german.language == "de")
    #expect(german.hits(.urgency) == 2)
    let spanish = try #require(
      analyzer.analyze(subject: nil, body: "Es un menor desaparecido y la victima esta en peligro con su madre."))
    #expect(spanish.hits(.threat) == 3)
  }
}
