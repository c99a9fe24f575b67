import Baselines
import Detection
import RequestModel
import Statistics

/// What one request teaches the profiles, once it is known how much it may.
package struct Lesson: Sendable {
  struct Item: Sendable {
    var slot: Slot
    var value: UInt64
    var isOpen: Bool
    /// Bit i: the value was new to level i when it came.
    var newAt: UInt8
    var from: Int8
    var upTo: Int8
  }
  var items: [Item]
  /// Stems (at most two of each) and lines, hashed.
  var words: [(key: UInt64, count: Int64)]
  var lines: [UInt64]
  var language: String
  /// Where it belongs.
  var senderKey: String
  var agencyKey: String
  var peersKey: String
  var second: Int64
  var domain: String
  var agencyID: String

  /// The key of a template line among words.
  static func lineKey(_ hash: UInt64) -> UInt64 { mixed(hash ^ 0x11E5_11E5_11E5_11E5) }
  /// Where the weight of all words of a language stands.
  static func wordTotal(_ language: String) -> UInt64 { SipHash.fixed.hash(language) ^ 0x7074_616c_776f_7264 }
  static let lineTotal: UInt64 = 0x7074_616c_6c69_6e65

  /// Adds the lesson to the profiles with this weight in grains (negative to take back), per level.
  func teach(
    sender: Profile?, agency: Profile?, peers: Profile?, world: Profile?, language: Profile?, own: Int64,
    shared: Int64, common: Int64
  ) {
    learn(0, sender, own)
    learn(1, agency, shared)
    learn(2, peers, common)
    learn(3, world, common)
    let total = Lesson.wordTotal(self.language)
    if let agency { read(into: &agency.words, total: total, shared, withLines: true) }
    if let language { read(into: &language.words, total: total, common, withLines: false) }
  }

  private func learn(_ level: Int, _ profile: Profile?, _ grains: Int64) {
    guard let profile else { return }
    // What is taken back may be more than was taught: a sender's excess was capped.
    profile.activity.events = max(0, profile.activity.events + grains)
    learn(level, into: &profile.counts, grains)
  }

  private func learn(_ level: Int, into counts: inout CountTable, _ grains: Int64) {
    for item in items where level >= item.from && level <= item.upTo {
      counts.add(grains, to: item.slot.key(of: item.value))
      counts.add(grains, to: item.slot.total)
      if item.isOpen, item.newAt & 1 << UInt8(level) != 0 { counts.add(grains, to: item.slot.novelty) }
    }
  }

  private func read(into table: inout CountTable, total: UInt64, _ grains: Int64, withLines: Bool) {
    var sum: Int64 = 0
    for word in words {
      table.add(word.count * grains, to: word.key)
      sum += word.count
    }
    table.add(sum * grains, to: total)
    guard withLines, !lines.isEmpty else { return }
    for line in lines { table.add(grains, to: line) }
    table.add(grains * Int64(lines.count), to: Lesson.lineTotal)
  }
}
