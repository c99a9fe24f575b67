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
    var first: Int32
    /// By night, then sender, the latest first.
    var marks: [Mark]
    var last: Int32 { marks.first?.day ?? first }
  }

  private var entries: [UInt64: Entry] = [:]

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
      Mark(sender: sender, day: day), in: &entries[key, default: Entry(first: day, marks: [])],
      limit: StepLedger.most(key))
  }

  /// In place, so that nothing is copied.
  private static func note(_ mark: Mark, in entry: inout Entry, limit: Int) {
    entry.first = min(entry.first, mark.day)
    add(mark, to: &entry.marks, limit: limit)
  }

  /// How many senders other than this one showed `key` on `day` or later.
  package func others(than sender: UInt32, showing key: UInt64, since day: Int32) -> Int {
    entries[key]?.marks.count { $0.sender != sender && $0.day >= day } ?? 0
  }

  /// The senders other than this one that showed `key` on `day` or later.
  func others(than sender: UInt32, of key: UInt64, since day: Int32) -> [UInt32] {
    entries[key]?.marks.filter { $0.sender != sender && $0.day >= day }.map(\.sender) ?? []
  }

  /// The night on which `key` was first seen at the agency, as far as it is remembered.
  package func first(_ key: UInt64) -> Int32? { entries[key]?.first }

  package mutating func merge(_ other: StepLedger) {
    for (key, theirs) in other.entries {
      for mark in theirs.marks {
        StepLedger.note(
          mark, in: &entries[key, default: Entry(first: theirs.first, marks: [])], limit: StepLedger.most(key))
      }
      if let first = entries[key]?.first, theirs.first < first { entries[key]?.first = theirs.first }
    }
  }

  /// Drops what is older than the memory, and, where it is a quarter above the limit, what was shown longest ago.
  ///
  /// Only every eighth night looks for what is too old: nothing that old is counted anyway.
  package mutating func forget(at night: Night) {
    let isCrowded = entries.count > StepLedger.limit * 5 / 4
    guard isCrowded || night.day % 8 == 0 else { return }
    let horizon = night.day - StepLedger.remembered
    if entries.values.contains(where: { $0.last < horizon }) { entries = entries.filter { $0.value.last >= horizon } }
    guard isCrowded, entries.count > StepLedger.limit else { return }
    let cut = entries.values.map(\.last).sorted(by: >)[StepLedger.limit]
    entries = entries.filter { $0.value.last > cut }
  }

  private static func most(_ key: UInt64) -> Int { key == roll ? rollSenders : senders }

  private static func add(_ mark: Mark, to marks: inout [Mark], limit: Int) {
    if let known = marks.firstIndex(where: { $0.sender == mark.sender }) {
      if marks[known].day >= mark.day { return }
      marks.remove(at: known)
    }
    let place = marks.firstIndex { ($0.day, $0.sender) < (mark.day, mark.sender) } ?? marks.count
    if place >= limit { return }
    marks.insert(mark, at: place)
    if marks.count > limit { marks.removeLast() }
  }

  func encode(into out: inout ByteWriter) {
    out.varint(UInt64(entries.count))
    for key in entries.keys.sorted() {
      let entry = entries[key]!
      out.fixed(key)
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
      var entry = Entry(first: Int32(truncatingIfNeeded: try reader.signed()), marks: [])
      for _ in 0..<(try reader.length(bytesEach: 2)) {
        let sender = UInt32(truncatingIfNeeded: try reader.varint())
        entry.marks.append(
          Mark(sender: sender, day: Int32(truncatingIfNeeded: Int64(entry.first) - (try reader.signed()))))
      }
      entries[key] = entry
    }
  }
}
