extension ByteWriter {
  /// A JSON string (RFC 8259): quotes, backslashes and control characters escaped, all else as UTF-8.
  mutating func write(jsonText text: String) {
    write(byte: UInt8(ascii: "\""))
    if text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
      for byte in text.utf8 { write(jsonByte: byte) }
    } else {
      write(plain: text)
    }
    write(byte: UInt8(ascii: "\""))
  }

  private mutating func write(jsonByte byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      write(byte: UInt8(ascii: "\\"))
      write(byte: byte)
    case 0..<0x20:
      write(plain: byte < 0x10 ? "\\u000" : "\\u001")
      let digit = byte & 15
      write(byte: digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    default: write(byte: byte)
    }
  }

  /// A whole number in decimal digits.
  mutating func write(decimal value: Int64) {
    if value < 0 { write(byte: UInt8(ascii: "-")) }
    var divisor: UInt64 = 1
    while value.magnitude / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      write(byte: UInt8(ascii: "0") + UInt8(value.magnitude / divisor % 10))
      divisor /= 10
    }
  }
}
