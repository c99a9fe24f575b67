/// A map from 64-bit keys to non-negative whole counts, made for profiles: flat, small, quick to read.
///
/// Open addressing with linear probing; the keys are hashes already, and a key stands beside its count, so that a look-up
/// touches one line of the cache. Content is a set of (key, count) pairs: two tables that learned the same in another
/// order are equal, whatever their layout. Merging is addition, so it is associative and commutative. Reading and adding
/// are O(1) expected, `decay` and `prune` O(n), `sortedEntries` O(n log n).
package struct CountTable: Sendable {
  /// One place of the table; a count of zero means that the place is free.
  @usableFromInline
  package struct Place: Sendable {
    @usableFromInline var key: UInt64
    @usableFromInline var count: Int64
  }

  @usableFromInline var places: ContiguousArray<Place>
  @usableFromInline var mask: Int
  /// How many keys have a count above zero.
  package private(set) var count: Int

  package init(minimumCapacity: Int = 0) {
    var capacity = 8
    while capacity * 5 < minimumCapacity * 8 { capacity *= 2 }
    places = ContiguousArray(repeating: Place(key: 0, count: 0), count: capacity)
    mask = capacity - 1
    count = 0
  }

  package init(_ entries: some Sequence<(key: UInt64, count: Int64)>) {
    self.init(minimumCapacity: entries.underestimatedCount)
    for (key, amount) in entries { add(amount, to: key) }
  }

  /// The count of `key`; zero where it was never added.
  @inlinable
  package subscript(key: UInt64) -> Int64 { withLent { $0[key] } }

  /// The place that a key would like best.
  @inlinable
  static func home(of key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
  }

  /// Adds `amount` (it may be negative: the count stops at zero).
  package mutating func add(_ amount: Int64, to key: UInt64) {
    if amount == 0 { return }
    var i = CountTable.home(of: key, mask)
    while places[i].count != 0 {
      if places[i].key == key {
        let sum = max(0, places[i].count &+ amount)
        if sum == 0 { remove(at: i) } else { places[i].count = sum }
        return
      }
      i = (i &+ 1) & mask
    }
    if amount < 0 { return }
    places[i] = Place(key: key, count: amount)
    count += 1
    if count * 8 > places.count * 5 { grow() }
  }

  private mutating func grow() {
    let old = places
    self = CountTable(minimumCapacity: old.count)
    for place in old where place.count != 0 { add(place.count, to: place.key) }
  }

  /// Frees a place and moves up what was pushed on by it, so that every probe chain stays whole.
  private mutating func remove(at place: Int) {
    var hole = place
    var i = place
    while true {
      i = (i &+ 1) & mask
      if places[i].count == 0 { break }
      let home = CountTable.home(of: places[i].key, mask)
      // What stands at i may move to the hole unless its home lies between the two.
      if (i &- home) & mask >= (i &- hole) & mask {
        places[hole] = places[i]
        hole = i
      }
    }
    places[hole] = Place(key: 0, count: 0)
    count -= 1
  }

  private mutating func remove(_ keys: [UInt64]) {
    for key in keys {
      var i = CountTable.home(of: key, mask)
      while places[i].count != 0, places[i].key != key { i = (i &+ 1) & mask }
      if places[i].count != 0 { remove(at: i) }
    }
  }

  /// The entries by ascending key: the canonical form.
  package var sortedEntries: [(key: UInt64, count: Int64)] {
    var out: [(key: UInt64, count: Int64)] = []
    out.reserveCapacity(count)
    for place in places where place.count != 0 { out.append((place.key, place.count)) }
    out.sort { $0.key < $1.key }
    return out
  }

  /// Multiplies every count by `factor` in [0, 1], rounding down; what reaches zero is gone.
  package mutating func decay(by factor: Double) {
    var gone: [UInt64] = []
    for i in places.indices where places[i].count != 0 {
      let aged = Int64(Double(places[i].count) * factor)
      if aged <= 0 { gone.append(places[i].key) }
      places[i].count = max(1, aged)
    }
    remove(gone)
  }

  /// Drops the smallest counts until at most `limit` keys are left: all keys of the count at the cut go together, so
  /// that what stays does not depend on the keys' bits.
  package mutating func prune(to limit: Int) {
    guard count > limit else { return }
    var values: [Int64] = []
    values.reserveCapacity(count)
    for place in places where place.count != 0 { values.append(place.count) }
    let cut = CountTable.value(atDescending: limit, of: &values)
    remove(places.filter { $0.count != 0 && $0.count <= cut }.map(\.key))
  }

  /// The value at a place of the descending order.
  ///
  /// Quickselect with three parts, O(n) expected; reorders `values`.
  private static func value(atDescending place: Int, of values: inout [Int64]) -> Int64 {
    var low = 0
    var high = values.count
    while true {
      let (a, b, c) = (values[low], values[low + (high - low) / 2], values[high - 1])
      let pivot = max(min(a, b), min(max(a, b), c))
      var (above, i, below) = (low, low, high)
      while i < below {
        if values[i] > pivot {
          values.swapAt(above, i)
          above += 1
          i += 1
        } else if values[i] < pivot {
          below -= 1
          values.swapAt(i, below)
        } else {
          i += 1
        }
      }
      if place < above { high = above } else if place >= below { low = below } else { return pivot }
    }
  }

  package mutating func merge(_ other: CountTable) {
    for place in other.places where place.count != 0 { add(place.count, to: place.key) }
  }
}

extension CountTable {
  /// A table's memory, lent for the length of a call: look-ups without reference counting.
  package struct Lent {
    @usableFromInline let places: UnsafePointer<Place>
    @usableFromInline let mask: Int

    @inlinable
    init(places: UnsafePointer<Place>, mask: Int) {
      self.places = places
      self.mask = mask
    }

    /// The count of `key`; zero where it was never added.
    @inlinable
    package subscript(key: UInt64) -> Int64 {
      var i = CountTable.home(of: key, mask)
      while places[i].count != 0 {
        if places[i].key == key { return places[i].count }
        i = (i &+ 1) & mask
      }
      return 0
    }
  }

  /// Lends the table to `body`, which may not keep it.
  @inlinable
  package func withLent<Result>(_ body: (Lent) throws -> Result) rethrows -> Result {
    try places.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return try CountTable().withLent(body) }
      return try body(Lent(places: start, mask: mask))
    }
  }
}

extension CountTable: Equatable {
  package static func == (a: CountTable, b: CountTable) -> Bool {
    a.count == b.count && a.places.allSatisfy { $0.count == 0 || b[$0.key] == $0.count }
  }
}
