/// A strict reader of RFC 4180, for checking what was written.
enum CSVReader {
  static func rows(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if isQuoted {
        if byte == 0x22, i + 1 < bytes.count, bytes[i + 1] == 0x22 {
          cell.append(0x22)
          i += 1
        } else if byte == 0x22 {
          isQuoted = false
        } else {
          cell.append(byte)
        }
      } else if byte == 0x22 {
        isQuoted = true
      } else if byte == 0x2C || byte == 0x0D {
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
        if byte == 0x0D {
          rows.append(row)
          row = []
          i += 1  // the line feed
        }
      } else {
        cell.append(byte)
      }
      i += 1
    }
    return rows
  }
}
