import Ingestion
import RequestModel
import Storage

/// What one block of a log held, its rows ready for the store.
struct PreparedBlock: Sendable {
  /// Everything but the accepted rows, which stand in `rows`.
  var parsed: ParsedBlock
  var rows: RequestBatch
}

/// Reads a block's requests and makes them rows of the store: each its night, its bytes and what stands beside them.
///
/// One for each thread.
struct RowPreparation {
  var boundary: NightBoundary

  mutating func prepare(_ block: RecordBlock, with worker: BlockWorker) -> PreparedBlock {
    var builder = RequestBatchBuilder(minimumCapacity: block.records.count)
    let parsed = worker.parse(block) { row in
      builder.append(
        row.request, night: boundary.night(of: row.request.receivedAt),
        disposition: row.disposition.map { StoredDisposition($0, at: row.dispositionAt) }, text: row.text)
    }
    return PreparedBlock(parsed: parsed, rows: builder.finish())
  }
}
