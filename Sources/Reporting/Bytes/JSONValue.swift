/// A JSON document whose objects keep the order they were written in, so that equal documents are equal bytes.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSONValue
    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// An object without the members that are null: for formats in which absent and null differ.
  package static func object(present members: [Member]) -> JSONValue {
    .object(members.filter { $0.value != .null })
  }

  /// A string, or null where there is none or it is empty.
  package static func text(_ text: String?) -> JSONValue {
    guard let text, !text.isEmpty else { return .null }
    return .string(text)
  }

  /// A number, or null where there is none.
  package static func optional(_ number: Double?) -> JSONValue { number.map(JSONValue.number) ?? .null }
  package static func optional(_ number: Int?) -> JSONValue { number.map(JSONValue.integer) ?? .null }

  /// The members of an object by name; nil for anything else and for absent names.
  package subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// UTF-8 on one line, or indented by two spaces a level with a line feed at the end.
  package func bytes(indented: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes, level: indented ? 0 : nil)
    if indented { bytes.append(0x0A) }
    return bytes
  }

  package func text(indented: Bool = false) -> String { String(decoding: bytes(indented: indented), as: UTF8.self) }

  package func append(to bytes: inout [UInt8], level: Int? = nil) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let flag): JSONBytes.append(flag, to: &bytes)
    case .integer(let number): JSONBytes.append(number, to: &bytes)
    case .number(let number): JSONBytes.append(number, to: &bytes)
    case .string(let text): JSONBytes.append(text, to: &bytes)
    case .array(let items):
      JSONValue.append(items, between: (0x5B, 0x5D), to: &bytes, level: level) { item, bytes, inner in
        item.append(to: &bytes, level: inner)
      }
    case .object(let members):
      JSONValue.append(members, between: (0x7B, 0x7D), to: &bytes, level: level) { member, bytes, inner in
        JSONBytes.append(member.name, to: &bytes)
        bytes.append(0x3A)
        if inner != nil { bytes.append(0x20) }
        member.value.append(to: &bytes, level: inner)
      }
    }
  }

  private static func append<Item>(
    _ items: [Item], between brackets: (UInt8, UInt8), to bytes: inout [UInt8], level: Int?,
    _ appendItem: (Item, inout [UInt8], Int?) -> Void
  ) {
    bytes.append(brackets.0)
    let inner = level.map { $0 + 1 }
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      breakLine(to: &bytes, level: inner)
      appendItem(item, &bytes, inner)
    }
    if !items.isEmpty { breakLine(to: &bytes, level: level) }
    bytes.append(brackets.1)
  }

  private static func breakLine(to bytes: inout [UInt8], level: Int?) {
    guard let level else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * level))
  }
}
