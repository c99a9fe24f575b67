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

/// What one thread keeps from block to block: parser memory and caches. It never changes what a block means.
package final class BlockWorker {
  private let rows: RowReader
  private let json: JSONRecordReader
  private var columns: CSVColumns?
  private var csv = CSVRow()
  private var unknown = UnknownFields()

  init(_ settings: IntakeSettings) {
    rows = RowReader(settings)
    json = JSONRecordReader(keys: LogField.named.map(\.description))
  }

  package func parse(_ block: RecordBlock) -> ParsedBlock {
    var parsed = ParsedBlock(sequence: block.sequence)
    parsed.accepted.reserveCapacity(block.records.count)
    parsed.rejections = block.rejections
    let isCSV = !block.header.isEmpty
    if isCSV, columns?.header != block.header { columns = CSVColumns(header: block.header) }
    unknown.clear()
    block.bytes.withUnsafeBufferPointer { bytes in
      for record in block.records {
        let text = bytes.part(Int(record.start), Int(record.start + record.count))
        if isCSV { readRow(text, record.line, &parsed) } else { readLine(text, record.line, &parsed) }
      }
    }
    if isCSV, let columns, !block.records.isEmpty {
      for name in columns.unknown { unknown.count(name, times: block.records.count) }
    }
    parsed.unknownFields = unknown.counts
    parsed.rejections.sort { $0.line < $1.line }
    return parsed
  }

  private func readLine(_ line: ByteView, _ number: Int, _ parsed: inout ParsedBlock) {
    let fault = json.read(line, into: rows.slots, count: LogField.slotCount)
    guard let fault else { return finishLine(number, &parsed) }
    guard fault == .replacedText || fault == .hiddenCharacters else {
      parsed.rejections.append(Rejection(line: number, field: .row, fault: fault))
      return
    }
    // Bytes that no JSON may hold: replace them, keep the row, say so.
    let repaired = TextRepair.repaired(line)
    repaired.withUnsafeBufferPointer { line in
      if let fault = json.read(line, into: rows.slots, count: LogField.slotCount) {
        parsed.rejections.append(Rejection(line: number, field: .row, fault: fault))
        return
      }
      finishLine(number, repair: fault, &parsed)
    }
  }

  private func finishLine(_ number: Int, repair: Fault? = nil, _ parsed: inout ParsedBlock) {
    rows.nodes = json.nodes
    json.forEachUnknownKey { unknown.count($0) }
    finish(number, repair, &parsed)
  }

  private func readRow(_ record: ByteView, _ number: Int, _ parsed: inout ParsedBlock) {
    guard JSONRecordReader.isUTF8(record) else {
      let repaired = TextRepair.repaired(record, isCSV: true)
      repaired.withUnsafeBufferPointer { readCells($0, number, .replacedText, &parsed) }
      return
    }
    readCells(record, number, nil, &parsed)
  }

  private func readCells(_ record: ByteView, _ number: Int, _ repair: Fault?, _ parsed: inout ParsedBlock) {
    guard let columns else { return }
    for slot in 0..<LogField.slotCount { rows.slots[slot] = .absent }
    rows.extraAttributes.removeAll(keepingCapacity: true)
    rows.nodes = nil
    csv.read(record, delimiter: UInt8(ascii: ","))
    var hasSurplus = false
    csv.forEachCell { place, cell in
      guard place < columns.uses.count else {
        if !cell.trimmed().isEmpty { hasSurplus = true }
        return
      }
      switch columns.uses[place] {
      case .slot(let slot):
        let isRepeated = rows.slots[slot].isPresent
        rows.slots[slot] = Value(cell: cell)
        if isRepeated { rows.slots[slot].markRepeated() }
      case .attribute: rows.extraAttributes.append((columns.attributeName(place), Value(cell: cell)))
      case .unknown: break
      }
    }
    let isShort = csv.count < columns.uses.count
    let count = hasSurplus || isShort ? Fault.cellCount(found: csv.count, expected: columns.uses.count) : nil
    finish(number, repair ?? count, &parsed)
  }

  /// Validates what the slots hold.
  private func finish(_ number: Int, _ repair: Fault?, _ parsed: inout ParsedBlock) {
    do throws(RowFailure) {
      parsed.accepted.append(try rows.read(line: number))
      if let repair { parsed.repairs.append(Repair(line: number, field: .row, fault: repair, action: .altered)) }
      parsed.repairs.append(contentsOf: rows.repairs)
    } catch {
      parsed.rejections.append(
        Rejection(line: number, field: error.field, fault: error.fault, requestID: rows.readableID))
    }
  }
}
