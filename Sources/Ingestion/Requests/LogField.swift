package import RequestModel

/// The fields without which a row is no request.
package enum RequiredField: UInt8, CaseIterable, Sendable, Codable {
  case requestID, receivedAt, channel, requestType, agencyID

  package var name: String {
    switch self {
    case .requestID: "request_id"
    case .receivedAt: "received_at"
    case .channel: "channel"
    case .requestType: "request_type"
    case .agencyID: "agency_id"
    }
  }
}

/// Where in a row something stands: one of its fields, or the row as a whole.
package enum LogField: Hashable, Sendable, CustomStringConvertible {
  case required(RequiredField)
  case optional(OptionalField)
  case row

  package var description: String {
    switch self {
    case .required(let field): field.name
    case .optional(let field): field.name
    case .row: "row"
    }
  }

  /// Every field that a log may name, in slot order.
  package static let named: [LogField] =
    OptionalField.allCases.map { .optional($0) } + RequiredField.allCases.map { .required($0) }

  /// The field that the log calls `name`; nil for an unknown one.
  package init?(name: String) {
    guard let known = Self.byName[name] else { return nil }
    self = known
  }

  private static let byName = Dictionary(uniqueKeysWithValues: named.map { ($0.description, $0) })

  /// The place of the field's value in a record, from 0 on; −1 for the row as a whole.
  var slot: Int {
    switch self {
    case .optional(let field): Int(field.rawValue)
    case .required(let field): OptionalField.allCases.count + Int(field.rawValue)
    case .row: -1
    }
  }

  static let slotCount = OptionalField.allCases.count + RequiredField.allCases.count
}
