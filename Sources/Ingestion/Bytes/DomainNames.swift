import CPSL

/// A mail domain as it is compared: lower-case ASCII, and the part that somebody registered.
struct DomainName: Hashable, Sendable {
  var ascii: String
  /// By the public suffix list (publicsuffix.org, the list that libpsl was built with); else the whole domain.
  var registrable: String

  /// Nil for what cannot be a domain: empty labels, labels over 63 bytes, over 253 in all, other characters than
  /// letters, digits, dashes and underscores.
  ///
  /// Other scripts are written in Punycode (RFC 3492) after compatibility composition and lower-casing.
  init?(_ text: ByteView) {
    let trimmed = text.last == UInt8(ascii: ".") ? text.part(0, text.count - 1) : text
    let plain = trimmed.isASCII ? trimmed.text.lowercased() : TextCleaning.compatible(trimmed.text.lowercased())
    var labels: [String] = []
    for label in plain.split(separator: ".", omittingEmptySubsequences: false) {
      guard let encoded = label.utf8.allSatisfy({ $0 < 128 }) ? String(label) : Punycode.encode(label) else {
        return nil
      }
      guard !encoded.isEmpty, encoded.utf8.count <= 63, encoded.first != "-", encoded.last != "-",
        encoded.utf8.allSatisfy({
          $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        })
      else { return nil }
      labels.append(encoded)
    }
    ascii = labels.joined(separator: ".")
    guard !ascii.isEmpty, ascii.utf8.count <= 253 else { return nil }
    registrable = Self.registrable(ascii)
  }

  private static func registrable(_ domain: String) -> String {
    guard let list = psl_builtin() else { return domain }
    return domain.withCString { start in
      guard let found = psl_registrable_domain(list, start) else { return domain }
      return String(cString: found)
    }
  }
}

/// Punycode for one label of a domain name (RFC 3492, section 6.3).
enum Punycode {
  /// `xn--…`, or nil where the label is too long for a domain.
  static func encode(_ label: Substring) -> String? {
    let scalars = label.unicodeScalars.map(\.value)
    guard scalars.count <= 63 else { return nil }
    var output = scalars.filter { $0 < 128 }.map { UInt8($0) }
    let basic = output.count
    var handled = basic
    if basic > 0 { output.append(UInt8(ascii: "-")) }
    var n: UInt32 = 128
    var delta: UInt32 = 0
    var bias: UInt32 = 72
    while handled < scalars.count {
      guard let next = scalars.filter({ $0 >= n }).min() else { return nil }
      let (step, isOver) = (next - n).multipliedReportingOverflow(by: UInt32(handled + 1))
      guard !isOver, delta <= UInt32.max - step else { return nil }
      delta += step
      n = next
      for scalar in scalars {
        if scalar < n { delta += 1 }
        guard scalar == n else { continue }
        var q = delta
        var k: UInt32 = 36
        while true {
          let t = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias
          if q < t { break }
          output.append(digit(t + (q - t) % (36 - t)))
          q = (q - t) / (36 - t)
          k += 36
        }
        output.append(digit(q))
        bias = adapt(delta, count: UInt32(handled + 1), isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      n += 1
    }
    return "xn--" + String(decoding: output, as: UTF8.self)
  }

  private static func digit(_ value: UInt32) -> UInt8 { UInt8(value < 26 ? value + 97 : value - 26 + 48) }

  private static func adapt(_ delta: UInt32, count: UInt32, isFirst: Bool) -> UInt32 {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var k: UInt32 = 0
    while delta > 455 {
      delta /= 35
      k += 36
    }
    return k + 36 * delta / (delta + 38)
  }
}
