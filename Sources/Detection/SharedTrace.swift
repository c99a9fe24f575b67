package import RequestModel
package import Statistics

/// What a request shows that could tie it to others, as the looks at links see it.
package struct SharedTrace: Sendable, Equatable {
  /// Short name of the agency.
  package let agency: UInt32
  /// Targets and contacts.
  package let names: [UInt64]
  /// Lines of the letter.
  package let lines: [UInt64]

  package init(_ request: Request) {
    let keys = LinkKeys(request)
    agency = LinkWindow.code(ofAgency: request.agencyID)
    names = Array(keys.targets) + Array(keys.contacts)
    lines = Array(keys.letter)
  }

  /// Of a request of which nothing else is known.
  package init(agency: UInt32) {
    self.agency = agency
    (names, lines) = ([], [])
  }

  package var keys: [UInt64] { names + lines }

  package func encode(into out: inout ByteWriter) {
    out.varint(UInt64(agency))
    for keys in [names, lines] {
      out.varint(UInt64(keys.count))
      for key in keys { out.fixed(key) }
    }
  }

  package init(from reader: inout ByteReader) throws(ByteReadingError) {
    agency = UInt32(truncatingIfNeeded: try reader.varint())
    var read: [[UInt64]] = [[], []]
    for part in 0..<2 { for _ in 0..<(try reader.length(bytesEach: 8)) { read[part].append(try reader.fixed()) } }
    (names, lines) = (read[0], read[1])
  }

  /// Calls `body` with every sighting that the stored link value of one night holds.
  package static func forEachSighting(
    in value: [UInt8], _ body: (_ key: UInt64, _ agency: UInt32) -> Void
  ) throws(ByteReadingError) {
    var reader = ByteReader(value)
    for _ in 0..<(try reader.length(bytesEach: 9)) {
      let key = try reader.fixed()
      body(key, UInt32(truncatingIfNeeded: try reader.varint()))
    }
  }
}
