/// A map from 64-bit keys to non-negative whole counts, made for profiles: flat, small, quick to read.
///
/// Open addressing with linear probing; the keys are hashes already. Content is a set of (key, count) pairs: two tables
/// that learned the same in another order are equal, whatever their layout. Merging is addition, so it is associative
/// and commutative. Reading and adding are O(1) expected; `decay`, `prune` and `sortedEntries` O(n log n) at most.
package struct CountTable: Sendable {
  @usableFromInline var keys: ContiguousArray<UInt64>
  @usableFromInline var counts: ContiguousArray<Int64>
  @usableFromInline var mask: Int
  /// How many keys have a count above zero.
  package private(set) var count: Int

  package init(minimumCapacity: Int = 0) {
    var capacity = 8
    while capacity * 5 < minimumCapacity * 8 { capacity *= 2 }
    keys = ContiguousArray(repeating: 0, count: capacity)
    counts = ContiguousArray(repeating: 0, count: capacity)
    mask = capacity - 1
    count = 0
  }

  /// The count of `key`; zero where it was never added.
  @inlinable
  package subscript(key: UInt64) -> Int64 {
    keys.withUnsafeBufferPointer { keys in
      counts.withUnsafeBufferPointer { counts in
        var i = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
        while counts[i] != 0 {
          if keys[i] == key { return counts[i] }
          i = (i &+ 1) & mask
        }
        return 0
      }
    }
  }

  /// Adds `amount` (it may be negative: the count stops at zero).
  package mutating func add(_ amount: Int64, to key: UInt64) {
    if amount == 0 { return }
    var i = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
    while counts[i] != 0 {
      if keys[i] == key {
        counts[i] = max(0, counts[i] &+ amount)
        if counts[i] == 0 {
          counts[i] = 1  // keeps the probe chain whole until the table is laid again
          self = CountTable(sortedEntries.filter { $0.key != key })
        }
        return
      }
      i = (i &+ 1) & mask
    }
    if amount < 0 { return }
    keys[i] = key
    counts[i] = amount
    count += 1
    if count * 8 > keys.count * 5 { grow() }
  }

  package init(_ entries: some Sequence<(key: UInt64, count: Int64)>) {
    self.init(minimumCapacity: entries.underestimatedCount)
    for (key, amount) in entries { add(amount, to: key) }
  }

  private mutating func grow() {
    var larger = CountTable(minimumCapacity: keys.count)
    for i in keys.indices where counts[i] != 0 { larger.add(counts[i], to: keys[i]) }
    self = larger
  }

  /// The entries by ascending key: the canonical form.
  package var sortedEntries: [(key: UInt64, count: Int64)] {
    var out: [(key: UInt64, count: Int64)] = []
    out.reserveCapacity(count)
    for i in keys.indices where counts[i] != 0 { out.append((keys[i], counts[i])) }
    out.sort { $0.key < $1.key }
    return out
  }

  /// Multiplies every count by `factor` in [0, 1], rounding down; what reaches zero is gone.
  package mutating func decay(by factor: Double) {
    var kept = CountTable(minimumCapacity: count)
    for i in keys.indices where counts[i] != 0 {
      let aged = Int64(Double(counts[i]) * factor)
      if aged > 0 { kept.add(aged, to: keys[i]) }
    }
    self = kept
  }

  /// Drops the smallest counts until at most `limit` keys are left: all keys of the count at the cut go together, so
  /// that what stays does not depend on the keys' bits.
  package mutating func prune(to limit: Int) {
    guard count > limit else { return }
    var values: [Int64] = []
    values.reserveCapacity(count)
    for i in counts.indices where counts[i] != 0 { values.append(counts[i]) }
    values.sort(by: >)
    let cut = values[limit]
    self = CountTable(sortedEntries.filter { $0.count > cut })
  }

  package mutating func merge(_ other: CountTable) {
    for i in other.keys.indices where other.counts[i] != 0 { add(other.counts[i], to: other.keys[i]) }
  }
}

extension CountTable: Equatable {
  package static func == (a: CountTable, b: CountTable) -> Bool {
    a.count == b.count && a.keys.indices.allSatisfy { a.counts[$0] == 0 || b[a.keys[$0]] == a.counts[$0] }
  }
}
