import Ingestion
import RequestModel

/// Runs the whole intake over bytes in memory: split into blocks, parsed, joined.
struct Intake {
  var limits = IntakeLimits(latest: Instant(seconds: 1_800_000_000))
  var mapping: Mapping?
  var key = Array("test key".utf8)
  var readsWording = false
  var blockBytes = 1 << 20
  /// The sizes of the pieces that the bytes come in, used in turn; empty: all at once.
  var pieces: [Int] = []

  var settings: IntakeSettings {
    IntakeSettings(
      pseudonymizer: Pseudonymizer(key: key), limits: limits, mapping: mapping,
      readsWording: readsWording)
  }

  func parse(_ bytes: [UInt8], _ format: RecordFormat, isTruncated: Bool = false) -> ParsedBlock {
    var whole = ParsedBlock(sequence: 0)
    let worker = BlockParser(settings: settings).makeWorker()
    func take(_ block: RecordBlock) {
      let parsed = worker.parse(block)
      whole.accepted += parsed.accepted
      whole.rejections += parsed.rejections
      whole.repairs += parsed.repairs
      whole.unknownFields.merge(parsed.unknownFields, uniquingKeysWith: +)
    }
    var splitter = RecordSplitter(format: format, limits: limits, blockBytes: blockBytes)
    bytes.withUnsafeBufferPointer { all in
      var start = 0
      var turn = 0
      while start < all.count {
        let size = pieces.isEmpty ? all.count : max(1, pieces[turn % pieces.count])
        let end = min(all.count, start + size)
        splitter.feed(ByteView(rebasing: all[start..<end]), take)
        start = end
        turn += 1
      }
    }
    splitter.finish(isTruncated: isTruncated, take)
    return whole
  }

  func jsonl(_ lines: String...) -> ParsedBlock { parse(Array(lines.joined(separator: "\n").utf8), .jsonl) }
  func csv(_ lines: String...) -> ParsedBlock { parse(Array(lines.joined(separator: "\n").utf8), .csv) }
}
