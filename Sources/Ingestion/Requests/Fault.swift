/// What is wrong with a value.
///
/// Never holds the value: logs hold personal data.
package enum Fault: Hashable, Sendable {
  // The row
  case notJSON, notAnObject, unclosed, trailingText, tooDeep, tooLong(limit: Int)
  case unclosedQuote, textAfterQuote, bareReturn, cutOff
  case cellCount(found: Int, expected: Int)
  case outOfMemory
  // Any value
  case missing, notText, invalidText, replacedText, hiddenCharacters, tooLongText(limit: Int), repeated
  case tooManyItems(limit: Int), notAList, unusableItem
  // A value of its kind
  case notATimestamp, noOffset, tooEarly, tooLate, notADate, endsBeforeStart
  case notAWholeNumber, negative, tooLarge, notABoolean, unknownValue
  case notAMailAddress, notAPhoneNumber, notAnIPAddress, notADigest, notACountry, notATimezone, notALanguage
  case noSender, noAgency

  /// What is wrong, as the end of "line 7, received_at: …".
  package var reason: String {
    switch self {
    case .notJSON: "not valid JSON"
    case .notAnObject: "not a JSON object"
    case .unclosed: "a string or the object does not end on its line"
    case .trailingText: "text follows the object"
    case .tooDeep: "nested more than 1024 levels deep"
    case .tooLong(let limit): "longer than \(limit) bytes"
    case .unclosedQuote: "a quoted cell that begins here does not end properly"
    case .textAfterQuote: "text follows a closing quote"
    case .bareReturn: "a header that goes on behind a carriage return without a line feed"
    case .cutOff: "cut off by the end of a damaged file"
    case .cellCount(let found, let expected): "\(found) cells where the header has \(expected)"
    case .outOfMemory: "no memory to parse it"
    case .missing: "missing or empty"
    case .notText: "not a text"
    case .invalidText: "a text with escapes that do not exist"
    case .replacedText: "bytes that are not UTF-8 text, replaced by U+FFFD"
    case .hiddenCharacters: "control or invisible characters"
    case .tooLongText(let limit): "longer than \(limit) bytes"
    case .repeated: "given more than once; the last one counts"
    case .tooManyItems(let limit): "more than \(limit) items"
    case .notAList: "not a list"
    case .unusableItem: "an item that cannot be used"
    case .notATimestamp: "not an RFC 3339 timestamp"
    case .noOffset: "a local time without an offset"
    case .tooEarly: "before the earliest date that the log may hold"
    case .tooLate: "later than tomorrow"
    case .notADate: "not a date"
    case .endsBeforeStart: "before period_start"
    case .notAWholeNumber: "not a whole number"
    case .negative: "below zero"
    case .tooLarge: "too large"
    case .notABoolean: "neither true nor false"
    case .unknownValue: "a value that the format does not know"
    case .notAMailAddress: "not a mail address"
    case .notAPhoneNumber: "not a telephone number"
    case .notAnIPAddress: "not an IP address"
    case .notADigest: "not a hexadecimal SHA-256 digest"
    case .notACountry: "not an ISO 3166-1 alpha-2 code"
    case .notATimezone: "not an IANA time zone"
    case .notALanguage: "not a BCP 47 tag"
    case .noSender: "no sender for a channel that has accounts"
    case .noAgency: "missing, and no sender domain to stand in"
    }
  }

  /// What to do about it.
  package var remedy: String {
    switch self {
    case .notJSON, .notAnObject, .unclosed, .trailingText, .tooDeep: "write one JSON object a line"
    case .tooLong: "shorten the record, or raise the limit for lines"
    case .unclosedQuote, .textAfterQuote: "quote the cell, and double the quotes inside it (RFC 4180)"
    case .bareReturn: "end every line with LF or CR LF"
    case .cutOff: "fetch the file again"
    case .cellCount: "quote cells that hold commas, and write every cell of the header"
    case .outOfMemory: "give the run more memory"
    case .missing: "write the field"
    case .notText: "write it as a string"
    case .invalidText, .replacedText: "write the log as UTF-8"
    case .hiddenCharacters: "look at the source: such characters can disguise a name"
    case .tooLongText: "shorten it"
    case .repeated: "write each field once"
    case .tooManyItems: "split the request, or raise the limit"
    case .notAList: "write a list, in CSV one cell with `;` between the items"
    case .unusableItem: "correct the item; the others were kept"
    case .notATimestamp: "write it as 2024-05-01T09:30:00+02:00"
    case .noOffset: "add the offset, or name the time zone in a mapping"
    case .tooEarly: "correct the date, or set earliest_date in the configuration"
    case .tooLate: "correct the date, or the clock of this machine"
    case .notADate: "write it as 2024-05-01"
    case .endsBeforeStart: "correct the period"
    case .notAWholeNumber, .negative, .tooLarge: "write a whole number from zero on"
    case .notABoolean: "write true or false"
    case .unknownValue: "use a value of the format, or translate it in a mapping"
    case .notAMailAddress: "write it as name@domain"
    case .notAPhoneNumber: "write at least three digits"
    case .notAnIPAddress: "write an IPv4 or IPv6 address"
    case .notADigest: "write 64 hexadecimal digits"
    case .notACountry: "write two letters"
    case .notATimezone: "write a name such as Europe/Rome"
    case .notALanguage: "write a tag such as it or pt-BR"
    case .noSender: "write sender_email or sender_id"
    case .noAgency: "write agency_id or sender_email"
    }
  }
}

/// A row that could not become a request.
///
/// Holds nothing of the row but its id, where that could be read.
package struct Rejection: Hashable, Sendable, CustomStringConvertible {
  package var line: Int
  package var field: LogField
  package var fault: Fault
  package var requestID: String?

  package init(line: Int, field: LogField, fault: Fault, requestID: String? = nil) {
    self.line = line
    self.field = field
    self.fault = fault
    self.requestID = requestID
  }

  package var description: String { "line \(line), \(field): \(fault.reason): \(fault.remedy)" }
}

/// Something in a kept row that could not be used as it stood.
package struct Repair: Hashable, Sendable, CustomStringConvertible {
  /// What was done about it.
  package enum Action: Hashable, Sendable {
    /// The value, or one item of it, was left out.
    case dropped
    /// The value counts as `other`.
    case other
    /// The value was cut or cleaned, and kept.
    case altered
  }

  package var line: Int
  package var field: LogField
  package var fault: Fault
  package var action: Action

  package var description: String { "line \(line), \(field): \(fault.reason): \(fault.remedy)" }
}
