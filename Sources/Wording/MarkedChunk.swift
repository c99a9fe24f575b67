/// Tells addresses, links, handles and reference numbers from words: a look at one run of characters without white
/// space.
struct MarkedChunk {
  var mask: WordMask
  /// The bytes behind the mask, outer punctuation left out.
  var range: Range<Int>

  /// Bits that tell what a byte makes of its chunk.
  enum Sign {
    /// At sign, full stop, dashes, slash: without one of them a chunk holds plain words and numbers.
    static let mark: UInt8 = 1
    /// No letter: without one of them a chunk is one word.
    static let noLetter: UInt8 = 2
    /// No ASCII.
    static let wide: UInt8 = 4
  }

  static let signs: [UInt8] = (0...255).map { byte in
    ([0x40, 0x2E, 0x2D, 0x5F, 0x2F].contains(byte) ? Sign.mark : 0)
      | (ByteKind.table[byte] == .letter ? 0 : Sign.noLetter) | (byte < 0x80 ? 0 : Sign.wide)
  }

  /// Nil where the chunk holds plain words and numbers.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ chunk: Range<Int>, kinds: UnsafeBufferPointer<ByteKind>) {
    var letters = 0
    var digits = 0
    var joints = 0
    var at = -1
    var dots = 0
    var hasScheme = false
    for index in chunk {
      let byte = bytes[index]
      switch kinds[Int(byte)] {
      case .letter: letters += 1
      case .digit: digits += 1
      default:
        switch byte {
        case 0x40: if at < 0 { at = index }
        case 0x2E: dots += 1
        case 0x2D, 0x5F: joints += 1
        case 0x2F:
          joints += 1
          if index >= chunk.lowerBound + 2, bytes[index - 1] == 0x2F, bytes[index - 2] == 0x3A { hasScheme = true }
        default: break
        }
      }
    }
    guard at >= 0 || hasScheme || (dots > 0 && letters > 2) || (digits >= 4 && letters > 0 && joints > 0) else {
      return nil
    }
    var range = chunk
    while let first = range.first, kinds[Int(bytes[first])] == .other, bytes[first] != 0x40 {
      range = (first + 1)..<range.upperBound
    }
    while let last = range.last, kinds[Int(bytes[last])] == .other { range = range.lowerBound..<last }
    guard !range.isEmpty else { return nil }
    if hasScheme || Self.startsWithWWW(bytes, range) {
      mask = .url
    } else if at >= 0, range.contains(at), range.count > 1 {
      mask = at == range.lowerBound ? .handle : .email
    } else if dots > 0, Self.isDomain(bytes, range, kinds: kinds) {
      mask = .url
    } else if digits >= 4, letters > 0, joints > 0 {
      mask = .identifier
    } else {
      return nil
    }
    self.range = range
  }

  private static func startsWithWWW(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    range.count > 4 && bytes[range.lowerBound] == 0x77 && bytes[range.lowerBound + 1] == 0x77
      && bytes[range.lowerBound + 2] == 0x77 && bytes[range.lowerBound + 3] == 0x2E
  }

  /// Whether the part before the first slash is a host name under a common top-level domain.
  private static func isDomain(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, kinds: UnsafeBufferPointer<ByteKind>
  ) -> Bool {
    var end = range.lowerBound
    var lastDot = -1
    while end < range.upperBound, bytes[end] != 0x2F, bytes[end] != 0x3A {
      switch bytes[end] {
      case 0x2E:
        guard end > range.lowerBound, bytes[end - 1] != 0x2E else { return false }
        lastDot = end
      case 0x2D: break
      default:
        let kind = kinds[Int(bytes[end])]
        guard kind == .letter || kind == .digit else { return false }
      }
      end += 1
    }
    guard lastDot >= range.lowerBound + 2 else { return false }
    return topLevels.contains([UInt8](bytes[(lastDot + 1)..<end]))
  }

  private static let topLevels: Set<[UInt8]> = Set(
    """
    com org net gov edu mil int info biz io co me app dev us uk eu it de fr es pt br ch at be nl ie ca au nz mx ar cl
    pe in ru ua pl se no dk fi cz gr tr za ng ke jp cn kr sg hk online site xyz
    """.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { [UInt8]($0) })
}
