import CSimdjson

/// Reads one line of JSON into slots; the only user of the simdjson shim.
///
/// The line must be one object. Keys are compared as written, escapes undone; of a key that is there twice the last
/// counts. A value that cannot be read spoils its own field; text that is not UTF-8 and bare control characters are
/// replaced (`readRepaired`) rather than costing the row.
final class JSONRecordReader {
  private let reader: OpaquePointer?

  /// A reader that puts the value of `keys[i]` into slot i.
  init(keys: [String]) {
    var names: [UnsafePointer<CChar>?] = []
    let copies = keys.map { key in
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: key.utf8.count + 1)
      var bytes = key.utf8CString
      bytes.withUnsafeMutableBufferPointer { copy.initialize(from: $0.baseAddress!, count: $0.count) }
      return copy
    }
    defer { for copy in copies { copy.deallocate() } }
    for copy in copies { names.append(UnsafePointer(copy)) }
    let slots = keys.indices.map { Int32($0) }
    reader = cs_reader_create(names, slots, keys.count)
  }

  deinit { if let reader { cs_reader_destroy(reader) } }

  /// Fills `slots`; nil when all went well.
  func read(_ line: ByteView, into slots: UnsafeMutablePointer<Value>, count: Int) -> Fault? {
    guard let reader else { return .outOfMemory }
    let status = cs_reader_read(reader, line.baseAddress, line.count, slots, count)
    switch Int(status) {
    case Int(CS_OK): return nil
    case Int(CS_NOT_AN_OBJECT): return .notAnObject
    case Int(CS_UNCLOSED): return .unclosed
    case Int(CS_BAD_UTF8): return .replacedText
    case Int(CS_BAD_CONTROL): return .hiddenCharacters
    case Int(CS_TOO_DEEP): return .tooDeep
    case Int(CS_TRAILING): return .trailingText
    case Int(CS_MEMORY): return .outOfMemory
    default: return .notJSON
    }
  }

  /// Where lists and objects of the last line keep their members.
  var nodes: UnsafePointer<Value>? { reader.flatMap { cs_reader_nodes($0) } }

  /// Calls `body` with each key that has no slot.
  func forEachUnknownKey(_ body: (ByteView) -> Void) {
    guard let reader else { return }
    var count = 0
    guard let nodes = cs_reader_unknown(reader, &count) else { return }
    for i in 0..<count { body(nodes[i].keyBytes) }
  }

  static func isUTF8(_ bytes: ByteView) -> Bool {
    bytes.isEmpty || cs_is_utf8(bytes.baseAddress, bytes.count) != 0
  }
}
