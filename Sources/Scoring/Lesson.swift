import Baselines
import Detection
import RequestModel
import Statistics

/// What one request teaches the profiles, once it is known how much it may.
package struct Lesson {
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
  var items: ArraySlice<Item> { notebook.items[range] }
  var words: [WordingFeatures.Word]
  var lines: [UInt64]
  var language: String
  /// Where it belongs.
  var parties: Parties
  var domain: String
  var agencyID: String

  /// The key of a template line among words.
  static func lineKey(_ hash: UInt64) -> UInt64 { mixed(hash ^ 0x11E5_11E5_11E5_11E5) }
  /// Where the weight of all words of a language stands.
  static func wordTotal(_ language: String) -> UInt64 { SipHash.fixed.hash(language) ^ 0x7074_616c_776f_7264 }
  static let lineTotal: UInt64 = 0x7074_616c_6c69_6e65

  /// Leaves out words and lines that a vocabulary does not hold.
  mutating func keepWords(knownTo vocabulary: CountTable) {
    words = words.filter { vocabulary[$0.hash] > 0 }
    lines = lines.filter { vocabulary[Lesson.lineKey($0)] > 0 }
  }
}
