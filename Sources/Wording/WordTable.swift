/// The words met so far, each with what is known of it, in a table that an analyzer keeps from letter to letter.
///
/// Open addressing by the word's plain hash; equal hashes are told apart by the word's bytes. What a word means never
/// depends on what the table held before: it only saves the work of finding it out again.
struct WordTable {
  struct Entry {
    var hash: UInt64
    var start: Int32
    var length: Int32
    var knowledge: WordKnowledge
  }

  /// What a word is in one language; `lexicon` is negative until it was looked up.
  struct Stem {
    var keyed: UInt64 = 0
    var lexicon: Int32 = -1
  }

  /// The six languages and, last, none.
  static let readings = WordingLanguage.allCases.count + 1

  private(set) var entries: [Entry] = []
  var stems: [Stem] = []
  private var pool: [UInt8] = []
  private var slots: [Int32] = [Int32](repeating: -1, count: 4096)

  var count: Int { entries.count }

  /// The bytes of a word in the table.
  func bytes(_ index: Int) -> [UInt8] {
    let entry = entries[index]
    return [UInt8](pool[Int(entry.start)..<Int(entry.start + entry.length)])
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    stems.removeAll(keepingCapacity: true)
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
    let index = entries.count
    entries.append(
      Entry(
        hash: hash, start: Int32(pool.count), length: Int32(word.count), knowledge: lexis.knowledge(of: word)))
    pool.append(contentsOf: word)
    for _ in 0..<Self.readings { stems.append(Stem()) }
    slots[slot] = Int32(index)
    if entries.count * 2 > slots.count { grow() }
    return index
  }

  private func matches(_ index: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let entry = entries[index]
    guard Int(entry.length) == word.count else { return false }
    let start = Int(entry.start)
    return pool.withUnsafeBufferPointer { pool in
      for offset in 0..<word.count where pool[start + offset] != word[offset] { return false }
      return true
    }
  }

  private mutating func grow() {
    var wider = [Int32](repeating: -1, count: slots.count * 4)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (wider.count - 1)
      while wider[slot] >= 0 { slot = (slot + 1) & (wider.count - 1) }
      wider[slot] = Int32(index)
    }
    slots = wider
  }
}
