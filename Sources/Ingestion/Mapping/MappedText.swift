/// Items and translations of mapped texts.
struct MappedText {
  /// Calls `body` with each item of a cell.
  func eachItem(of cell: ByteView, separator: String?, _ body: (ByteView) -> Void) {
    guard let mark = separator?.utf8.first else {
      body(cell)
      return
    }
    var start = 0
    while start <= cell.count {
      let end = cell.firstIndex(of: mark, from: start) ?? cell.count
      let item = cell.part(start, end).trimmed()
      if !item.isEmpty { body(item) }
      start = end + 1
    }
  }

  /// What the rule's table has for a text, or the text itself.
  func translated(_ text: ByteView, _ rule: Mapping.Rule) -> [UInt8] {
    guard !rule.values.isEmpty || rule.otherwise != nil else { return Array(text) }
    if let known = rule.values[text.text.lowercased()] ?? rule.otherwise { return Array(known.utf8) }
    return Array(text)
  }

  /// With a `\` before each `;` and `\`, so that one item stays one.
  func appendEscaped(_ item: [UInt8], to arena: inout [UInt8]) {
    for byte in item {
      if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\\") { arena.append(UInt8(ascii: "\\")) }
      arena.append(byte)
    }
  }
}
