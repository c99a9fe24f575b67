/// Cuts a stream of bytes, fed in pieces of any size, into blocks of whole records.
///
/// Holds one block and at most one record of the greatest length: a longer one is rejected by its line number and
/// skipped unheld. The records, their line numbers and the rejections do not depend on how the bytes were cut.
/// A record that a quote left open swallowed is rejected at the line that it began on, and the next line starts anew.
/// Complexity: O(bytes), each byte looked at once or, behind a quote left open, twice.
package struct RecordSplitter {
  package let format: RecordFormat
  /// The column names, once the first record of a CSV input was seen.
  package private(set) var header: [String] = []

  private let lineLimit: Int
  private let blockBytes: Int
  private let delimiter: UInt8

  private var buffer: [UInt8] = []
  private var records: [RecordBlock.Record] = []
  private var rejections: [Rejection] = []
  private var sequence = 0
  /// Where the record that is being read began, in the buffer, and its line.
  private var start = 0
  private var line = 1
  /// JSON Lines: where to look for the next line end.
  private var searched = 0
  private var scan = CSVScan(at: 0)
  /// The rest of the line is thrown away: it is too long, or it was rejected.
  private var isDiscarding = false
  private var hasBegun = false

  package init(
    format: RecordFormat, limits: IntakeLimits, blockBytes: Int = 1 << 20, delimiter: UInt8 = UInt8(ascii: ",")
  ) {
    self.format = format
    self.delimiter = delimiter
    lineLimit = max(1, limits.lineBytes)
    self.blockBytes = max(1, blockBytes)
  }

  /// Takes the next bytes; hands over each block as it is full.
  package mutating func feed(_ bytes: ByteView, _ emit: (RecordBlock) throws -> Void) rethrows {
    var rest = bytes
    while !rest.isEmpty {
      let piece = rest.part(0, min(rest.count, 256 * 1024))
      rest = rest.part(piece.count, rest.count)
      buffer.append(contentsOf: piece)
      advance(atEnd: false)
      if start >= blockBytes { try emit(takeBlock()) }
    }
  }

  /// Ends the stream.
  ///
  /// Where it was cut (`isTruncated`), its unfinished last record is rejected, not trusted.
  package mutating func finish(isTruncated: Bool = false, _ emit: (RecordBlock) throws -> Void) rethrows {
    advance(atEnd: !isTruncated)
    if isTruncated, start < buffer.count, !isDiscarding {
      rejections.append(Rejection(line: line, field: .row, fault: .cutOff))
    }
    start = buffer.count
    let block = takeBlock()
    if !block.isEmpty { try emit(block) }
  }

  private mutating func advance(atEnd: Bool) {
    if !hasBegun {
      guard buffer.count >= 3 || atEnd else { return }
      hasBegun = true
      if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
      searched = start
      scan = CSVScan(at: start)
    }
    // The buffer is lent out while the walk changes everything else.
    var lent: [UInt8] = []
    swap(&lent, &buffer)
    lent.withUnsafeBufferPointer { bytes in
      while start < bytes.count || isDiscarding {
        if isDiscarding {
          guard discard(bytes) else { break }
        } else if format == .jsonl {
          guard nextLine(bytes, atEnd) else { break }
        } else {
          guard nextRow(bytes, atEnd) else { break }
        }
      }
    }
    swap(&lent, &buffer)
    if isDiscarding {
      buffer.removeLast(buffer.count - start)
      searched = start
    }
  }

  /// Skips to behind the next line end; false where the buffer ends first.
  private mutating func discard(_ bytes: ByteView) -> Bool {
    guard let newline = bytes.firstIndex(of: 10, from: start) else { return false }
    isDiscarding = false
    begin(at: newline + 1, line: line + 1)
    return true
  }

  private mutating func begin(at place: Int, line: Int) {
    start = place
    searched = place
    self.line = line
    scan = CSVScan(at: place)
  }

  private mutating func nextLine(_ bytes: ByteView, _ atEnd: Bool) -> Bool {
    let newline = bytes.firstIndex(of: 10, from: searched)
    searched = bytes.count
    guard (newline ?? bytes.count) - start <= lineLimit else { return reject(.tooLong(limit: lineLimit)) }
    guard newline != nil || atEnd else { return false }
    let end = newline ?? bytes.count
    keep(bytes, end: end)
    begin(at: newline.map { $0 + 1 } ?? end, line: line + 1)
    return true
  }

  private mutating func nextRow(_ bytes: ByteView, _ atEnd: Bool) -> Bool {
    let expected = header.isEmpty ? nil : header.count
    var outcome = CSVScan.Outcome.needsMore
    // Most rows hold no quote: their end is the next line end.
    if scan.position == start, let newline = bytes.firstIndex(of: 10, from: start),
      bytes.part(start, newline).firstIndex(of: 34, from: 0) == nil
    {
      outcome = .record(end: newline, next: newline + 1)
    } else {
      // Never looks past the limit, so that the answer does not depend on how much happens to be there.
      let reach = bytes.part(0, min(bytes.count, start + lineLimit + 1))
      outcome = scan.run(reach, delimiter: delimiter, expectedCells: expected)
      if atEnd, reach.count == bytes.count, case .needsMore = outcome { outcome = scan.finish(expectedCells: expected) }
    }
    switch outcome {
    case .needsMore:
      return scan.position - start > lineLimit && fail(.tooLong(limit: lineLimit), bytes)
    case .record(let end, let next):
      guard end - start <= lineLimit else { return fail(.tooLong(limit: lineLimit), bytes) }
      let lines = scan.secondLine == nil ? 1 : bytes.part(start, next).count { $0 == 10 }
      if header.isEmpty {
        readHeader(bytes.part(start, end))
      } else {
        keep(bytes, end: end)
      }
      begin(at: next, line: line + lines)
      return true
    case .failed(let fault):
      return fail(fault, bytes)
    }
  }

  /// Rejects the CSV record and starts anew at its second line.
  private mutating func fail(_ fault: Fault, _ bytes: ByteView) -> Bool {
    guard let secondLine = scan.secondLine else { return reject(fault) }
    rejections.append(
      Rejection(line: line, field: .row, fault: secondLine - start > lineLimit ? fault : .unclosedQuote))
    begin(at: secondLine, line: line + 1)
    return true
  }

  /// Rejects the line that is being read and throws the rest of it away.
  private mutating func reject(_ fault: Fault) -> Bool {
    rejections.append(Rejection(line: line, field: .row, fault: fault))
    isDiscarding = true
    return true
  }

  private mutating func keep(_ bytes: ByteView, end: Int) {
    var end = end
    if end > start, bytes[end - 1] == 13 { end -= 1 }
    guard bytes.part(start, end).contains(where: { !$0.isASCIISpace }) else { return }
    records.append(RecordBlock.Record(start: Int32(start), count: Int32(end - start), line: line))
  }

  private mutating func readHeader(_ record: ByteView) {
    var row = CSVRow()
    row.read(record, delimiter: delimiter)
    let names = row.withCells { cells in cells.map { $0.trimmed().text } }
    guard names.contains(where: { !$0.isEmpty }) else { return }
    header = names
    // Lines that end so are one long header, and no row would be seen, nor missed.
    let lineEnd = record.count > 0 && record[record.count - 1] == 13 ? record.count - 1 : record.count
    if record.part(0, lineEnd).firstIndex(of: 13, from: 0) != nil {
      rejections.append(Rejection(line: line, field: .row, fault: .bareReturn))
    }
  }

  /// What is finished, as a block; the rest of the buffer stays.
  private mutating func takeBlock() -> RecordBlock {
    let rest = Array(buffer[start...])
    buffer.removeLast(buffer.count - start)
    let block = RecordBlock(
      sequence: sequence, bytes: buffer, records: records, rejections: rejections, header: header,
      delimiter: delimiter)
    sequence += 1
    buffer = []
    buffer.reserveCapacity(blockBytes + 256 * 1024)
    buffer.append(contentsOf: rest)
    records = []
    rejections = []
    searched -= start
    scan.shift(by: start)
    start = 0
    return block
  }
}
