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
  static func replace(_ long: [UInt8], by short: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      if bytes[i] == long[0], i + long.count <= bytes.count, bytes[i..<(i + long.count)].elementsEqual(long) {
        result += short
        i += long.count
      } else {
        result.append(bytes[i])
        i += 1
      }
    }
    return result
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
