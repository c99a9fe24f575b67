/// Appends CSV (RFC 4180) cells to a byte buffer, safe to open in a spreadsheet.
///
/// Text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab, a line end, or the
/// full-width forms of the signs) gets a leading apostrophe; control characters become U+FFFD. Numbers that this program
/// wrote itself go through the numeric functions and stay as they are.
/// Reference: OWASP, "CSV Injection".
package enum CSVBytes {
  /// Appends one cell of text, quoted where it must be.
  package static func append(_ text: String, to bytes: inout [UInt8]) {
    var guarded = DisplayText.needsCleaning(text) ? DisplayText.cleaned(text, keepingLines: true) : text
    if beginsFormula(guarded) { guarded = "'" + guarded }
    let done: Void? = guarded.utf8.withContiguousStorageIfAvailable { appendQuoted($0, to: &bytes) }
    if done == nil { Array(guarded.utf8).withUnsafeBufferPointer { appendQuoted($0, to: &bytes) } }
  }

  /// Appends one cell that already is harmless bytes (JSON that this program wrote), quoted.
  package static func append(quoting cell: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    for byte in cell {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// Appends a row of text cells and its line end.
  package static func append(row cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      append(cell, to: &bytes)
    }
    endRow(&bytes)
  }

  /// CR LF, as RFC 4180 has it.
  package static func endRow(_ bytes: inout [UInt8]) {
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  static func beginsFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.first?.value {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D, 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20: true
    default: false
    }
  }

  private static func appendQuoted(_ cell: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    let needsQuotes = cell.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D || $0 == 0x3B }
    guard needsQuotes else { return bytes.append(contentsOf: cell) }
    bytes.append(0x22)
    for byte in cell {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
