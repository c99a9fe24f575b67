import RequestModel

/// One plain characteristic of a request, whoever sends it: it came at nine, it asks for payment data, it has no deadline.
///
/// What is usual for a sender is the looks' business. Traits are what a model learns of forged requests in common, once
/// verdicts say which they were. They hold nothing of any person, name or number.
package struct Trait: Hashable, Sendable {
  /// What is characterised.
  ///
  /// Raw values are the names that model files use.
  package enum Field: String, CaseIterable, Sendable {
    case channel
    case type = "request_type"
    case targetCount = "target_count"
    case targetType = "target_type"
    case targetCountry = "target_country"
    case asks = "asks_for"
    case askedCount = "asked_count"
    case nature = "emergency_nature"
    case citations = "legal_citations"
    case deadline
    case attachments
    case secondFactor = "second_factor"
    case spf, dkim, dmarc
    case replyTo = "reply_to"
    case returnPath = "return_path"
    case hour, day, period, scope, gives
    case wordCount = "letter_words"
    case lineCount = "letter_lines"
    case capitals = "letter_capitals"
    case exclamations = "letter_exclamations"
    case urgency = "words_of_urgency"
    case threat = "words_of_threat"
    case secrecy = "words_of_secrecy"
    case payment = "words_of_payment"
  }

  package let field: Field
  /// The place among the field's values.
  package let value: UInt8

  package init(_ field: Field, _ value: Int) {
    self.field = field
    self.value = UInt8(clamping: value)
  }

  /// As model files call it: `asks_for/payment`, `hour/9`.
  package var name: String {
    let names = field.valueNames
    return "\(field.rawValue)/" + (Int(value) < names.count ? names[Int(value)] : String(value))
  }

  /// The trait that model files call `name`; nil for an unknown one.
  package init?(name: String) {
    let parts = name.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, let field = Field(rawValue: String(parts[0])) else { return nil }
    let value = String(parts[1])
    guard let place = field.valueNames.firstIndex(of: value) ?? UInt8(value).map(Int.init) else { return nil }
    self.init(field, place)
  }

  /// As a reason says it: `asks for: payment`.
  package var words: String { name.map { $0 == "_" ? " " : $0 == "/" ? ": " : String($0) }.joined() }
}

extension Trait.Field {
  static let given = [
    "badge", "callback_phone", "supervisor", "case_number", "officer_name", "device", "network", "text", "language",
  ]

  /// Names of the values, by place; numbers where the list is empty or ends.
  var valueNames: [String] {
    switch self {
    case .channel: Names.channel
    case .type: Names.type
    case .targetType: Names.targetType
    case .asks: Names.asks
    case .nature: Names.nature
    case .spf, .dkim, .dmarc: MailAuthenticationDetector.values
    case .targetCount: ["none", "one", "two", "to_5", "to_10", "to_30", "more"]
    case .targetCountry: ["unknown", "home", "mixed", "abroad"]
    case .citations, .attachments: ["none", "one", "two", "more"]
    case .secondFactor: SecondFactorDetector.values
    case .replyTo, .returnPath: ["none", "same_domain", "elsewhere"]
    case .day: ["working_day", "weekend", "holiday"]
    case .gives: Trait.Field.given
    case .deadline, .period, .scope: ["none"]
    default: []
    }
  }

  private enum Names {
    static let channel = Channel.allCases.map(\.name)
    static let type = RequestType.allCases.map(\.name)
    static let targetType = TargetType.allCases.map(\.name)
    static let asks = DataCategory.allCases.map(\.name)
    static let nature = EmergencyNature.allCases.map(\.name)
  }
}
