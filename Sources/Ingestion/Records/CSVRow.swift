/// The cells of one CSV record, quotes taken off.
///
/// Used again for every row.
struct CSVRow {
  private struct Cell {
    var start: Int
    var count: Int
    /// Whether the place counts in `unquoted` rather than in the record.
    var isCopied: Bool
  }
  private var cells: [Cell] = []
  private var unquoted: [UInt8] = []
  private var record = ByteView(start: nil, count: 0)

  var count: Int { cells.count }

  /// Cuts one record, whose quotes the splitter has checked.
  ///
  /// The record must outlive the use of the cells.
  mutating func read(_ record: ByteView, delimiter: UInt8) {
    self.record = record
    cells.removeAll(keepingCapacity: true)
    unquoted.removeAll(keepingCapacity: true)
    var start = 0
    while true {
      if start < record.count, record[start] == 34 {
        start = readQuoted(record, start + 1)
      } else {
        let end = record.firstIndex(of: delimiter, from: start) ?? record.count
        cells.append(Cell(start: start, count: end - start, isCopied: false))
        start = end
      }
      guard start < record.count else { return }
      start += 1
      if start == record.count {
        cells.append(Cell(start: start, count: 0, isCopied: false))
        return
      }
    }
  }

  /// Takes a quoted cell whose text begins at `start`; returns the place of the delimiter behind it.
  private mutating func readQuoted(_ record: ByteView, _ start: Int) -> Int {
    var from = start
    let place = unquoted.count
    var isCopied = false
    while true {
      let quote = record.firstIndex(of: 34, from: from) ?? record.count
      let isDoubled = quote + 1 < record.count && record[quote + 1] == 34
      if isDoubled || isCopied {
        unquoted.append(contentsOf: record[from..<quote])
        isCopied = true
      }
      if isDoubled {
        unquoted.append(34)
        from = quote + 2
        continue
      }
      cells.append(
        isCopied
          ? Cell(start: place, count: unquoted.count - place, isCopied: true)
          : Cell(start: start, count: quote - start, isCopied: false))
      var next = min(quote + 1, record.count)
      while next < record.count, record[next] == 13 { next += 1 }
      return next
    }
  }

  /// Lends the cells, in order.
  func withCells<Result>(_ body: ([ByteView]) -> Result) -> Result {
    unquoted.withUnsafeBufferPointer { copied in
      body(cells.map { ($0.isCopied ? copied : record).part($0.start, $0.start + $0.count) })
    }
  }

  /// Lends one cell after the other; `body` gets its place and its text.
  func forEachCell(_ body: (Int, ByteView) -> Void) {
    unquoted.withUnsafeBufferPointer { copied in
      for (i, cell) in cells.enumerated() {
        body(i, (cell.isCopied ? copied : record).part(cell.start, cell.start + cell.count))
      }
    }
  }
}
