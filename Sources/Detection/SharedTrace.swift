package import RequestModel
package import Statistics

/// What a request shares with others, as the linkage looks see it.
package struct SharedTrace: Sendable {
  package let agency: UInt32
  package let keys: [UInt64]
  private let request: LinkKeys

  package init(_ request: Request) {
    self.request = LinkKeys(request)
    agency = LinkWindow.code(ofAgency: request.agencyID)
    keys = self.request.all
  }

  /// Whether the two would be linked, had one been seen when the other came: the same target, the same contact that is
  /// new to an agency, or most lines of a letter.
  package func isLinked(to other: SharedTrace) -> Bool {
    guard agency != other.agency else { return false }
    var window = LinkWindow()
    let night = Night(day: 0)
    for key in keys { window.note(key, agency: agency, night: night) }
    let links = Links(other.request, agency: other.agency, window: window)
    return links.targetAgencies + links.contactAgencies + links.letterAgencies > 0
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
