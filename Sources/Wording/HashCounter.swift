/// Counts 64-bit hashes in order of first appearance, up to a fixed number of different ones.
struct HashCounter {
  let limit: Int
  /// How many different ones there are.
  private(set) var count = 0
  /// What stands beyond `count` means nothing.
  private var hashList: [UInt64]
  private var countList: [UInt16]
  private var slots: [UInt16]

  var hashes: ArraySlice<UInt64> { hashList[..<count] }
  var counts: ArraySlice<UInt16> { countList[..<count] }

  /// Holds at most `limit` different hashes, fewer than 65,535.
  init(limit: Int) {
    self.limit = limit
    var size = 2
    while size < limit * 2 { size *= 2 }
    slots = [UInt16](repeating: 0, count: size)
    hashList = [UInt64](repeating: 0, count: limit)
    countList = [UInt16](repeating: 0, count: limit)
  }

  mutating func reset() {
    count = 0
    slots.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  /// Counts one appearance; a new hash beyond the limit is left out, and a count stops at 65,535.
  mutating func add(_ hash: UInt64) {
    withUnsafePointer(to: hash) { add(UnsafeBufferPointer(start: $0, count: 1)) }
  }

  /// Counts one appearance each.
  mutating func add(_ added: UnsafeBufferPointer<UInt64>) {
    let limit = limit
    var count = count
    hashList.withUnsafeMutableBufferPointer { hashes in
      countList.withUnsafeMutableBufferPointer { counts in
        slots.withUnsafeMutableBufferPointer { slots in
          let mask = slots.count - 1
          for hash in added {
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot] != 0, hashes[Int(slots[slot]) - 1] != hash { slot = (slot + 1) & mask }
            if slots[slot] != 0 {
              let index = Int(slots[slot]) - 1
              if counts[index] < .max { counts[index] += 1 }
            } else if count < limit {
              hashes[count] = hash
              counts[count] = 1
              count += 1
              slots[slot] = UInt16(count)
            }
          }
        }
      }
    }
    self.count = count
  }
}
