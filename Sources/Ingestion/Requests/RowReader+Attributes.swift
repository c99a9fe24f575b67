import RequestModel

extension RowReader {
  /// Everything else that the log knows, sorted by name; of two with one name the last counts.
  ///
  /// A text that is a number by JSON's grammar is a number, so that a CSV cell and a JSON member mean the same.
  func readAttributes() {
    let object = value(.attributes).pointee
    guard !object.isEmpty || !extraAttributes.isEmpty else { return }
    var found: [Attribute] = []
    found.reserveCapacity(8)
    var isFaulty = false
    func take(_ name: ByteView, _ value: Value, _ reading: Mapping.AttributeReading) {
      guard !value.isEmpty else { return }
      let clean = texts.value(for: name) { TextCleaning.readable(name, limit: limits.identifierBytes) }.text
      guard !clean.isEmpty, let usable = attribute(value, reading) else {
        isFaulty = true
        return
      }
      found.append(Attribute(name: clean, value: usable))
    }
    if object.isObject {
      forEachChild(of: object) { take($0.keyBytes, $0, .automatic) }
    } else if !object.isEmpty {
      drop(.attributes, .notText)
    }
    for (name, value, reading) in extraAttributes { take(name, value, reading) }
    if isFaulty { drop(.attributes, .unusableItem) }
    var kept = RowReader.sorted(found)
    if kept.count > limits.listItems {
      drop(.attributes, .tooManyItems(limit: limits.listItems))
      kept.removeLast(kept.count - limits.listItems)
    }
    request.attributes = kept
  }

  /// By name, the last of one name alone; most logs have them so already.
  private static func sorted(_ found: [Attribute]) -> [Attribute] {
    let isSorted = found.indices.dropFirst().allSatisfy {
      found[$0 - 1].name.utf8.lexicographicallyPrecedes(found[$0].name.utf8)
    }
    if isSorted { return found }
    let order = found.indices.sorted { a, b in
      found[a].name == found[b].name ? a < b : found[a].name.utf8.lexicographicallyPrecedes(found[b].name.utf8)
    }
    var kept: [Attribute] = []
    for i in order {
      if kept.last?.name == found[i].name { kept.removeLast() }
      kept.append(found[i])
    }
    return kept
  }

  private func attribute(_ value: Value, _ reading: Mapping.AttributeReading) -> Attribute.Value? {
    switch reading {
    case .automatic: break
    case .number: return value.asNumber.map { .number($0 == 0 ? 0 : $0) }
    case .category:
      guard let text = value.plainText else { break }
      desk.form.person(text)
      return .category(desk.pseudonymOfForm(.attribute))
    }
    if let truth = value.boolean { return category(truth ? "true" : "false") }
    if value.isNumber { return value.asDouble.isFinite ? .number(value.asDouble == 0 ? 0 : value.asDouble) : nil }
    guard value.isText else { return nil }
    let text = value.bytes.trimmed()
    if let first = text.first, first.isASCIIDigit || first == UInt8(ascii: "-"), let number = NumberText.decimal(text) {
      return .number(number)
    }
    desk.form.person(text)
    return .category(desk.pseudonymOfForm(.attribute))
  }

  private func category(_ name: StaticString) -> Attribute.Value {
    desk.form.exactly(ByteView(start: name.utf8Start, count: name.utf8CodeUnitCount))
    return .category(desk.pseudonymOfForm(.attribute))
  }
}
