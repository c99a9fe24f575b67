import RequestModel

/// Parses blocks of records into requests, rejections and repairs: a pure function of the block and the settings.
///
/// Blocks may be parsed in any order and at the same time, each thread with a worker of its own.
package struct BlockParser: Sendable {
  package let settings: IntakeSettings

  package init(settings: IntakeSettings) { self.settings = settings }

  package func makeWorker() -> BlockWorker { BlockWorker(settings) }

  /// Parses one block with a fresh worker; for many blocks keep one worker a thread.
  package func parse(_ block: RecordBlock) -> ParsedBlock { makeWorker().parse(block) }
}

/// What one thread keeps from block to block: parser memory and caches.
///
/// It never changes what a block means.
package final class BlockWorker {
  private let rows: RowReader
  private let json: JSONRecordReader
  private let mapping: Mapping?
  private let mapped: MappedRow?
  private let names: [String]
  /// Where the readers put what they find: the row's own slots, or the mapping's columns.
  private let slots: UnsafeMutablePointer<Value>
  private var columns: CSVColumns?
  private var csv = CSVRow()
  private var unknown = UnknownFields()

  init(_ settings: IntakeSettings) {
    rows = RowReader(settings)
    mapping = settings.mapping
    mapped = settings.mapping.map { MappedRow($0) }
    names = mapped?.columns ?? LogField.named.map(\.description)
    slots = mapped?.sources ?? rows.slots
    json = JSONRecordReader(keys: names)
  }

  package func parse(_ block: RecordBlock) -> ParsedBlock {
    var accepted: [AcceptedRow] = []
    accepted.reserveCapacity(block.records.count)
    var parsed = parse(block) { accepted.append($0) }
    parsed.accepted = accepted
    return parsed
  }

  /// The same, but hands every accepted row to `take`, as it is read, and keeps none.
  package func parse(_ block: RecordBlock, _ take: (AcceptedRow) -> Void) -> ParsedBlock {
    var parsed = ParsedBlock(sequence: block.sequence)
    parsed.rejections = block.rejections
    let isCSV = !block.header.isEmpty
    if isCSV, columns?.header != block.header { columns = CSVColumns(header: block.header, names: names) }
    unknown.clear()
    block.bytes.withUnsafeBufferPointer { bytes in
      for record in block.records {
        let text = bytes.part(Int(record.start), Int(record.start + record.count))
        if isCSV {
          readRow(text, record.line, block.delimiter, &parsed, take)
        } else {
          readLine(text, record.line, &parsed, take)
        }
      }
    }
    if isCSV, let columns, !block.records.isEmpty {
      for name in columns.unknown {
        unknown.count(columns.knowsNone ? UnknownFields.unnamed : name, times: block.records.count)
      }
    }
    parsed.unknownFields = unknown.counts
    if let mapped, let mapping { parsed.unseenColumns = mapped.takeUnseen(mapping) }
    if !block.rejections.isEmpty { parsed.rejections.sort { $0.line < $1.line } }
    return parsed
  }

  // MARK: JSON Lines

  private func readLine(
    _ line: ByteView, _ number: Int, _ parsed: inout ParsedBlock, _ take: (AcceptedRow) -> Void
  ) {
    guard let fault = json.read(line, into: slots, count: names.count) else {
      return finishLine(number, nil, &parsed, take)
    }
    guard fault == .replacedText || fault == .hiddenCharacters else {
      parsed.rejections.append(Rejection(line: number, field: .row, fault: fault))
      return
    }
    // Bytes that no JSON may hold: replace them, keep the row, say so.
    TextRepair.repaired(line).withUnsafeBufferPointer { line in
      if let fault = json.read(line, into: slots, count: names.count) {
        parsed.rejections.append(Rejection(line: number, field: .row, fault: fault))
      } else {
        finishLine(number, fault, &parsed, take)
      }
    }
  }

  private func finishLine(
    _ number: Int, _ repair: Fault?, _ parsed: inout ParsedBlock, _ take: (AcceptedRow) -> Void
  ) {
    rows.nodes = json.nodes
    rows.extraAttributes.removeAll(keepingCapacity: true)
    json.forEachUnknownKey { unknown.count($0) }
    finish(number, repair, &parsed, take)
  }

  // MARK: CSV

  private func readRow(
    _ record: ByteView, _ number: Int, _ delimiter: UInt8, _ parsed: inout ParsedBlock, _ take: (AcceptedRow) -> Void
  ) {
    if JSONRecordReader.isUTF8(record) {
      readCells(record, number, delimiter, nil, &parsed, take)
    } else {
      TextRepair.repaired(record, isCSV: true).withUnsafeBufferPointer {
        readCells($0, number, delimiter, .replacedText, &parsed, take)
      }
    }
  }

  private func readCells(
    _ record: ByteView, _ number: Int, _ delimiter: UInt8, _ repair: Fault?, _ parsed: inout ParsedBlock,
    _ take: (AcceptedRow) -> Void
  ) {
    guard let columns else { return }
    for slot in names.indices { slots[slot] = .absent }
    rows.extraAttributes.removeAll(keepingCapacity: true)
    rows.nodes = nil
    csv.read(record, delimiter: delimiter)
    var hasSurplus = false
    csv.forEachCell { place, cell in
      guard place < columns.uses.count else {
        if !cell.trimmed().isEmpty { hasSurplus = true }
        return
      }
      switch columns.uses[place] {
      case .slot(let slot):
        let isRepeated = slots[slot].isPresent
        slots[slot] = Value(cell: cell)
        if isRepeated { slots[slot].markRepeated() }
      case .attribute: rows.extraAttributes.append((columns.attributeName(place), Value(cell: cell), .automatic))
      case .unknown: break
      }
    }
    let isShort = csv.count < columns.uses.count
    let count = hasSurplus || isShort ? Fault.cellCount(found: csv.count, expected: columns.uses.count) : nil
    finish(number, repair ?? count, &parsed, take)
  }

  // MARK: Both

  private func finish(
    _ number: Int, _ repair: Fault?, _ parsed: inout ParsedBlock, _ take: (AcceptedRow) -> Void
  ) {
    guard let mapped else { return validate(number, repair, &parsed, take) }
    mapped.fill(rows) { validate(number, repair, &parsed, take) }
  }

  /// Validates what the row's slots hold.
  private func validate(
    _ number: Int, _ repair: Fault?, _ parsed: inout ParsedBlock, _ take: (AcceptedRow) -> Void
  ) {
    do throws(RowFailure) {
      take(try rows.read(line: number))
      if let repair { parsed.repairs.append(Repair(line: number, field: .row, fault: repair, action: .altered)) }
      parsed.repairs.append(contentsOf: rows.repairs)
    } catch {
      parsed.rejections.append(
        Rejection(line: number, field: error.field, fault: error.fault, requestID: rows.readableID))
    }
  }
}

extension BlockWorker {
  /// Parses every line and settles the required fields, without building requests; returns how many lines pass.
  package func check(_ block: RecordBlock) -> Int {
    var count = 0
    block.bytes.withUnsafeBufferPointer { bytes in
      for record in block.records {
        let text = bytes.part(Int(record.start), Int(record.start + record.count))
        guard json.read(text, into: slots, count: names.count) == nil, rows.hasRequiredFields else { continue }
        count += 1
      }
    }
    return count
  }
}
