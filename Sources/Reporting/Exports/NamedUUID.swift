import Crypto

/// Name-based identifiers: UUID version 5 (RFC 9562, section 5.5), equal for equal names.
package enum NamedUUID {
  /// The namespace of the observables of STIX 2.1 (section 2.9).
  static let stixObservables = "00abedb4-aa42-466c-9c01-fed23315a9b7"
  /// The namespace of this program's own objects: version 5 of `countersign` in the observables' namespace.
  static let countersign = make("countersign", in: stixObservables)

  /// - Parameter namespace: a UUID in its text form.
  package static func make(_ name: String, in namespace: String) -> String {
    var digits: [UInt8] = []
    for character in namespace.utf8 where character != 0x2D {
      digits.append(character <= 0x39 ? character - 0x30 : (character | 0x20) - 0x57)
    }
    let prefix = stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    var bytes = Array(Insecure.SHA1.hash(data: prefix + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      let pair = String(byte, radix: 16)
      text += pair.count == 1 ? "0" + pair : pair
    }
    return text
  }
}
