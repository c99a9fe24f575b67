import RequestModel

extension RowReader {
  /// The request with its own required fields; sender and agency are settled later.
  func required() throws(RowFailure) -> Request {
    let id = try requestID()
    let stamp = try receivedAt()
    let channel = try word(.channel, names.channels, or: .other)
    let type = try word(.requestType, names.requestTypes, or: .other)
    return Request(
      id: id, receivedAt: stamp.instant, offsetMinutes: stamp.offsetMinutes, channel: channel, type: type, agencyID: "",
      sender: "")
  }

  /// The text of a needed field, or the failure that says why it has none.
  private func text(_ field: RequiredField) throws(RowFailure) -> ByteView {
    let value = value(field).pointee
    if value.isEmpty { throw RowFailure(field: .required(field), fault: .missing) }
    guard let text = value.plainText else {
      throw RowFailure(field: .required(field), fault: value.isBroken ? .invalidText : .notText)
    }
    return text
  }

  private func requestID() throws(RowFailure) -> String {
    let text = try text(.requestID)
    guard text.count <= limits.requestIDBytes else {
      throw RowFailure(field: .required(.requestID), fault: .tooLongText(limit: limits.requestIDBytes))
    }
    let (id, isAltered) = TextCleaning.readable(text, limit: limits.requestIDBytes)
    guard !isAltered, !id.isEmpty, !value(.requestID).pointee.isReplaced else {
      throw RowFailure(field: .required(.requestID), fault: .hiddenCharacters)
    }
    return id
  }

  /// The id for a rejection's sake: only where it is fit to be shown.
  var readableID: String? { try? requestID() }

  private func receivedAt() throws(RowFailure) -> Timestamp {
    let field = LogField.required(.receivedAt)
    let stamp: Timestamp
    switch Timestamp.parse(try text(.receivedAt)) {
    case .success(let found): stamp = found
    case .failure(let failure):
      throw RowFailure(field: field, fault: failure == .noOffset ? .noOffset : .notATimestamp)
    }
    guard stamp.instant >= limits.earliest else { throw RowFailure(field: field, fault: .tooEarly) }
    guard stamp.instant <= limits.latest else { throw RowFailure(field: field, fault: .tooLate) }
    return stamp
  }

  private func word<Element>(
    _ field: RequiredField, _ names: VocabularyNames<Element>, or fallback: Element
  ) throws(RowFailure) -> Element {
    if let element = names.element(try text(field)) { return element }
    note(.required(field), .unknownValue, .other)
    return fallback
  }
}

extension RowReader {
  /// Whether the required fields are usable; no request is built of them.
  var hasRequiredFields: Bool {
    do throws(RowFailure) {
      _ = try requestID()
      _ = try receivedAt()
      _ = try word(.channel, names.channels, or: .other)
      _ = try word(.requestType, names.requestTypes, or: .other)
      return true
    } catch { return false }
  }
}
