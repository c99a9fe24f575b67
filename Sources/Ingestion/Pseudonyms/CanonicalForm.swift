package import RequestModel

/// The one spelling of an identifier that is hashed, so that variants of one identifier have one pseudonym.
///
/// A buffer that is used again and again: each method overwrites it and says whether the text was of its kind. What is
/// not of its kind is still written, folded, so that a caller may hash it all the same.
package struct CanonicalForm: Sendable {
  private var buffer: [UInt8] = []

  package init() { buffer.reserveCapacity(256) }

  package func withBytes<Result>(_ body: (ByteView) -> Result) -> Result { buffer.withUnsafeBufferPointer(body) }

  var count: Int { buffer.count }

  /// The bytes as they are.
  package mutating func exactly(_ text: ByteView) {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(contentsOf: text)
  }

  /// NFC and lower case, independent of any locale.
  package mutating func lowercased(_ text: ByteView) {
    buffer.removeAll(keepingCapacity: true)
    if text.isASCII {
      buffer.append(contentsOf: text)
      buffer.withUnsafeMutableBufferPointer { bytes in
        for i in bytes.indices { bytes[i] = bytes[i].asciiLowercased }
      }
    } else {
      buffer.append(contentsOf: TextCleaning.composed(text.text.lowercased()).utf8)
    }
  }

  /// A telephone number: its digits, behind a `+` where it was written with one or with `00`; false under 3 digits.
  ///
  /// The `(0)` of `+44 (0)20 …` is left out; an extension's digits stay.
  @discardableResult
  package mutating func phone(_ text: ByteView) -> Bool {
    buffer.removeAll(keepingCapacity: true)
    var i = 0
    let isInternational = text.first == UInt8(ascii: "+")
    if isInternational { buffer.append(UInt8(ascii: "+")) }
    while i < text.count {
      let byte = text[i]
      if isInternational, byte == UInt8(ascii: "("), i + 2 < text.count, text[i + 1] == 48,
        text[i + 2] == UInt8(ascii: ")")
      {
        i += 3
        continue
      }
      if byte.isASCIIDigit { buffer.append(byte) }
      i += 1
    }
    if !isInternational, buffer.count > 6, buffer[0] == 48, buffer[1] == 48 {
      buffer.replaceSubrange(0..<2, with: CollectionOfOne(UInt8(ascii: "+")))
    }
    if buffer.count - (buffer.first == UInt8(ascii: "+") ? 1 : 0) >= 3 { return true }
    lowercased(text)
    return false
  }

  /// A person's name: lower case, runs of white space as one space.
  package mutating func person(_ text: ByteView) {
    lowercased(text)
    var kept = 0
    var gap = false
    buffer.withUnsafeMutableBufferPointer { bytes in
      for byte in bytes {
        if byte.isASCIISpace {
          gap = kept > 0
          continue
        }
        if gap {
          bytes[kept] = 32
          kept += 1
          gap = false
        }
        bytes[kept] = byte
        kept += 1
      }
    }
    buffer.removeLast(buffer.count - kept)
  }

  /// A badge or case number: lower case, without white space and the marks that people put between its parts.
  package mutating func code(_ text: ByteView) {
    lowercased(text)
    leaveOut { byte in
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "#"): true
      default: byte.isASCIISpace
      }
    }
  }

  /// Takes marks out of the buffer, unless nothing would be left.
  private mutating func leaveOut(_ isMark: (UInt8) -> Bool) {
    guard buffer.contains(where: { !isMark($0) }) else { return }
    var kept = 0
    buffer.withUnsafeMutableBufferPointer { bytes in
      for byte in bytes where !isMark(byte) {
        bytes[kept] = byte
        kept += 1
      }
    }
    buffer.removeLast(buffer.count - kept)
  }

  /// A SHA-256 digest in hexadecimal, as its 32 bytes; false for anything else.
  @discardableResult
  package mutating func digest(_ text: ByteView) -> Bool {
    buffer.removeAll(keepingCapacity: true)
    guard text.count == 64 else { return false }
    var bytes: SIMD32<UInt8> = .zero
    let isDigest = withUnsafeMutableBytes(of: &bytes) { bytes in
      for i in 0..<32 {
        guard let high = text[2 * i].hexDigit, let low = text[2 * i + 1].hexDigit else { return false }
        bytes[i] = high << 4 | low
      }
      return true
    }
    if isDigest { withUnsafeBytes(of: bytes) { buffer.append(contentsOf: $0) } }
    return isDigest
  }

  /// An IP address as 16 bytes (an IPv4 address mapped into IPv6); false for anything else.
  @discardableResult
  package mutating func ip(_ text: ByteView) -> Bool {
    if let address = IPAddress(text) {
      buffer.removeAll(keepingCapacity: true)
      address.append(to: &buffer)
      return true
    }
    lowercased(text)
    return false
  }

  /// What a request asks about, by its type.
  package mutating func target(_ text: ByteView, type: TargetType) {
    switch type {
    case .phone: phone(text)
    case .ip: ip(text)
    case .userID: exactly(text)
    case .url: url(text)
    case .device, .payment: compact(text)
    case .email, .username, .other: person(text)
    }
  }

  /// Lower case without spaces, dashes and colons: IMEI, MAC and account numbers.
  private mutating func compact(_ text: ByteView) {
    lowercased(text)
    leaveOut { $0.isASCIISpace || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
  }

  /// Scheme and host in lower case, without a trailing slash; the path as it is.
  private mutating func url(_ text: ByteView) {
    exactly(text)
    var slashes = 0
    for i in buffer.indices {
      if buffer[i] == UInt8(ascii: "/") { slashes += 1 }
      if slashes == 3 { break }
      buffer[i] = buffer[i].asciiLowercased
    }
    if buffer.last == UInt8(ascii: "/") { buffer.removeLast() }
  }
}
