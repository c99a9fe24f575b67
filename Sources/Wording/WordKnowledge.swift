/// What a folded word tells by itself, whatever the language of its text.
struct WordKnowledge: Hashable, Sendable {
  /// How strongly the word speaks for each language, by raw value; the seventh place is any other language.
  var evidence: SIMD8<UInt16> = .zero
  /// Its part in a reply time.
  var reply: ReplyWord?
  /// Whether it announces a person's name: officer, Herr, madame.
  var isTitle = false
  /// Whether a full stop behind it does not end a sentence.
  var isAbbreviation = false
}

/// The closed word lists behind `WordKnowledge`: function words, words of reply times, titles, abbreviations.
struct Lexis: Sendable {
  /// The lists below: a constant, compiled on first use.
  static let standard = Lexis()

  private var known: [[UInt8]: WordKnowledge] = [:]

  init() {
    addFunctionWords()
    for (words, reply) in ReplyWord.vocabulary {
      for word in Self.words(words) { known[word, default: WordKnowledge()].reply = reply }
    }
    for word in Self.words(Self.titles) {
      known[word, default: WordKnowledge()].isTitle = true
      known[word, default: WordKnowledge()].isAbbreviation = true
    }
    for word in Self.words(Self.abbreviations) { known[word, default: WordKnowledge()].isAbbreviation = true }
  }

  /// What is known of a word: the lists, then letters and endings that only one language uses.
  func knowledge(of word: UnsafeBufferPointer<UInt8>) -> WordKnowledge {
    let bytes = [UInt8](word)
    return known[bytes] ?? WordKnowledge(evidence: Orthography.evidence(of: bytes))
  }

  /// Folds and splits a list of words.
  static func words(_ list: String) -> [[UInt8]] {
    var folded = FoldedText()
    var list = list
    list.withUTF8 { folded.append($0) }
    return folded.bytes.split { !($0 >= 0x80 || (0x61...0x7A).contains($0)) }.map { [UInt8]($0) }
  }

  /// A word weighs the more for a language the fewer languages share it: 12 points, divided among them.
  private mutating func addFunctionWords() {
    var users: [[UInt8]: [Int]] = [:]
    for (language, list) in FunctionWords.lists.enumerated() {
      for word in Self.words(list) where users[word]?.contains(language) != true {
        users[word, default: []].append(language)
      }
    }
    for (word, languages) in users {
      for language in languages {
        known[word, default: WordKnowledge()].evidence[language] = UInt16(12 / languages.count)
      }
    }
  }

  /// Words that stand before a person's name.
  private static let titles = """
    mr mrs ms messrs dr prof det detective officer sergeant sgt lieutenant lt captain capt inspector insp constable
    deputy superintendent trooper sheriff agent judge attorney sig signor signora signorina dott dottor dottoressa avv
    ispettore commissario maresciallo brigadiere appuntato questore herr herrn frau kommissar kommissarin
    kriminalkommissar kriminalhauptkommissar oberkommissar hauptkommissar staatsanwalt staatsanwältin richter
    richterin monsieur madame mademoiselle mme mlle brigadier gendarme lieutenant commissaire adjudant procureur
    maître señor señora sra sr don doña inspector comisario comisaria subinspector agente fiscal juez senhor senhora
    delegado delegada escrivão juiz juíza promotor promotora doutor doutora inspetor
    """

  /// Words that end in a full stop within a sentence.
  private static let abbreviations = """
    no nos nr art arts sec ref tel fax ext st ave vs etc inc ltd corp approx dept div attn jr usc cfr para pp vol fig
    cfr lett comma pag proc pen civ dlgs num abs bzw usw ggf ca inkl str bsp sog vgl zb az al env cf mm ste núm pág
    apdo ud uds vd av exmo exma nº ilmo ltda
    """
}
