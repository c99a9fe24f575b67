import RequestModel
import Wording

/// Why a row is no request.
struct RowFailure: Error {
  var field: LogField
  var fault: Fault
}

/// Turns the values of one record into a `Request`.
///
/// One per worker: its caches outlive the rows.
final class RowReader {
  let settings: IntakeSettings
  let limits: IntakeLimits
  let names = Vocabularies()
  let desk: PseudonymDesk

  /// The values of the record, by slot of `LogField`, and the nodes that lists and objects point to.
  let slots: UnsafeMutablePointer<Value>
  var nodes: UnsafePointer<Value>?
  /// Attributes that did not come as members of the field `attributes`: CSV columns and mapped ones.
  var extraAttributes: [(name: ByteView, value: Value, reading: Mapping.AttributeReading)] = []

  var line = 0
  var repairs: [Repair] = []
  var request = RowReader.blank
  private static let blank = Request(
    id: "", receivedAt: Instant(microseconds: 0), offsetMinutes: 0, channel: .other, type: .other, agencyID: "",
    sender: "")
  var disposition: Disposition?
  var dispositionAt: Instant?

  /// Reads the wording; nil where the settings want none.
  private(set) lazy var analyzer: WordingAnalyzer? =
    settings.readsWording
    ? WordingAnalyzer(key: settings.pseudonymizer.subkey(for: "wording"), bodyLimit: limits.bodyBytes) : nil

  let texts = ByteKeyedCache<(text: String, isAltered: Bool)>(slots: 4096)
  let mails = ByteKeyedCache<MailParts?>(slots: 4096)
  let domains = ByteKeyedCache<DomainName?>(slots: 2048)
  let timezones = ByteKeyedCache<String?>(slots: 256)
  let mailboxNames = ByteKeyedCache<Bool>(slots: 4096)
  var canonical = CanonicalBytes()
  /// Scratch for list items whose escapes were taken off.
  var item: [UInt8] = []
  /// Scratch for a name and the address beside it.
  var pair: [UInt8] = []

  init(_ settings: IntakeSettings) {
    self.settings = settings
    limits = settings.limits
    desk = PseudonymDesk(settings.pseudonymizer)
    slots = .allocate(capacity: LogField.slotCount)
    slots.initialize(repeating: .absent, count: LogField.slotCount)
  }

  deinit { slots.deallocate() }

  /// Reads the record in `slots`, whose first line is `line`.
  func read(line: Int) throws(RowFailure) -> AcceptedRow {
    self.line = line
    repairs.removeAll(keepingCapacity: true)
    disposition = nil
    dispositionAt = nil
    request = try required()
    noteFlags()
    readSender()
    try settleSenderAndAgency()
    readAgency()
    try readTargets()
    readAsked()
    readSession()
    readDisposition()
    readAttributes()
    let (subject, body) = readWording()
    // Taken out, not copied.
    var whole = RowReader.blank
    swap(&whole, &request)
    whole.contentDigest = desk.digest(of: whole, subject: subject, body: body, using: &canonical)
    let packed = settings.keepsText ? PackedText.pack(subject: subject, body: body) : nil
    return AcceptedRow(
      line: line, request: whole, disposition: disposition, dispositionAt: dispositionAt, text: packed)
  }

  // MARK: Values

  @inline(__always)
  func value(_ field: OptionalField) -> UnsafePointer<Value> { UnsafePointer(slots + Int(field.rawValue)) }

  @inline(__always)
  func value(_ field: RequiredField) -> UnsafePointer<Value> { UnsafePointer(slots + LogField.required(field).slot) }

  /// The optional field held something unusable: it is left out, and the looks see that.
  func drop(_ field: OptionalField, _ fault: Fault) {
    repairs.append(Repair(line: line, field: .optional(field), fault: fault, action: .dropped))
    // What was done with a request is no part of it.
    if field != .disposition, field != .dispositionAt { request.malformed.insert(field) }
  }

  func note(_ field: LogField, _ fault: Fault, _ action: Repair.Action) {
    repairs.append(Repair(line: line, field: field, fault: fault, action: action))
  }

  /// The text of an optional field, trimmed; nil where it is absent or was dropped.
  @inline(__always)
  func text(_ field: OptionalField) -> ByteView? {
    let value = value(field)
    if !value.pointee.isPresent { return nil }
    return someText(field, value)
  }

  private func someText(_ field: OptionalField, _ value: UnsafePointer<Value>) -> ByteView? {
    if value.pointee.isEmpty { return nil }
    if let text = value.pointee.plainText { return text }
    drop(field, value.pointee.isBroken ? .invalidText : .notText)
    return nil
  }

  /// A readable identifier or name; empty where absent.
  func readable(_ field: OptionalField) -> String {
    guard let text = text(field) else { return "" }
    return clean(text, .optional(field))
  }

  func clean(_ text: ByteView, _ field: LogField) -> String {
    let limit = limits.identifierBytes
    let found = texts.value(for: text) { TextCleaning.readable(text, limit: limit) }
    if found.isAltered {
      note(field, text.count > limit ? .tooLongText(limit: limit) : .hiddenCharacters, .altered)
    }
    return found.text
  }

  /// A whole number of 0 to `greatest`; nil where absent or dropped.
  func wholeNumber(_ field: OptionalField, to greatest: Int64 = .max) -> Int64? {
    let value = value(field)
    guard !value.pointee.isEmpty else { return nil }
    var found: Int64?
    if value.pointee.isInteger {
      found = value.pointee.asInteger
    } else if value.pointee.isNumber {
      found = Int64(exactly: value.pointee.asDouble)
    } else if let text = value.pointee.plainText {
      found = NumberText.whole(text)
    }
    guard let number = found else {
      drop(field, .notAWholeNumber)
      return nil
    }
    guard number >= 0, number <= greatest else {
      drop(field, number < 0 ? .negative : .tooLarge)
      return nil
    }
    return number
  }

  /// A word of a vocabulary; an unknown one is `fallback`, or dropped where there is none.
  func word<Element>(_ field: OptionalField, _ names: VocabularyNames<Element>, or fallback: Element?) -> Element? {
    guard let text = text(field) else { return nil }
    if let element = names.element(text) { return element }
    if let fallback {
      note(.optional(field), .unknownValue, .other)
      return fallback
    }
    drop(field, .unknownValue)
    return nil
  }

  /// An RFC 3339 timestamp of an optional field.
  func timestamp(_ field: OptionalField) -> Instant? {
    guard let text = text(field) else { return nil }
    switch Timestamp.parse(text) {
    case .success(let stamp): return stamp.instant
    case .failure(let failure):
      drop(field, failure == .noOffset ? .noOffset : .notATimestamp)
      return nil
    }
  }

  private func noteFlags() {
    for slot in 0..<LogField.slotCount where slots[slot].hasFlags {
      let field = LogField.named[slot]
      if slots[slot].isRepeated { note(field, .repeated, .altered) }
      if slots[slot].isReplaced { note(field, .replacedText, .altered) }
    }
  }
}
