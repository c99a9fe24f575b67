package import RequestModel
import Statistics

/// Which senders of an agency showed which value of late: what a step of the whole agency is recognised by.
///
/// For each value the ledger keeps the first night and the latest senders with their last night, so that *others* can be
/// counted: whatever one sender does, however often, is one mark. Merging is the union of the marks and does not depend
/// on any order; the bounds drop the oldest first, all of one night together. Look-ups are O(marks).
package struct StepLedger: Sendable, Equatable {
  package struct Mark: Sendable, Equatable {
    package var sender: UInt32
    package var day: Int32
  }

  struct Entry: Sendable, Equatable {
    var key: UInt64
    var first: Int32
    /// By night, then sender, the latest first.
    var marks: [Mark]
    var last: Int32 { marks.first?.day ?? first }
  }

  /// In the order in which the values came; `places` has for each key one more than its place here.
  private var entries: [Entry] = []
  private var places = CountTable()

  /// Nights after which a value that nobody showed again is forgotten.
  static let remembered: Int32 = 180
  /// Senders kept for a value, and for the roll of those who are at work.
  static let senders = 6
  static let rollSenders = 32
  static let limit = 256
  /// The key under which every established sender is noted.
  static let roll: UInt64 = 0

  package init() {}

  package var isEmpty: Bool { entries.isEmpty }
  package var count: Int { entries.count }

  /// A short name for a sender inside its agency's ledger.
  package static func code(ofSender sender: String) -> UInt32 {
    UInt32(truncatingIfNeeded: SipHash.fixed.hash(sender))
  }

  package mutating func note(_ key: UInt64, sender: UInt32, day: Int32) {
    StepLedger.note(
      Mark(sender: sender, day: day), in: &entries[entered(key, day)], limit: StepLedger.most(key))
  }

  private func place(of key: UInt64) -> Int? {
    let place = places[key]
    return place > 0 ? Int(place) - 1 : nil
  }

  /// The place of a key, which is entered as first seen on `day` where it is new.
  private mutating func entered(_ key: UInt64, _ day: Int32) -> Int {
    if let known = place(of: key) { return known }
    entries.append(Entry(key: key, first: day, marks: []))
    places.add(Int64(entries.count), to: key)
    return entries.count - 1
  }

  private mutating func keep(where isKept: (Entry) -> Bool) {
    entries.removeAll { !isKept($0) }
    places = CountTable(minimumCapacity: entries.count)
    for (place, entry) in entries.enumerated() { places.add(Int64(place) + 1, to: entry.key) }
  }

  /// In place, so that nothing is copied.
  private static func note(_ mark: Mark, in entry: inout Entry, limit: Int) {
    entry.first = min(entry.first, mark.day)
    add(mark, to: &entry.marks, limit: limit)
  }

  /// How many senders other than this one showed `key` on `day` or later.
  package func others(than sender: UInt32, showing key: UInt64, since day: Int32) -> Int {
    guard let place = place(of: key) else { return 0 }
    return entries[place].marks.count { $0.sender != sender && $0.day >= day }
  }

  /// The same, with those that another ledger has besides, each counted once.
  func others(than sender: UInt32, showing key: UInt64, since day: Int32, or other: StepLedger) -> Int {
    let known = others(than: sender, showing: key, since: day)
    guard let there = other.place(of: key) else { return known }
    let here = place(of: key)
    return known
      + other.entries[there].marks.count { mark in
        guard mark.sender != sender, mark.day >= day else { return false }
        guard let here else { return true }
        return !entries[here].marks.contains { $0.sender == mark.sender && $0.day >= day }
      }
  }

  /// The night on which `key` was first seen at the agency, as far as it is remembered.
  package func first(_ key: UInt64) -> Int32? { place(of: key).map { entries[$0].first } }

  package mutating func merge(_ other: StepLedger) {
    for theirs in other.entries {
      let place = entered(theirs.key, theirs.first)
      for mark in theirs.marks { StepLedger.note(mark, in: &entries[place], limit: StepLedger.most(theirs.key)) }
      entries[place].first = min(entries[place].first, theirs.first)
    }
  }

  /// Drops what is older than the memory, and, where it is a quarter above the limit, what was shown longest ago.
  ///
  /// Only every eighth night looks for what is too old: nothing that old is counted anyway.
  package mutating func forget(at night: Night) {
    let isCrowded = entries.count > StepLedger.limit * 5 / 4
    guard isCrowded || night.day % 8 == 0 else { return }
    let horizon = night.day - StepLedger.remembered
    if entries.contains(where: { $0.last < horizon }) { keep { $0.last >= horizon } }
    guard isCrowded, entries.count > StepLedger.limit else { return }
    let cut = entries.map(\.last).sorted(by: >)[StepLedger.limit]
    keep { $0.last > cut }
  }

  private static func most(_ key: UInt64) -> Int { key == roll ? rollSenders : senders }

  private static func add(_ mark: Mark, to marks: inout [Mark], limit: Int) {
    if let known = marks.firstIndex(where: { $0.sender == mark.sender }) {
      if marks[known].day >= mark.day { return }
      return raise(mark, from: known, in: &marks)
    }
    if marks.count >= limit {
      let least = marks[limit - 1]
      if (least.day, least.sender) >= (mark.day, mark.sender) { return }
    } else {
      if marks.isEmpty { marks.reserveCapacity(senders) }
      marks.append(mark)
    }
    raise(mark, from: marks.count - 1, in: &marks)
  }

  /// Puts a mark where it belongs, at a place or above it: those that it passes move down.
  private static func raise(_ mark: Mark, from start: Int, in marks: inout [Mark]) {
    marks.withUnsafeMutableBufferPointer { marks in
      var place = start
      while place > 0, (marks[place - 1].day, marks[place - 1].sender) < (mark.day, mark.sender) {
        marks[place] = marks[place - 1]
        place -= 1
      }
      marks[place] = mark
    }
  }

  func encode(into out: inout ByteWriter) {
    out.varint(UInt64(entries.count))
    for entry in entries.sorted(by: { $0.key < $1.key }) {
      out.fixed(entry.key)
      out.signed(Int64(entry.first))
      out.varint(UInt64(entry.marks.count))
      for mark in entry.marks {
        out.varint(UInt64(mark.sender))
        out.signed(Int64(entry.first) - Int64(mark.day))
      }
    }
  }

  init(from reader: inout ByteReader) throws(ByteReadingError) {
    for _ in 0..<(try reader.length(bytesEach: 10)) {
      let key = try reader.fixed()
      let place = entered(key, Int32(truncatingIfNeeded: try reader.signed()))
      let first = entries[place].first
      for _ in 0..<(try reader.length(bytesEach: 2)) {
        let sender = UInt32(truncatingIfNeeded: try reader.varint())
        entries[place].marks.append(
          Mark(sender: sender, day: Int32(truncatingIfNeeded: Int64(first) - (try reader.signed()))))
      }
    }
  }

  package static func == (a: StepLedger, b: StepLedger) -> Bool {
    a.count == b.count && a.entries.allSatisfy { entry in b.place(of: entry.key).map { b.entries[$0] } == entry }
  }
}
