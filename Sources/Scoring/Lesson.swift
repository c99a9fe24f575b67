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
    for item in items {
      func add(_ level: Int, _ profile: Profile?, _ grains: Int64) {
        guard let profile, level >= item.from, level <= item.upTo else { return }
        profile.counts.add(grains, to: item.slot.key(of: item.value))
        profile.counts.add(grains, to: item.slot.total)
        if item.isOpen, item.newAt & 1 << UInt8(level) != 0 { profile.counts.add(grains, to: item.slot.novelty) }
      }
      add(0, sender, own)
      add(1, agency, shared)
      add(2, peers, common)
      add(3, world, common)
    }
    func read(_ profile: Profile?, _ grains: Int64) {
      guard let profile else { return }
      for word in words { profile.words.add(word.count * grains, to: word.key) }
      profile.words.add(words.reduce(0) { $0 + $1.count } * grains, to: Lesson.wordTotal(self.language))
      for line in lines { profile.words.add(grains, to: line) }
      if !lines.isEmpty { profile.words.add(grains * Int64(lines.count), to: Lesson.lineTotal) }
    }
    read(agency, shared)
    if let language {
      for word in words { language.words.add(word.count * common, to: word.key) }
      language.words.add(words.reduce(0) { $0 + $1.count } * common, to: Lesson.wordTotal(self.language))
    }
    // What is taken back may be more than was taught: a sender's excess was capped.
    for (profile, grains) in [(sender, own), (agency, shared), (peers, common), (world, common)] {
      guard let profile else { continue }
      profile.activity.events = max(0, profile.activity.events + grains)
    }
  }
}
