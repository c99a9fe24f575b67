import RequestModel

extension RowReader {
  /// Calls `body` with every item of a list: a JSON list of texts, or one cell with `;` between the items.
  ///
  /// A `\` in a cell takes the meaning from the `;` or `\` behind it. Items that are no text, and items past the limit,
  /// are dropped; `body` says whether it could use the item. O(bytes).
  func forEachItem(_ field: OptionalField, _ body: (ByteView) -> Bool) {
    let list = value(field).pointee
    guard !list.isEmpty else { return }
    var count = 0
    var isFaulty = false
    func take(_ text: ByteView) {
      guard !text.isEmpty else { return }
      count += 1
      if count <= limits.listItems, !body(text) { isFaulty = true }
    }
    if list.isList {
      forEachChild(of: list) { child in
        if let text = child.plainText { take(text) } else if !child.isEmpty { isFaulty = true }
      }
    } else if let text = list.plainText {
      forEachPart(of: text) { take($0.trimmed()) }
    } else {
      drop(field, list.isBroken ? .invalidText : .notAList)
      return
    }
    if isFaulty { drop(field, .unusableItem) }
    if count > limits.listItems { drop(field, .tooManyItems(limit: limits.listItems)) }
  }

  @inline(__always)
  func forEachChild(of parent: Value, _ body: (Value) -> Void) {
    guard let nodes else { return }
    var next = parent.firstChild
    while next >= 0 {
      body(nodes[next])
      next = nodes[next].nextSibling
    }
  }

  /// The parts of a cell between its `;`.
  func forEachPart(of text: ByteView, _ body: (ByteView) -> Void) {
    if text.firstIndex(of: UInt8(ascii: "\\"), from: 0) == nil {
      var start = 0
      while start <= text.count {
        let end = text.firstIndex(of: UInt8(ascii: ";"), from: start) ?? text.count
        body(text.part(start, end))
        start = end + 1
      }
      return
    }
    var part: [UInt8] = []
    var i = 0
    while i < text.count {
      let byte = text[i]
      if byte == UInt8(ascii: "\\"), i + 1 < text.count,
        text[i + 1] == UInt8(ascii: ";") || text[i + 1] == UInt8(ascii: "\\")
      {
        part.append(text[i + 1])
        i += 2
        continue
      }
      if byte == UInt8(ascii: ";") {
        part.withUnsafeBufferPointer(body)
        part.removeAll(keepingCapacity: true)
      } else {
        part.append(byte)
      }
      i += 1
    }
    part.withUnsafeBufferPointer(body)
  }

  /// The values of a list that are words of a vocabulary; unknown ones count as `fallback`.
  func words<Element>(
    _ field: OptionalField, _ names: VocabularyNames<Element>, or fallback: Element
  ) -> VocabularySet<Element> {
    var found = VocabularySet<Element>()
    guard value(field).pointee.isPresent else { return found }
    var isUnknown = false
    forEachItem(field) { text in
      if let element = names.element(text) {
        found.insert(element)
      } else {
        found.insert(fallback)
        isUnknown = true
      }
      return true
    }
    if isUnknown { note(.optional(field), .unknownValue, .other) }
    return found
  }
}
