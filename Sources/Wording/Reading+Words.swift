import RequestModel
import Statistics

extension Reading {
  /// Reads what every token is in a language into `stems`.
  mutating func readStems(_ language: WordingLanguage?) {
    let (hasher, stemmers, lexicons) = (hasher, stemmers, lexicons)
    table.read(tokenizer.tokens, language, into: &stems) { entry, word in
      var stem = WordTable.Stem(keyed: 0, lexicon: 0)
      if let language, entry >= WordMask.allCases.count {
        let bytes = stemmers[Int(language.rawValue)].stem(word)
        stem.keyed = bytes.withUnsafeBufferPointer { hasher.hash($0) }
        stem.lexicon = lexicons[Int(language.rawValue)].identifier(of: bytes)
      } else {
        stem.keyed = word.withUnsafeBufferPointer { hasher.hash($0) }
      }
      return stem
    }
  }

  /// Counts the stems that were read.
  mutating func fillWords(_ features: inout WordingFeatures) {
    words.reset()
    hashes.removeAll(keepingCapacity: true)
    hashes.append(contentsOf: stems.lazy.map(\.keyed))
    hashes.withUnsafeBufferPointer { words.add($0) }
    let (hashes, counts) = (words.hashes, words.counts)
    features.words = hashes.indices.map { WordingFeatures.Word(hash: hashes[$0], count: counts[$0]) }
  }

  /// Five words are a shingle; which ones are kept is decided without the key, so that a new key keeps the same ones.
  ///
  /// Source: FracMinHash, Irber et al., "Lightweight compositional analysis of metagenomes with FracMinHash", 2022.
  mutating func fillShingles(_ features: inout WordingFeatures) {
    guard tokenizer.tokens.count >= 5 else { return }
    hashes.removeAll(keepingCapacity: true)
    let entries = table.entries
    hashes.append(contentsOf: tokenizer.tokens.lazy.map { entries[Int($0.entry)].hash })
    var kept = 0
    hashes.withUnsafeMutableBufferPointer { hashes in
      // Those that are kept take the places of words that were read already.
      for start in 0...(hashes.count - 5) {
        var state: UInt64 = 5
        for index in start..<(start + 5) { state = PlainHash.combine(state, hashes[index]) }
        let plain = PlainHash.finish(state)
        guard plain % 4 == 0 else { continue }
        hashes[kept] = hasher.hash(plain)
        kept += 1
      }
    }
    shingles.reset()
    hashes.withUnsafeBufferPointer { shingles.add(UnsafeBufferPointer(rebasing: $0[..<kept])) }
    features.shingles = Array(shingles.hashes)
  }

  /// Counts the entries of the lexicons in the text's language, whose stems were read; in an unclear one, the highest
  /// count of the six.
  mutating func fillLexicons(_ features: inout WordingFeatures, language: WordingLanguage?) {
    if let language { return countHits(language, &features.lexiconHits) }
    for candidate in WordingLanguage.allCases {
      readStems(candidate)
      var hits = [UInt16](repeating: 0, count: Lexicon.allCases.count)
      countHits(candidate, &hits)
      for lexicon in hits.indices { features.lexiconHits[lexicon] = max(features.lexiconHits[lexicon], hits[lexicon]) }
    }
  }

  /// Adds the hits of one language's lexicons; the longest entry counts, and entries of one lexicon do not overlap.
  private func countHits(_ language: WordingLanguage, _ hits: inout [UInt16]) {
    var free = SIMD8<Int>.zero
    let entries = lexicons[Int(language.rawValue)]
    for start in stems.indices {
      let first = stems[start].lexicon
      guard first > 0 else { continue }
      for index in entries.phrases(from: first) {
        let phrase = entries.phrases[index]
        let lexicon = Int(phrase.lexicon.rawValue)
        guard start >= free[lexicon], matches(phrase, of: entries, at: start) else { continue }
        free[lexicon] = start + Int(phrase.count)
        if hits[lexicon] < .max { hits[lexicon] += 1 }
      }
    }
  }

  private func matches(_ phrase: LexiconTable.Phrase, of entries: LexiconTable, at start: Int) -> Bool {
    guard start + Int(phrase.count) <= stems.count else { return false }
    for offset in 1..<max(1, Int(phrase.count)) {
      guard !tokenizer.tokens[start + offset].startsSentence,
        stems[start + offset].lexicon == entries.stems[Int(phrase.start) + offset]
      else { return false }
    }
    return true
  }
}
