/// Counts 64-bit hashes in order of first appearance, up to a fixed number of different ones.
struct HashCounter {
  let limit: Int
  private(set) var hashes: [UInt64] = []
  private(set) var counts: [UInt16] = []
  private var slots: [UInt16]

  /// Holds at most `limit` different hashes, fewer than 65,535.
  init(limit: Int) {
    self.limit = limit
    var size = 2
    while size < limit * 2 { size *= 2 }
    slots = [UInt16](repeating: 0, count: size)
  }

  mutating func reset() {
    hashes.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    for index in slots.indices { slots[index] = 0 }
  }

  /// Counts one appearance; a new hash beyond the limit is left out, and a count stops at 65,535.
  mutating func add(_ hash: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == hash {
        if counts[index] < .max { counts[index] += 1 }
        return
      }
      slot = (slot + 1) & mask
    }
    guard hashes.count < limit else { return }
    hashes.append(hash)
    counts.append(1)
    slots[slot] = UInt16(hashes.count)
  }
}
