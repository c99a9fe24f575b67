package import RequestModel

/// Requests on their way into the store, their rows encoded already: threads prepare batches, one appends them.
package struct RequestBatch: Sendable {
  struct Row: Sendable {
    var night: Night
    var receivedAt: Instant
    var digest: Pseudonym
    /// Where the request's id and its encoded content stand in `bytes`.
    var id: Range<Int>
    var features: Range<Int>
    var disposition: StoredDisposition?
    /// The packed wording; nil where it is not kept.
    var text: [UInt8]?
  }

  let rows: [Row]
  let bytes: [UInt8]

  package var count: Int { rows.count }
  package var byteCount: Int { bytes.count }

  package init(_ requests: [DatedRequest]) {
    var builder = RequestBatchBuilder(minimumCapacity: requests.count)
    for dated in requests { builder.append(dated.request, night: dated.night) }
    self = builder.finish()
  }

  fileprivate init(rows: [Row], bytes: [UInt8]) {
    self.rows = rows
    self.bytes = bytes
  }

  func id(of row: Row) -> String { String(decoding: bytes[row.id], as: UTF8.self) }
}

/// Makes a batch, row by row.
package struct RequestBatchBuilder: ~Copyable {
  private var rows: [RequestBatch.Row] = []
  private var writer: ByteWriter

  package init(minimumCapacity: Int = 0) {
    rows.reserveCapacity(minimumCapacity)
    writer = ByteWriter(capacity: 2048 * max(1, minimumCapacity))
  }

  /// Adds a request.
  ///
  /// - Parameters:
  ///   - disposition: what the log says was done with it.
  ///   - text: its wording, packed, where that is to be kept.
  package mutating func append(
    _ request: Request, night: Night, disposition: StoredDisposition? = nil, text: [UInt8]? = nil
  ) {
    let start = writer.count
    let id = RequestCodec.encode(request, into: &writer)
    rows.append(
      RequestBatch.Row(
        night: night, receivedAt: request.receivedAt, digest: request.contentDigest, id: id,
        features: start..<writer.count, disposition: disposition, text: text))
  }

  package consuming func finish() -> RequestBatch { RequestBatch(rows: rows, bytes: [UInt8](writer.bytes)) }
}
