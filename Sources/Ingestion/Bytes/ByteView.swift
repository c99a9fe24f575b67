#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Bytes of the input, borrowed: valid until the block or the reader that owns them moves on.
package typealias ByteView = UnsafeBufferPointer<UInt8>

extension UInt8 {
  @inline(__always) var isASCIIDigit: Bool { self &- 48 < 10 }
  @inline(__always) var isASCIILetter: Bool { (self | 0x20) &- 97 < 26 }
  @inline(__always) var isASCIISpace: Bool { self == 32 || self &- 9 < 5 }
  /// The lower-case form of an ASCII letter; any other byte as it is.
  @inline(__always) var asciiLowercased: UInt8 { self &- 65 < 26 ? self | 0x20 : self }
  @inline(__always) var asciiUppercased: UInt8 { self &- 97 < 26 ? self & 0xDF : self }
  /// C0 controls and DEL.
  @inline(__always) var isASCIIControl: Bool { self < 32 || self == 127 }

  /// The value of a hexadecimal digit, or nil.
  @inline(__always) var hexDigit: UInt8? {
    if isASCIIDigit { return self &- 48 }
    let letter = (self | 0x20) &- 97
    return letter < 6 ? letter + 10 : nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  @inline(__always) func part(_ from: Int, _ to: Int) -> ByteView { ByteView(rebasing: self[from..<to]) }

  /// Without ASCII white space at either end.
  func trimmed() -> ByteView {
    var start = 0
    var end = count
    while start < end, self[start].isASCIISpace { start += 1 }
    while end > start, self[end - 1].isASCIISpace { end -= 1 }
    return part(start, end)
  }

  /// Whether every byte is below 128.
  var isASCII: Bool {
    guard let base = baseAddress else { return true }
    var any: UInt8 = 0
    for i in 0..<count { any |= base[i] }
    return any < 128
  }

  func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for i in 0..<count where self[i] != text.utf8Start[i] { return false }
    return true
  }

  /// Whether the bytes are `text`, letter case of ASCII aside; `text` is lower case.
  func equalsIgnoringCase(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for i in 0..<count where self[i].asciiLowercased != text.utf8Start[i] { return false }
    return true
  }

  /// The first place of `byte` from `start` on, or nil.
  @inline(__always) func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard let base = baseAddress, start < count else { return nil }
    guard let hit = memchr(base + start, Int32(byte), count - start) else { return nil }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
  }

  var text: String { String(decoding: self, as: UTF8.self) }
}
