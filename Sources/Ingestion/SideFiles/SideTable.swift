/// The rows of a small file, CSV or JSON Lines, as texts by column: labels, directories, calendars.
///
/// Lines and fields of what cannot be used are named as they are for the log.
struct SideTable {
  struct Row {
    var line: Int
    /// Trimmed; an absent or empty one is "".
    var texts: [String]
  }

  private(set) var rows: [Row] = []
  private(set) var faults: [SideFileFault] = []
  /// Columns of a CSV header.
  private(set) var header: [String] = []

  /// Reads all of `bytes`.
  init(_ bytes: ByteView, format: RecordFormat, columns: [String], limits: IntakeLimits) {
    var splitter = RecordSplitter(format: format, limits: limits)
    let json = JSONRecordReader(keys: columns)
    let slots = UnsafeMutablePointer<Value>.allocate(capacity: columns.count)
    slots.initialize(repeating: .absent, count: columns.count)
    defer { slots.deallocate() }
    var rows: [Row] = []
    var faults: [SideFileFault] = []
    var csv = CSVRow()
    func take(_ block: RecordBlock) {
      for rejection in block.rejections {
        faults.append(SideFileFault(line: rejection.line, field: "row", fault: rejection.fault))
      }
      let places = block.header.map { columns.firstIndex(of: $0) }
      block.bytes.withUnsafeBufferPointer { bytes in
        for record in block.records {
          let text = bytes.part(Int(record.start), Int(record.start + record.count))
          var row = Row(line: record.line, texts: [String](repeating: "", count: columns.count))
          if format == .jsonl {
            if let fault = json.read(text, into: slots, count: columns.count) {
              faults.append(SideFileFault(line: record.line, field: "row", fault: fault))
              continue
            }
            for i in columns.indices { row.texts[i] = json.text(of: slots[i]) }
          } else {
            csv.read(text, delimiter: block.delimiter)
            csv.forEachCell { place, cell in
              if place < places.count, let i = places[place] { row.texts[i] = Self.clean(cell) }
            }
          }
          rows.append(row)
        }
      }
    }
    splitter.feed(bytes, take)
    splitter.finish(take)
    self.rows = rows
    self.faults = faults.sorted { $0.line < $1.line }
    header = splitter.header
  }

  static func clean(_ text: ByteView) -> String { TextCleaning.readable(text, limit: 4_096).text }
}

extension JSONRecordReader {
  /// A value as the text of a CSV cell: a list's items between `;`.
  fileprivate func text(of value: Value) -> String {
    if let text = value.plainText { return SideTable.clean(text) }
    guard value.isList, let nodes else { return "" }
    var items: [String] = []
    var next = value.firstChild
    while next >= 0 {
      if let text = nodes[next].plainText { items.append(SideTable.clean(text)) }
      next = nodes[next].nextSibling
    }
    return items.joined(separator: ";")
  }
}

/// What is wrong in a row of a side file; the row is left out.
package struct SideFileFault: Hashable, Sendable, CustomStringConvertible {
  package var line: Int
  package var field: String
  package var fault: Fault

  package var description: String { "line \(line), \(field): \(fault.reason): \(fault.remedy)" }
}

/// The usable rows of a side file, and what was wrong with the others.
package struct SideFile<Row: Sendable>: Sendable {
  package var rows: [Row] = []
  package var faults: [SideFileFault] = []
}
