/// What each column of a CSV header is for.
final class CSVColumns {
  enum Use {
    case slot(Int)
    case attribute
    case unknown
  }

  let header: [String]
  private(set) var uses: [Use] = []
  /// Columns that the format has no name for.
  private(set) var unknown: [String] = []
  /// Whether no column is one that the format or the mapping knows: then the first row may be data, not a header.
  private(set) var knowsNone = true
  /// The attribute names, one after the other, at an address that stays.
  private let names: UnsafeMutablePointer<UInt8>
  private var places: [Range<Int>] = []

  static let attributePrefix = "attributes."

  /// - Parameter names: the columns that have a slot, in slot order.
  init(header: [String], names slotNames: [String]) {
    let slots = Dictionary(zip(slotNames, slotNames.indices)) { first, _ in first }
    self.header = header
    names = .allocate(capacity: max(1, header.reduce(0) { $0 + $1.utf8.count }))
    var used = 0
    for column in header {
      let start = used
      if let slot = slots[column] {
        uses.append(.slot(slot))
        knowsNone = false
      } else if column.hasPrefix(Self.attributePrefix), column.count > Self.attributePrefix.count {
        for byte in column.utf8.dropFirst(Self.attributePrefix.utf8.count) {
          names[used] = byte
          used += 1
        }
        uses.append(.attribute)
      } else {
        uses.append(.unknown)
        if !column.isEmpty { unknown.append(column) }
      }
      places.append(start..<used)
    }
  }

  deinit { names.deallocate() }

  func attributeName(_ column: Int) -> ByteView {
    ByteView(start: names + places[column].lowerBound, count: places[column].count)
  }
}

/// How often each unknown field stood; at most a thousand names are told apart.
///
/// What does not look like a name is counted and not repeated: in a log without a header row, names are data of persons.
struct UnknownFields {
  private(set) var counts: [String: Int] = [:]
  private static let mostNames = 1_000
  /// Stands for every name that is not shown.
  static let unnamed = "(not a name)"

  /// Letters, digits and what joins words; a letter or an underscore first.
  static func isName(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter || first == "_", text.utf8.count <= 64 else { return false }
    return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == "." || $0 == " " }
  }

  mutating func clear() { counts.removeAll() }

  mutating func count(_ key: ByteView) { count(TextCleaning.readable(key, limit: 64).text) }

  mutating func count(_ text: String, times: Int = 1) {
    let name = UnknownFields.isName(text) ? text : UnknownFields.unnamed
    if counts[name] == nil, counts.count >= Self.mostNames { return }
    counts[name, default: 0] += times
  }
}
