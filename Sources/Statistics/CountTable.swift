/// A map from 64-bit keys to non-negative whole counts, made for profiles: flat, small, quick to read.
///
/// Open addressing with linear probing; the keys are hashes already, and a key stands beside its count, so that a look-up
/// touches one line of the cache. Content is a set of (key, count) pairs: two tables that learned the same in another
/// order are equal, whatever their layout. Merging is addition, so it is associative and commutative. Reading and adding
/// are O(1) expected, `decay`, `prune` and `sortedEntries` O(n).
package struct CountTable: Sendable {
  /// One place of the table; a count of zero means that the place is free.
  private struct Place: Sendable {
    var key: UInt64
    var count: Int64
  }

  private var places: ContiguousArray<Place>
  private var mask: Int
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
  package subscript(key: UInt64) -> Int64 {
    places.withUnsafeBufferPointer { places in
      var i = CountTable.home(of: key, mask)
      // A free place has a count of zero, which is the answer, too.
      while places[i].key != key, places[i].count != 0 { i = (i &+ 1) & mask }
      return places[i].count
    }
  }

  /// Reads the counts of many keys at once, in their order.
  ///
  /// The first look at every key waits for none of the others, so that the memory answers all of them together.
  package func read(_ keys: UnsafeBufferPointer<UInt64>, into counts: UnsafeMutableBufferPointer<Int64>) {
    places.withUnsafeBufferPointer { places in
      for k in keys.indices {
        let place = places[CountTable.home(of: keys[k], mask)]
        counts[k] = (place.key == keys[k]) || (place.count == 0) ? place.count : -1
      }
      for k in keys.indices where counts[k] < 0 {
        var i = (CountTable.home(of: keys[k], mask) &+ 1) & mask
        while places[i].key != keys[k], places[i].count != 0 { i = (i &+ 1) & mask }
        counts[k] = places[i].count
      }
    }
  }

  /// The same for the keys whose marks have this bit; the others count as zero.
  ///
  /// The counts stand `stride` places apart.
  package func read(
    _ keys: UnsafeBufferPointer<UInt64>, where marks: UnsafeBufferPointer<UInt8>, have bit: UInt8,
    into counts: UnsafeMutablePointer<Int64>, every stride: Int
  ) {
    let mask = mask
    places.withUnsafeBufferPointer { places in
      var count = counts
      for k in keys.indices {
        if marks[k] & bit != 0 {
          let place = places[CountTable.home(of: keys[k], mask)]
          count.pointee = (place.key == keys[k]) || (place.count == 0) ? place.count : -1
        } else {
          count.pointee = 0
        }
        count += stride
      }
      count = counts
      for k in keys.indices {
        if count.pointee < 0 {
          var i = (CountTable.home(of: keys[k], mask) &+ 1) & mask
          while places[i].key != keys[k], places[i].count != 0 { i = (i &+ 1) & mask }
          count.pointee = places[i].count
        }
        count += stride
      }
    }
  }

  /// The place that a key would like best: its own low bits, so that keys which follow each other are neighbours.
  @inline(__always)
  private static func home(of key: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: key) & mask }

  /// Adds `amount` (it may be negative: the count stops at zero).
  package mutating func add(_ amount: Int64, to key: UInt64) {
    withUnsafePointer(to: key) { add(amount, toEach: UnsafeBufferPointer(start: $0, count: 1)) }
  }

  /// Adds `amount` to one key after the other; the table's memory is made sure of once for all of them.
  package mutating func add(_ amount: Int64, toEach keys: UnsafeBufferPointer<UInt64>) {
    if amount == 0 { return }
    var next = 0
    while next < keys.count {
      let room = places.count * 5 / 8
      var known = count
      let mask = mask
      places.withUnsafeMutableBufferPointer { places in
        while next < keys.count, known <= room {
          let key = keys[next]
          next += 1
          var i = CountTable.home(of: key, mask)
          while places[i].count != 0, places[i].key != key { i = (i &+ 1) & mask }
          if places[i].count == 0 {
            if amount < 0 { continue }
            places[i] = Place(key: key, count: amount)
            known += 1
          } else if amount > 0 {
            places[i].count &+= amount
          } else {
            let sum = max(0, places[i].count &+ amount)
            if sum > 0 {
              places[i].count = sum
            } else {
              CountTable.free(i, in: places, mask)
              known -= 1
            }
          }
        }
      }
      count = known
      if known > room { grow() }
    }
  }

  private mutating func grow() {
    let old = places
    let known = count
    self = CountTable(minimumCapacity: old.count)
    count = known
    let mask = mask
    places.withUnsafeMutableBufferPointer { places in
      for place in old where place.count != 0 {
        var i = CountTable.home(of: place.key, mask)
        while places[i].count != 0 { i = (i &+ 1) & mask }
        places[i] = place
      }
    }
  }

  /// Frees a place and moves up what was pushed on by it, so that every probe chain stays whole.
  private static func free(_ place: Int, in places: UnsafeMutableBufferPointer<Place>, _ mask: Int) {
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
  }

  private mutating func remove(_ keys: [UInt64]) {
    if keys.isEmpty { return }
    let mask = mask
    var known = count
    places.withUnsafeMutableBufferPointer { places in
      for key in keys {
        var i = CountTable.home(of: key, mask)
        while places[i].count != 0, places[i].key != key { i = (i &+ 1) & mask }
        if places[i].count != 0 {
          CountTable.free(i, in: places, mask)
          known -= 1
        }
      }
    }
    count = known
  }

  /// The entries by ascending key: the canonical form.
  ///
  /// Keys that are hashes are spread evenly: each entry is put where its key's high bits say, and has but a few places to
  /// go from there. O(n); keys that crowd are sorted as any list is.
  package var sortedEntries: [(key: UInt64, count: Int64)] {
    var buckets = 1
    while buckets < count { buckets *= 2 }
    let shift = UInt64(UInt64.bitWidth - buckets.trailingZeroBitCount)
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: buckets) { next in
      next.initialize(repeating: 0)
      // A shift by all 64 bits gives 0: the one bucket of a table of one.
      for place in places where place.count != 0 { next[Int(place.key >> shift)] += 1 }
      var most: Int32 = 0
      var start: Int32 = 0
      for i in next.indices {
        most = max(most, next[i])
        (next[i], start) = (start, start + next[i])
      }
      var out = [(key: UInt64, count: Int64)](unsafeUninitializedCapacity: count) { out, filled in
        for place in places where place.count != 0 {
          let bucket = Int(place.key >> shift)
          out.initializeElement(at: Int(next[bucket]), to: (place.key, place.count))
          next[bucket] += 1
        }
        filled = count
      }
      if most > CountTable.crowded { out.sort { $0.key < $1.key } } else { CountTable.settle(&out) }
      return out
    }
  }

  /// From so many entries in one bucket on, keys are not spread like hashes.
  private static let crowded = 32

  /// Sorts a list in which every entry is near its place.
  private static func settle(_ entries: inout [(key: UInt64, count: Int64)]) {
    entries.withUnsafeMutableBufferPointer { entries in
      for i in entries.indices.dropFirst() {
        let entry = entries[i]
        var place = i
        while place > 0, entries[place - 1].key > entry.key {
          entries[place] = entries[place - 1]
          place -= 1
        }
        entries[place] = entry
      }
    }
  }

  /// Multiplies every count by `factor` in [0, 1], rounding down; what reaches zero is gone.
  package mutating func decay(by factor: Double) {
    var gone: [UInt64] = []
    places.withUnsafeMutableBufferPointer { places in
      for i in places.indices {
        let count = places[i].count
        let aged = Int64(Double(count) * factor)
        places[i].count = aged
        // Free places and those that stay take the same way: which is which cannot be foretold.
        if (aged == 0) != (count == 0) {
          gone.append(places[i].key)
          places[i].count = 1
        }
      }
    }
    remove(gone)
  }

  /// Drops the smallest counts until at most `limit` keys are left: all keys of the count at the cut go together, so
  /// that what stays does not depend on the keys' bits.
  package mutating func prune(to limit: Int) {
    guard count > limit else { return }
    let cut = count(atAscending: count - max(0, limit))
    var gone: [UInt64] = []
    for place in places where place.count <= cut && place.count != 0 { gone.append(place.key) }
    remove(gone)
  }

  /// The count at a place, from 1, of the ascending order.
  ///
  /// By counting small counts, O(n); where it is a large one, by sorting.
  private func count(atAscending place: Int) -> Int64 {
    let bins = 4096
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: bins) { keys in
      keys.initialize(repeating: 0)
      places.withUnsafeBufferPointer { places in
        for i in places.indices { keys[min(bins - 1, Int(places[i].count))] += 1 }
      }
      var below = 0
      for count in 1..<(bins - 1) {
        below += Int(keys[count])
        if below >= place { return Int64(count) }
      }
      let large = places.lazy.map(\.count).filter { $0 >= Int64(bins - 1) }.sorted()
      return large[place - below - 1]
    }
  }

  package mutating func merge(_ other: CountTable) {
    for place in other.places where place.count != 0 { add(place.count, to: place.key) }
  }
}

extension CountTable: Equatable {
  package static func == (a: CountTable, b: CountTable) -> Bool {
    a.count == b.count && a.places.allSatisfy { $0.count == 0 || b[$0.key] == $0.count }
  }
}
