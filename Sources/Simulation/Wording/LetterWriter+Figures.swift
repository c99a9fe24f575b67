import RequestModel
import Statistics

extension LetterWriter {
  mutating func putList(_ items: [String]) {
    for (i, item) in items.enumerated() {
      if i > 0 { put(", ") }
      put(item)
    }
  }

  /// A date as the language writes it.
  mutating func putDate(_ date: CivilDate, _ language: Language) {
    switch language {
    case .en: putDate(date.month, date.day, date.year, separator: 47)
    case .de: putDate(date.day, date.month, date.year, separator: 46)
    default: putDate(date.day, date.month, date.year, separator: 47)
    }
  }

  private mutating func putDate(_ first: Int, _ second: Int, _ year: Int, separator: UInt8) {
    for value in [first, second] {
      text.append(48 + UInt8(value / 10))
      text.append(48 + UInt8(value % 10))
      text.append(separator)
    }
    put(String(year))
  }
}

/// What goes wrong, or is cut short, between head and paper.
enum Slips {
  /// Writes `short` for every `long` in a text, which stays as it is where it has none; O(bytes).
  static func replace(_ long: [UInt8], by short: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    guard var found = position(of: long, in: bytes, from: 0) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var start = 0
    while true {
      result += bytes[start..<found]
      result += short
      start = found + long.count
      guard let next = position(of: long, in: bytes, from: start) else { break }
      found = next
    }
    result += bytes[start...]
    return result
  }

  private static func position(of needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    let last = bytes.count - needle.count
    guard start <= last else { return nil }
    return bytes.withUnsafeBufferPointer { haystack in
      needle.withUnsafeBufferPointer { needle in
        for i in start...last where haystack[i] == needle[0] {
          var k = 1
          while k < needle.count, haystack[i + k] == needle[k] { k += 1 }
          if k == needle.count { return i }
        }
        return nil
      }
    }
  }

  /// Swaps or doubles ASCII letters at random places; `rate` is the share of mistyped words.
  static func mistype(_ bytes: inout [UInt8], rate: Double, _ random: inout SeededGenerator) {
    guard bytes.count > 1 else { return }
    for _ in 0..<random.poisson(mean: rate * Double(bytes.count) / 6) {
      let i = random.below(bytes.count - 1)
      guard (97...122).contains(bytes[i]), (97...122).contains(bytes[i + 1]) else { continue }
      if random.chance(0.6) {
        bytes.swapAt(i, i + 1)
      } else {
        bytes.insert(bytes[i], at: i)
      }
    }
  }

  static func withoutAccents(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.value < 128 {
        result.unicodeScalars.append(scalar)
      } else {
        result += Names.ascii(String(scalar))
      }
    }
    return result
  }
}
