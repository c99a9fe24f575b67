/// The words met so far, each with what is known of it, in a table that an analyzer keeps from letter to letter.
///
/// Open addressing by the word's plain hash; equal hashes are told apart by the word's bytes. What a word means never
/// depends on what the table held before: it only saves the work of finding it out again.
struct WordTable {
  /// What every appearance of a word asks for, in as little room as can be.
  struct Entry {
    var hash: UInt64
    var start: Int32
    var length: Int16
    /// As in `WordKnowledge`.
    var isTitle: Bool
    var isAbbreviation: Bool
  }

  /// What a word is in one language; `lexicon` is negative until it was looked up.
  struct Stem {
    var keyed: UInt64 = 0
    var lexicon: Int32 = -1
  }

  private(set) var entries: [Entry] = []
  private(set) var knowledge: [WordKnowledge] = []
  /// By language, those of the six and, last, of none: what stands at a word's place, or beyond the end, is not known yet.
  private var stems: [[Stem]] = WordTable.noStems
  private var pool: [UInt8] = []
  private var slots: [Int32] = [Int32](repeating: -1, count: 4096)

  private static let noStems = [[Stem]](repeating: [], count: WordingLanguage.allCases.count + 1)

  var count: Int { entries.count }

  /// The bytes of a word in the table.
  func bytes(_ index: Int) -> [UInt8] {
    let entry = entries[index]
    return [UInt8](pool[Int(entry.start)..<Int(entry.start) + Int(entry.length)])
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    knowledge.removeAll(keepingCapacity: true)
    stems = WordTable.noStems
    pool.removeAll(keepingCapacity: true)
    slots = [Int32](repeating: -1, count: 4096)
  }

  /// The word's place in the table, entered with its knowledge where it is new.
  ///
  /// Complexity: O(length) expected.
  mutating func index(of word: UnsafeBufferPointer<UInt8>, lexis: Lexis) -> Int {
    let hash = PlainHash.hash(word)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let found = Int(slots[slot])
      if entries[found].hash == hash, matches(found, word) { return found }
      slot = (slot + 1) & (slots.count - 1)
    }
    return enter(word, hash, slot: slot, lexis: lexis)
  }

  private mutating func enter(
    _ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64, slot: Int, lexis: Lexis
  ) -> Int {
    let index = entries.count
    let known = lexis.knowledge(of: word)
    entries.append(
      Entry(
        hash: hash, start: Int32(pool.count), length: Int16(word.count), isTitle: known.isTitle,
        isAbbreviation: known.isAbbreviation))
    knowledge.append(known)
    pool.append(contentsOf: word)
    slots[slot] = Int32(index)
    if entries.count * 2 > slots.count { grow() }
    return index
  }

  @inline(__always) private func matches(_ index: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(entries[index].length) == word.count else { return false }
    // Up to eight bytes the hash is one to one.
    return word.count <= 8 || holds(word, from: Int(entries[index].start))
  }

  private func holds(_ word: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    pool.withUnsafeBufferPointer { pool in
      for offset in 0..<word.count where pool[start + offset] != word[offset] { return false }
      return true
    }
  }

  private mutating func grow() {
    var wider = [Int32](repeating: -1, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (wider.count - 1)
      while wider[slot] >= 0 { slot = (slot + 1) & (wider.count - 1) }
      wider[slot] = Int32(index)
    }
    slots = wider
  }

  // MARK: Stems

  /// Puts down the stems of every token in a language; `learn` finds out those that are not known yet.
  mutating func read(
    _ tokens: [Token], _ language: WordingLanguage?, into read: inout [Stem],
    learn: (_ entry: Int, _ word: [UInt8]) -> Stem
  ) {
    let row = Int(language?.rawValue ?? UInt8(WordingLanguage.allCases.count))
    while stems[row].count < entries.count { stems[row].append(Stem()) }
    read.removeAll(keepingCapacity: true)
    read.reserveCapacity(tokens.count)
    for index in tokens.indices {
      let entry = Int(tokens[index].entry)
      if stems[row][entry].lexicon < 0 { stems[row][entry] = learn(entry, bytes(entry)) }
      read.append(stems[row][entry])
    }
  }
}
