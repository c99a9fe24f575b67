import RequestModel
import Statistics

extension Reading {
  /// The place of a word's stem in a language; the last place holds the word itself, for no language.
  private func place(_ entry: Int32, _ language: WordingLanguage?) -> Int {
    Int(entry) * WordTable.readings + Int(language?.rawValue ?? UInt8(WordingLanguage.allCases.count))
  }

  /// The stem of a word, found out where it was not yet.
  @inline(__always) mutating func stem(_ entry: Int32, _ language: WordingLanguage?) -> WordTable.Stem {
    let known = table.stems[place(entry, language)]
    return known.lexicon >= 0 ? known : learn(entry, language)
  }

  private mutating func learn(_ entry: Int32, _ language: WordingLanguage?) -> WordTable.Stem {
    let word = table.bytes(Int(entry))
    var stem = WordTable.Stem(keyed: 0, lexicon: 0)
    if let language, entry >= WordMask.allCases.count {
      let bytes = stemmers[Int(language.rawValue)].stem(word)
      stem.keyed = bytes.withUnsafeBufferPointer { hasher.hash($0) }
      stem.lexicon = lexicons[Int(language.rawValue)].identifier(of: bytes)
    } else {
      stem.keyed = word.withUnsafeBufferPointer { hasher.hash($0) }
    }
    table.stems[place(entry, language)] = stem
    return stem
  }

  mutating func fillWords(_ features: inout WordingFeatures, language: WordingLanguage?) {
    words.reset()
    for index in tokenizer.tokens.indices { words.add(stem(tokenizer.tokens[index].entry, language).keyed) }
    features.words = zip(words.hashes, words.counts).map { WordingFeatures.Word(hash: $0, count: $1) }
  }

  /// Five words are a shingle; which ones are kept is decided without the key, so that a new key keeps the same ones.
  ///
  /// Source: FracMinHash, Irber et al., "Lightweight compositional analysis of metagenomes with FracMinHash", 2022.
  mutating func fillShingles(_ features: inout WordingFeatures) {
    shingles.reset()
    let tokens = tokenizer.tokens
    guard tokens.count >= 5 else { return }
    for start in 0...(tokens.count - 5) {
      var state: UInt64 = 5
      for index in start..<(start + 5) {
        state = PlainHash.combine(state, table.entries[Int(tokens[index].entry)].hash)
      }
      let plain = PlainHash.finish(state)
      if plain % 4 == 0 { shingles.add(hasher.hash(plain)) }
    }
    features.shingles = shingles.hashes
  }

  /// Counts the entries of the lexicons in the text's language; in an unclear one, the highest count of the six.
  mutating func fillLexicons(_ features: inout WordingFeatures, language: WordingLanguage?) {
    for candidate in WordingLanguage.allCases where language == nil || language == candidate {
      let hits = lexiconHits(candidate)
      for lexicon in hits.indices { features.lexiconHits[lexicon] = max(features.lexiconHits[lexicon], hits[lexicon]) }
    }
  }

  /// The hits of one language's lexicons; the longest entry counts, and entries of one lexicon do not overlap.
  private mutating func lexiconHits(_ language: WordingLanguage) -> [UInt16] {
    var hits = [UInt16](repeating: 0, count: Lexicon.allCases.count)
    var free = [Int](repeating: 0, count: Lexicon.allCases.count)
    let entries = lexicons[Int(language.rawValue)]
    for start in tokenizer.tokens.indices {
      let first = stem(tokenizer.tokens[start].entry, language).lexicon
      guard first > 0 else { continue }
      for index in entries.phrases(from: first) {
        let phrase = entries.phrases[index]
        let lexicon = Int(phrase.lexicon.rawValue)
        guard start >= free[lexicon], matches(phrase, of: entries, at: start, language) else { continue }
        free[lexicon] = start + Int(phrase.count)
        if hits[lexicon] < .max { hits[lexicon] += 1 }
      }
    }
    return hits
  }

  @inline(__always) private mutating func matches(
    _ phrase: LexiconTable.Phrase, of entries: LexiconTable, at start: Int, _ language: WordingLanguage
  ) -> Bool {
    guard start + Int(phrase.count) <= tokenizer.tokens.count else { return false }
    for offset in 1..<max(1, Int(phrase.count)) {
      let token = tokenizer.tokens[start + offset]
      guard !token.startsSentence, stem(token.entry, language).lexicon == entries.stems[Int(phrase.start) + offset]
      else { return false }
    }
    return true
  }
}
