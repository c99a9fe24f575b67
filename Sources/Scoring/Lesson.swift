import Baselines
import Detection
import RequestModel
import Statistics

/// What one request teaches the profiles, once it is known how much it may.
package final class Lesson {
  struct Item {
    var slot: Slot
    /// Where the weight of the value stands.
    var key: UInt64
    var isOpen: Bool
    /// Bit i: the value was new to level i when it came.
    var newAt: UInt8
    var from: Int8
    var upTo: Int8
  }
  /// What the requests of a night showed, one after the other in one list.
  final class Notebook {
    var items: [Item] = []
  }
  let notebook: Notebook
  let range: Range<Int>
  let words: [WordingFeatures.Word]
  let lines: [UInt64]
  let language: String
  /// Where it belongs.
  let parties: Parties
  let domain: String
  let agencyID: String

  init(
    notebook: Notebook, range: Range<Int>, words: [WordingFeatures.Word], lines: [UInt64], language: String,
    parties: Parties, domain: String, agencyID: String
  ) {
    self.notebook = notebook
    self.range = range
    self.words = words
    self.lines = lines
    self.language = language
    self.parties = parties
    self.domain = domain
    self.agencyID = agencyID
  }

  /// The same for others.
  func given(to parties: Parties) -> Lesson {
    Lesson(
      notebook: notebook, range: range, words: words, lines: lines, language: language, parties: parties,
      domain: domain, agencyID: agencyID)
  }

  /// The key of a template line among words.
  static func lineKey(_ hash: UInt64) -> UInt64 { mixed(hash ^ 0x11E5_11E5_11E5_11E5) }
  /// Where the weight of all words of a language stands.
  static func wordTotal(_ language: String) -> UInt64 { SipHash.fixed.hash(language) ^ 0x7074_616c_776f_7264 }
  static let lineTotal: UInt64 = 0x7074_616c_6c69_6e65
}
