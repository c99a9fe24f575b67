import CConfusables

/// What a reader sees of a label: equal for labels that look alike.
enum Skeleton {
  /// The UTS #39 skeleton, with the pairs that a hurried reader takes for one folded too: 0 and o, 1 and l, rn and m, vv and w.
  static func of(_ label: String) -> String {
    // UTS #39 has the Cyrillic palochka as an i; in lower case it is drawn as an l.
    var label = String(String.UnicodeScalarView(label.unicodeScalars.map { $0 == "\u{4CF}" ? "l" : $0 }))
    let skeleton = label.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count * 8 + 32) { out -> [UInt8]? in
        let length = bytes.withMemoryRebound(to: CChar.self) {
          confusable_skeleton($0.baseAddress, Int32($0.count), out.baseAddress, Int32(out.count))
        }
        return length < 0 ? nil : out[..<Int(length)].map { UInt8(bitPattern: $0) }
      }
    }
    return String(decoding: folded(skeleton ?? Array(label.utf8)), as: UTF8.self)
  }

  /// Folds those pairs, and drops combining accents of U+0300 to U+036F, which the skeleton has decomposed.
  private static func folded(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x30, 0x4F: out.append(0x6F)  // 0 O
      case 0x31, 0x49, 0x7C: out.append(0x6C)  // 1 I |
      case 0x6E where out.last == 0x72: out[out.count - 1] = 0x6D  // rn
      case 0x76 where out.last == 0x76: out[out.count - 1] = 0x77  // vv
      case 0xCC where index < bytes.count: index += 1
      case 0xCD where index < bytes.count && bytes[index] < 0xB0: index += 1
      default: out.append(byte)
      }
    }
    return out
  }
}
