import RequestModel

/// Applies a mapping to one record after the other: fills a row's fields from its columns.
///
/// One per worker.
final class MappedRow {
  /// The names of the columns that are read: every field of the format, then the mapping's own.
  let columns: [String]
  /// The values of the record by place in `columns`.
  let sources: UnsafeMutablePointer<Value>

  private struct Step {
    var rule: Mapping.Rule
    var places: [Int]
    var offsetPlace: Int?
    /// The attribute's name, at an address that stays.
    var attributeName = ByteView(start: nil, count: 0)
    var zone: ZoneOffsets?
  }
  private struct Made {
    var step: Int
    var range: Range<Int>
  }

  private var steps: [Step] = []
  private var namesHeld: [UnsafeMutableBufferPointer<UInt8>] = []
  /// The texts that rules made for this record, and whose they are.
  private var arena: [UInt8] = []
  private var made: [Made] = []
  private var text = MappedText()
  /// Whether a record had the column, by place.
  private var seen: [Bool]

  init(_ mapping: Mapping) {
    let standard = LogField.named.map(\.description)
    columns = standard + mapping.columns.filter { !standard.contains($0) }
    sources = .allocate(capacity: columns.count)
    sources.initialize(repeating: .absent, count: columns.count)
    seen = [Bool](repeating: false, count: columns.count)
    for rule in mapping.rules {
      var step = Step(rule: rule, places: rule.sources.map { columns.firstIndex(of: $0.column) ?? 0 })
      step.offsetPlace = rule.date?.offsetColumn.flatMap { columns.firstIndex(of: $0) }
      step.zone = rule.date?.zone.flatMap { ZoneOffsets(identifier: $0) }
      if case .attribute(let name, _) = rule.destination {
        let held = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: name.utf8.count)
        _ = held.initialize(from: name.utf8)
        namesHeld.append(held)
        step.attributeName = ByteView(held)
      }
      steps.append(step)
    }
  }

  deinit {
    sources.deallocate()
    for held in namesHeld { held.deallocate() }
  }

  func clear() { for i in columns.indices { sources[i] = .absent } }

  /// Fills the row; `body` is called while what was made for it is in place.
  func fill(_ row: RowReader, _ body: () -> Void) {
    for slot in 0..<LogField.slotCount { row.slots[slot] = sources[slot] }
    arena.removeAll(keepingCapacity: true)
    made.removeAll(keepingCapacity: true)
    for place in LogField.slotCount..<columns.count where sources[place].isPresent { seen[place] = true }
    for place in 0..<LogField.slotCount where sources[place].isPresent { seen[place] = true }
    for i in steps.indices {
      if steps[i].rule.constant == nil, steps[i].rule.isPlain {
        put(sources[steps[i].places[0]], steps[i], row)
      } else {
        let start = arena.count
        make(i)
        made.append(Made(step: i, range: start..<arena.count))
      }
    }
    arena.withUnsafeBufferPointer { arena in
      for made in made {
        put(Value(cell: arena.part(made.range.lowerBound, made.range.upperBound)), steps[made.step], row)
      }
      body()
    }
  }

  /// The mapped columns that no record has had since the last call.
  func takeUnseen(_ mapping: Mapping) -> Set<String> {
    var unseen = Set<String>()
    for column in mapping.columns {
      if let place = columns.firstIndex(of: column), !seen[place] { unseen.insert(column) }
    }
    for i in seen.indices { seen[i] = false }
    return unseen
  }

  private func put(_ value: Value, _ step: Step, _ row: RowReader) {
    switch step.rule.destination {
    case .field(let field): row.slots[field.slot] = value
    case .attribute(_, let reading): row.extraAttributes.append((step.attributeName, value, reading))
    }
  }

  /// Appends the text of one rule to the arena.
  private func make(_ i: Int) {
    let rule = steps[i].rule
    if let constant = rule.constant {
      arena.append(contentsOf: constant.utf8)
      return
    }
    if let date = rule.date {
      makeDate(i, date)
      return
    }
    var isList = false
    if case .field(let field) = rule.destination { isList = field.isList }
    let start = arena.count
    for (source, place) in zip(rule.sources, steps[i].places) {
      guard let cell = sources[place].plainText, !cell.isEmpty else { continue }
      if isList {
        text.eachItem(of: cell, separator: rule.itemSeparator) { item in
          if arena.count > start { arena.append(UInt8(ascii: ";")) }
          arena.append(contentsOf: source.prefix.utf8)
          text.appendEscaped(text.translated(item, rule), to: &arena)
        }
      } else {
        if arena.count > start { arena.append(contentsOf: rule.separator.utf8) }
        arena.append(contentsOf: source.prefix.utf8)
        arena.append(contentsOf: text.translated(cell, rule))
      }
    }
  }

  private func makeDate(_ i: Int, _ date: DateReading) {
    var isDate = false
    if case .field(let field) = steps[i].rule.destination { isDate = field.isDate }
    let offset = steps[i].offsetPlace.flatMap { sources[$0].asNumber }
    let reader = MappedDate(reading: date, isDate: isDate, offset: offset)
    guard steps[i].places.count > 1 else {
      return reader.append(sources[steps[i].places[0]], zone: &steps[i].zone, to: &arena)
    }
    var joined: [UInt8] = []
    for place in steps[i].places {
      guard let cell = sources[place].plainText, !cell.isEmpty else { continue }
      if !joined.isEmpty { joined.append(contentsOf: steps[i].rule.separator.utf8) }
      joined.append(contentsOf: cell)
    }
    joined.withUnsafeBufferPointer { reader.append(Value(cell: $0), zone: &steps[i].zone, to: &arena) }
  }
}
