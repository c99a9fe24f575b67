/// Finds the end of one CSV record (RFC 4180), resumable at any byte.
///
/// A quote inside a bare cell is text. What tells an unclosed quote from a long cell is what follows: text behind the
/// next quote, more cells than the header has, a record over the limit or the end of the input.
struct CSVScan {
  enum State { case cellStart, bare, quoted, closing }

  enum Outcome {
    case needsMore
    /// The record ends before `end`; the next begins at `next`.
    case record(end: Int, next: Int)
    case failed(Fault)
  }

  private(set) var state = State.cellStart
  private(set) var position: Int
  private(set) var cells = 1
  /// Where the second line of the record begins: the place to start anew after a failure.
  private(set) var secondLine: Int?

  init(at start: Int) { position = start }

  /// Goes on to the end of the record or of the buffer.
  ///
  /// O(bytes looked at).
  mutating func run(_ buffer: ByteView, delimiter: UInt8, expectedCells: Int?) -> Outcome {
    while position < buffer.count {
      let byte = buffer[position]
      switch state {
      case .quoted:
        guard let quote = buffer.firstIndex(of: 34, from: position) else {
          noteLine(buffer, buffer.count)
          position = buffer.count
          return .needsMore
        }
        noteLine(buffer, quote)
        position = quote + 1
        state = .closing
        continue
      case .closing:
        if byte == 34 {
          state = .quoted
          position += 1
          continue
        }
        if byte != delimiter, byte != 10, byte != 13 {
          return .failed(secondLine == nil ? .textAfterQuote : .unclosedQuote)
        }
        if byte == 13 {
          position += 1
          continue
        }
      case .cellStart where byte == 34:
        state = .quoted
        position += 1
        continue
      case .cellStart, .bare: break
      }
      if byte == delimiter {
        cells += 1
        state = .cellStart
        if secondLine != nil, let expectedCells, cells > expectedCells { return .failed(.unclosedQuote) }
      } else if byte == 10 {
        if secondLine != nil, let expectedCells, cells != expectedCells { return .failed(.unclosedQuote) }
        return .record(end: position, next: position + 1)
      } else {
        state = .bare
      }
      position += 1
    }
    return .needsMore
  }

  /// What the end of the input makes of the record.
  func finish(expectedCells: Int?) -> Outcome {
    if state == .quoted { return .failed(.unclosedQuote) }
    if secondLine != nil, let expectedCells, cells != expectedCells { return .failed(.unclosedQuote) }
    return .record(end: position, next: position)
  }

  /// Moves every place towards the front, after the bytes before it have gone.
  mutating func shift(by distance: Int) {
    position -= distance
    secondLine = secondLine.map { $0 - distance }
  }

  private mutating func noteLine(_ buffer: ByteView, _ end: Int) {
    guard secondLine == nil, let newline = buffer.firstIndex(of: 10, from: position), newline < end else { return }
    secondLine = newline + 1
  }
}
