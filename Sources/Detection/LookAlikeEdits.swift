/// Finds the labels that may lie within two edits of one, without comparing it with all.
///
/// Both sides drop up to one byte from their first fourteen, or up to two where they are long; labels as many edits apart share a
/// remainder, so that nothing is missed, and the distance decides. Remainders are kept as hashes: a chance hit costs a look.
/// Source: the symmetric delete method on prefixes (Garbe, SymSpell).
struct DeletionIndex: Sendable {
  private static let prefix = 14
  /// From this length on a label is entered for two edits.
  private static let twoEdits = 9

  private var heads: [UInt64: Int32] = [:]
  private var links: [Link] = []
  /// Length and bytes of the label at each place.
  private var shapes: [Shape] = []

  private struct Shape: Sendable {
    var length = 0
    var bytes: UInt64 = 0
  }

  private struct Link: Sendable {
    var place: Int32
    var next: Int32
  }

  mutating func add(_ label: [UInt8], place: Int32) {
    while shapes.count <= Int(place) { shapes.append(Shape()) }
    shapes[Int(place)] = Shape(length: label.count, bytes: Self.bytes(label))
    for remainder in Self.remainders(of: label) {
      links.append(Link(place: place, next: heads[remainder] ?? -1))
      heads[remainder] = Int32(links.count - 1)
    }
  }

  /// The places whose label shares a remainder and may lie within two edits, ascending.
  func candidates(_ label: [UInt8]) -> [Int32] {
    let own = Self.bytes(label)
    var found: [Int32] = []
    for remainder in Self.remainders(of: label) {
      var link = heads[remainder] ?? -1
      while link >= 0 {
        let place = links[Int(link)].place
        let shape = shapes[Int(place)]
        // An edit changes the length by one at most, and two of the bytes that stand in a label.
        if abs(shape.length - label.count) <= 2, (shape.bytes ^ own).nonzeroBitCount <= 4 { found.append(place) }
        link = links[Int(link)].next
      }
    }
    found.sort()
    return found.indices.filter { $0 == 0 || found[$0] != found[$0 - 1] }.map { found[$0] }
  }

  /// Which bytes stand in a label: one bit each, modulo 64.
  private static func bytes(_ label: [UInt8]) -> UInt64 { label.reduce(0) { $0 | 1 << UInt64($1 & 63) } }

  private static func remainders(of label: [UInt8]) -> Set<UInt64> {
    let head = label.prefix(prefix)
    var found: Set<UInt64> = [hash(head, -1, -1)]
    for first in head.indices {
      found.insert(hash(head, first, -1))
      guard label.count >= twoEdits else { continue }
      for second in head.indices where second > first { found.insert(hash(head, first, second)) }
    }
    return found
  }

  /// FNV-1a over what is left, its high half folded in.
  private static func hash(_ label: ArraySlice<UInt8>, _ first: Int, _ second: Int) -> UInt64 {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in label.indices where index != first && index != second {
      state = (state ^ UInt64(label[index])) &* 0x100_0000_01b3
    }
    return state ^ (state >> 32)
  }
}

/// Restricted Damerau–Levenshtein distance: insertion, deletion, replacement and the swap of neighbours cost 1 each.
enum EditDistance {
  /// The distance, or `limit + 1` where it is greater.
  ///
  /// Complexity: O(n·m) in the lengths.
  static func between(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var older = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    var row = previous
    for i in a.indices {
      row[0] = i + 1
      var least = i + 1
      for j in b.indices {
        var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
        row[j + 1] = cost
        least = min(least, cost)
      }
      // A swap reaches back two rows, and still costs more than the least of the row between.
      if least > limit { return limit + 1 }
      (older, previous, row) = (previous, row, older)
    }
    return min(previous[b.count], limit + 1)
  }
}
