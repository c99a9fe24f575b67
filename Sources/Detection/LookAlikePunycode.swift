/// Decodes internationalised labels.
///
/// Source: RFC 3492, sections 5 and 6.2.
enum Punycode {
  private static let base = 36
  private static let damp = 700

  /// The Unicode form of a label that starts with `xn--`; nil for any other, and for one that does not decode.
  static func decoded(_ label: String) -> String? {
    guard label.hasPrefix("xn--") else { return nil }
    let bytes = Array(label.utf8.dropFirst(4))
    var scalars: [UInt32] = []
    var input = bytes[...]
    if let hyphen = bytes.lastIndex(of: 0x2D) {
      scalars = bytes[..<hyphen].map { UInt32($0) }
      input = bytes[(hyphen + 1)...]
    }
    guard !input.isEmpty, scalars.allSatisfy({ $0 < 0x80 }) else { return nil }
    var value = 0x80
    var place = 0
    var bias = 72
    while !input.isEmpty {
      let old = place
      var weight = 1
      var step = base
      while true {
        guard let byte = input.popFirst(), let digit = digit(byte), digit <= (Int(Int32.max) - place) / weight else {
          return nil
        }
        place += digit * weight
        let threshold = min(max(step - bias, 1), 26)
        if digit < threshold { break }
        guard weight <= Int(Int32.max) / (base - threshold) else { return nil }
        weight *= base - threshold
        step += base
      }
      let count = scalars.count + 1
      bias = adapted(place - old, count: count, isFirst: old == 0)
      value += place / count
      place %= count
      guard let scalar = Unicode.Scalar(UInt32(clamping: value)), scalar.value >= 0x80 else { return nil }
      scalars.insert(scalar.value, at: place)
      place += 1
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
    return text
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x61...0x7A: Int(byte) - 0x61
    case 0x41...0x5A: Int(byte) - 0x41
    case 0x30...0x39: Int(byte) - 0x30 + 26
    default: nil
    }
  }

  private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / count
    var step = 0
    while delta > (base - 1) * 26 / 2 {
      delta /= base - 1
      step += base
    }
    return step + base * delta / (delta + 38)
  }
}
