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
struct UnknownFields {
  private(set) var counts: [String: Int] = [:]
  private static let mostNames = 1_000

  mutating func clear() { counts.removeAll() }

  mutating func count(_ key: ByteView) { count(TextCleaning.readable(key, limit: 64).text) }

  mutating func count(_ name: String, times: Int = 1) {
    if counts[name] == nil, counts.count >= Self.mostNames { return }
    counts[name, default: 0] += times
  }
}
