import RequestModel
import Testing
import Wording

@Suite struct LanguageTests {
  @Test func `the language of every sample letter is found`() {
    let analyzer = Letters.analyzer()
    for (language, letters) in Letters.samples {
      for letter in letters {
        #expect(analyzer.analyze(subject: nil, body: letter)?.language == language, "\(letter)")
      }
    }
  }

  @Test(arguments: [
    "Case 4711", "Smith, John", "DE89 3704 0044", "ok", "Мы просим предоставить данные об этом пользователе",
  ])
  func `where no language is clear none is named`(text: String) {
    #expect(Letters.analyzer().analyze(subject: text, body: nil)?.language == "")
  }

  @Test(arguments: [
    "Wij verzoeken u om de gegevens van het account dat hieronder staat en niet aan de klant door te geven.",
    "Prosimy o przekazanie danych użytkownika, który jest podejrzany, oraz nie informować go o tym.",
    "Vi ber om uppgifter om kontot som anges nedan och att det inte lämnas ut till någon.",
  ])
  func `a language beyond the six is none of them`(text: String) {
    #expect(Letters.analyzer().analyze(subject: nil, body: text)?.language == "")
  }

  @Test func `the declared language changes nothing`() {
    let analyzer = Letters.analyzer()
    let letter = Letters.german[5]
    let undeclared = analyzer.analyze(subject: nil, body: letter)
    #expect(analyzer.analyze(subject: nil, body: letter, declaredLanguage: "en") == undeclared)
  }
}
