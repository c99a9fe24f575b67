import CSimdjson

/// One value of a record as the reader found it, JSON or CSV.
typealias Value = cs_node

extension cs_node {
  static var absent: cs_node {
    var node = cs_node()
    node.first_child = -1
    node.next = -1
    return node
  }

  /// A cell of a CSV row.
  init(cell: ByteView) {
    self = .absent
    kind = UInt8(CS_CELL)
    text = cell.baseAddress
    text_length = UInt32(cell.count)
  }

  /// Whether the record has the field at all, be it null or empty.
  var isPresent: Bool { kind != UInt8(CS_ABSENT) }
  var isNull: Bool { kind == UInt8(CS_NULL) }
  /// The value of a number; infinite where it is past a double.
  var asDouble: Double { number }
  var asInteger: Int64 { integer }
  /// Places among the nodes, −1 for none.
  var firstChild: Int { Int(first_child) }
  var nextSibling: Int { Int(next) }
  /// A finite number, whether written as a JSON number or as its text.
  var asNumber: Double? {
    if isNumber { return number.isFinite ? number : nil }
    return isText ? NumberText.decimal(bytes.trimmed()) ?? NumberText.whole(bytes.trimmed()).map { Double($0) } : nil
  }
  var hasFlags: Bool { flags != 0 }

  var isText: Bool { kind == UInt8(CS_STRING) || kind == UInt8(CS_CELL) }
  var isList: Bool { kind == UInt8(CS_LIST) }
  var isObject: Bool { kind == UInt8(CS_OBJECT) }
  var isBroken: Bool { kind == UInt8(CS_BROKEN) }
  var isNumber: Bool { kind == UInt8(CS_INTEGER) || kind == UInt8(CS_DECIMAL) }
  var isInteger: Bool { kind == UInt8(CS_INTEGER) }
  var boolean: Bool? { kind == UInt8(CS_TRUE) ? true : kind == UInt8(CS_FALSE) ? false : nil }
  var isRepeated: Bool { Int(flags) & Int(CS_REPEATED) != 0 }
  var isReplaced: Bool { Int(flags) & Int(CS_REPLACED) != 0 }

  /// Absent, null, empty text, empty list: all the same.
  var isEmpty: Bool {
    if kind <= UInt8(CS_NULL) { return true }
    if isText { return bytes.trimmed().isEmpty }
    if isList || isObject { return first_child < 0 }
    return false
  }

  /// The text of a string or a cell, or the digits of a number, as they stand.
  var bytes: ByteView { ByteView(start: text, count: Int(text_length)) }
  var keyBytes: ByteView { ByteView(start: key, count: Int(key_length)) }

  /// The text of a value that may be read as text: a string, a cell or a whole number.
  ///
  /// Trimmed.
  var plainText: ByteView? { isText ? bytes.trimmed() : isInteger ? bytes : nil }
}

extension cs_node {
  mutating func markRepeated() { flags |= UInt8(CS_REPEATED) }
}
