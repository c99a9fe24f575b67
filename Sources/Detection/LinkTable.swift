/// Which agencies showed each key of the linkage window, and on which day last.
///
/// Open addressing with linear probing; the keys are hashes already. Nearly every key is one agency's, so that a place
/// holds one sighting and the others stand apart. O(1) expected; 24 bytes a place.
struct LinkTable: Sendable {
  private struct Sighting: Sendable {
    var agency: UInt32 = 0
    var day: Int32 = 0
  }

  /// A count of zero means that the place is free.
  private struct Place: Sendable {
    var key: UInt64 = 0
    var first = Sighting()
    /// Where the others stand in `others`; meaningless for a count of one.
    var rest: Int32 = 0
    var count: Int32 = 0
  }

  /// The agencies of a key beyond the first.
  private struct Others: Sendable {
    var sightings = (Sighting(), Sighting(), Sighting())

    subscript(place: Int) -> Sighting {
      get { place == 0 ? sightings.0 : place == 1 ? sightings.1 : sightings.2 }
      set {
        switch place {
        case 0: sightings.0 = newValue
        case 1: sightings.1 = newValue
        default: sightings.2 = newValue
        }
      }
    }
  }

  private var places = ContiguousArray<Place>(repeating: Place(), count: 16)
  private var others: ContiguousArray<Others> = []
  /// Places of `others` that are free again.
  private var free: [Int32] = []
  private(set) var count = 0

  /// The agencies that showed `key`.
  subscript(key: UInt64) -> LinkedAgencies {
    places.withUnsafeBufferPointer { places in
      let mask = places.count - 1
      var i = LinkTable.home(of: key, mask)
      while places[i].count != 0 {
        if places[i].key == key {
          var seen = LinkedAgencies(places[i].first.agency)
          for more in 1..<max(1, Int(places[i].count)) { seen.append(others[Int(places[i].rest)][more - 1].agency) }
          return seen
        }
        i = (i &+ 1) & mask
      }
      return LinkedAgencies()
    }
  }

  /// Notes that an agency showed a key on a day; false where that was known, or the key is everybody's.
  mutating func note(_ key: UInt64, agency: UInt32, day: Int32) -> Bool {
    let i = place(of: key)
    let seen = Int(places[i].count)
    if seen == 0 {
      places[i] = Place(key: key, first: Sighting(agency: agency, day: day), rest: 0, count: 1)
      count += 1
      if count * 8 > places.count * 5 { grow() }
      return true
    }
    if places[i].first.agency == agency { return LinkTable.renew(&places[i].first, day) }
    let rest = Int(places[i].rest)
    for more in 0..<(seen - 1) where others[rest][more].agency == agency {
      return LinkTable.renew(&others[rest][more], day)
    }
    guard seen <= LinkWindow.crowd else { return false }
    if seen == 1 { places[i].rest = takeRest() }
    others[Int(places[i].rest)][seen - 1] = Sighting(agency: agency, day: day)
    places[i].count += 1
    return true
  }

  private static func renew(_ sighting: inout Sighting, _ day: Int32) -> Bool {
    if sighting.day == day { return false }
    sighting.day = max(sighting.day, day)
    return true
  }

  /// Forgets who showed a key on this day or before.
  mutating func forget(_ key: UInt64, through day: Int32) {
    let i = place(of: key)
    let seen = Int(places[i].count)
    if seen == 0 { return }
    var kept: [Sighting] = []
    if places[i].first.day > day { kept.append(places[i].first) }
    let rest = Int(places[i].rest)
    for more in 0..<(seen - 1) where others[rest][more].day > day { kept.append(others[rest][more]) }
    if kept.count == seen { return }
    if kept.count <= 1, seen > 1 { free.append(Int32(rest)) }
    guard let first = kept.first else { return remove(at: i) }
    places[i].first = first
    places[i].count = Int32(kept.count)
    for more in 1..<kept.count { others[rest][more - 1] = kept[more] }
  }

  // MARK: Places

  private static func home(of key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: key) & mask
  }

  /// Where a key stands, or would stand.
  private func place(of key: UInt64) -> Int {
    places.withUnsafeBufferPointer { places in
      let mask = places.count - 1
      var i = LinkTable.home(of: key, mask)
      while places[i].count != 0, places[i].key != key { i = (i &+ 1) & mask }
      return i
    }
  }

  private mutating func takeRest() -> Int32 {
    if let known = free.popLast() { return known }
    others.append(Others())
    return Int32(others.count - 1)
  }

  private mutating func grow() {
    let old = places
    places = ContiguousArray(repeating: Place(), count: old.count * 2)
    for place in old where place.count != 0 { places[self.place(of: place.key)] = place }
  }

  /// Frees a place and moves up what was pushed on by it, so that every probe chain stays whole.
  private mutating func remove(at place: Int) {
    let mask = places.count - 1
    var hole = place
    var i = place
    while true {
      i = (i &+ 1) & mask
      if places[i].count == 0 { break }
      let home = LinkTable.home(of: places[i].key, mask)
      if (i &- home) & mask >= (i &- hole) & mask {
        places[hole] = places[i]
        hole = i
      }
    }
    places[hole] = Place()
    count -= 1
  }
}

/// The agencies that showed one key: up to four short names.
struct LinkedAgencies {
  private var codes = SIMD4<UInt32>.zero
  private(set) var count = 0

  init() {}

  init(_ first: UInt32) { append(first) }

  mutating func append(_ code: UInt32) {
    codes[count] = code
    count += 1
  }

  subscript(place: Int) -> UInt32 { codes[place] }

  func contains(_ code: UInt32) -> Bool {
    for place in 0..<count where codes[place] == code { return true }
    return false
  }

  /// Whether few enough agencies showed the key for it to tell anything.
  var isTelling: Bool { count <= LinkWindow.crowd }

  /// Whether few enough agencies showed the key, one of them another than `agency`.
  func tells(ofOthersThan agency: UInt32) -> Bool {
    guard isTelling else { return false }
    for place in 0..<count where codes[place] != agency { return true }
    return false
  }

  /// Adds the other agencies that are not in `found` yet; nothing where everybody shows the key.
  func others(than agency: UInt32, into found: inout [UInt32]) {
    guard isTelling else { return }
    for place in 0..<count where codes[place] != agency && !found.contains(codes[place]) { found.append(codes[place]) }
  }
}
