extension StoredScore {
  /// The contributions as a compact JSON object: `{"hour_of_week":1048576,"base_rate":-9000000}`.
  var contributionsJSON: String {
    var writer = ByteWriter()
    writeContributions(into: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Appends the contributions as `contributionsJSON` shows them.
  func writeContributions(into writer: inout ByteWriter) {
    writer.write(byte: UInt8(ascii: "{"))
    for i in contributions.indices {
      if i > 0 { writer.write(byte: UInt8(ascii: ",")) }
      writer.write(jsonText: contributions[i].detector)
      writer.write(byte: UInt8(ascii: ":"))
      writer.write(decimal: contributions[i].units)
    }
    writer.write(byte: UInt8(ascii: "}"))
  }

  /// Reads what `writeContributions` wrote.
  ///
  /// - Throws: `damaged` for anything else.
  static func contributions(fromJSON bytes: UnsafeRawBufferPointer) throws(StoreError) -> [Contribution] {
    var parser = ContributionParser(bytes: bytes)
    return try parser.object()
  }
}

/// A parser of the one shape of JSON that the contributions have.
private struct ContributionParser {
  let bytes: UnsafeRawBufferPointer
  var offset = 0

  mutating func object() throws(StoreError) -> [StoredScore.Contribution] {
    var found: [StoredScore.Contribution] = []
    try expect(UInt8(ascii: "{"))
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "}") {
      offset += 1
    } else {
      while true {
        let name = try name()
        try expect(UInt8(ascii: ":"))
        found.append(StoredScore.Contribution(name, units: try number()))
        let next = try byte()
        if next == UInt8(ascii: "}") { break }
        guard next == UInt8(ascii: ",") else { throw .damaged }
      }
    }
    guard offset == bytes.count else { throw .damaged }
    return found
  }

  private mutating func byte() throws(StoreError) -> UInt8 {
    guard offset < bytes.count else { throw .damaged }
    defer { offset += 1 }
    return bytes[offset]
  }

  private mutating func expect(_ expected: UInt8) throws(StoreError) {
    guard try byte() == expected else { throw .damaged }
  }

  private mutating func name() throws(StoreError) -> String {
    try expect(UInt8(ascii: "\""))
    var text: [UInt8] = []
    while true {
      let next = try byte()
      if next == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      guard next == UInt8(ascii: "\\") else {
        text.append(next)
        continue
      }
      let escaped = try byte()
      guard escaped == UInt8(ascii: "u") else {
        text.append(escaped)
        continue
      }
      var value: UInt8 = 0
      for _ in 0..<4 {
        guard let digit = Character(Unicode.Scalar(try byte())).hexDigitValue, value < 16 else { throw .damaged }
        value = value * 16 + UInt8(digit)
      }
      text.append(value)
    }
  }

  private mutating func number() throws(StoreError) -> Int64 {
    let start = offset
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    while offset < bytes.count, (48...57).contains(bytes[offset]) { offset += 1 }
    guard let number = Int64(String(decoding: bytes[start..<offset], as: UTF8.self)) else { throw .damaged }
    return number
  }
}
