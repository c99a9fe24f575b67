/// A closed vocabulary of the request log: one byte in memory, a lower-case name in files.
@usableFromInline
package protocol LogVocabulary: RawRepresentable, CaseIterable, Hashable, Sendable, Codable where RawValue == UInt8 {
  /// The name that files use.
  var name: String { get }
}

extension LogVocabulary {
  /// The value that files call `name`; nil for an unknown name.
  package init?(name: String) {
    guard let known = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = known
  }
}

/// How a request arrived.
package enum Channel: UInt8, LogVocabulary {
  case email, portal, api, fax, phone, mail, other
  package var name: String { Channel.names[Int(rawValue)] }
  private static let names = Channel.allCases.map { "\($0)" }
}

/// The legal basis a request claims.
package enum RequestType: UInt8, LogVocabulary {
  case emergency, subpoena, courtOrder, searchWarrant, penRegister, wiretap, preservation, freeze, mlat, epoc, other

  package var name: String { RequestType.names[Int(rawValue)] }
  private static let names = RequestType.allCases.map { type in
    switch type {
    case .courtOrder: "court_order"
    case .searchWarrant: "search_warrant"
    case .penRegister: "pen_register"
    default: "\(type)"
    }
  }
}

package enum AgencyType: UInt8, LogVocabulary {
  case local, county, state, federal, prosecutor, court, military, other
  package var name: String { AgencyType.names[Int(rawValue)] }
  private static let names = AgencyType.allCases.map { "\($0)" }
}

/// The result of one mail authentication method (RFC 8601).
package enum MailAuthentication: UInt8, LogVocabulary {
  case pass, fail, softfail, neutral, policy, none, temperror, permerror
  package var name: String { MailAuthentication.names[Int(rawValue)] }
  private static let names = MailAuthentication.allCases.map { "\($0)" }
}

package enum TargetType: UInt8, LogVocabulary {
  case email, phone, username, userID, ip, url, device, payment, other
  package var name: String { TargetType.names[Int(rawValue)] }
  private static let names = TargetType.allCases.map { $0 == .userID ? "user_id" : "\($0)" }
}

/// The danger an emergency request claims.
package enum EmergencyNature: UInt8, LogVocabulary {
  case threatToLife, suicide, kidnapping, childSafety, terrorism, bombThreat, other

  package var name: String { EmergencyNature.names[Int(rawValue)] }
  private static let names = EmergencyNature.allCases.map { nature in
    switch nature {
    case .threatToLife: "threat_to_life"
    case .childSafety: "child_safety"
    case .bombThreat: "bomb_threat"
    default: "\(nature)"
    }
  }
}

/// What kind of data a request asks for.
package enum DataCategory: UInt8, LogVocabulary {
  case subscriber, ipLogs, content, location, payment, contacts, device, other
  package var name: String { DataCategory.names[Int(rawValue)] }
  private static let names = DataCategory.allCases.map { $0 == .ipLogs ? "ip_logs" : "\($0)" }
}

package enum Disposition: UInt8, LogVocabulary {
  case pending, disclosed, partiallyDisclosed, challenged, rejected, withdrawn
  package var name: String { self == .partiallyDisclosed ? "partially_disclosed" : "\(self)" }
}

/// A set of values of a small closed vocabulary: order and repetition mean nothing.
@usableFromInline package struct VocabularySet<Element: LogVocabulary>: Hashable, Sendable, Codable {
  /// Bit i stands for the value whose raw value is i.
  @usableFromInline package var bits: UInt16

  package init(bits: UInt16 = 0) { self.bits = bits }
  @inlinable package init(_ elements: some Sequence<Element>) {
    bits = elements.reduce(0) { $0 | 1 << UInt16($1.rawValue) }
  }

  @inlinable package var isEmpty: Bool { bits == 0 }
  @inlinable package var count: Int { bits.nonzeroBitCount }
  @inlinable package func contains(_ element: Element) -> Bool { bits & 1 << UInt16(element.rawValue) != 0 }
  @inlinable package mutating func insert(_ element: Element) { bits |= 1 << UInt16(element.rawValue) }
  @inlinable package var elements: [Element] { isEmpty ? [] : Element.allCases.filter(contains) }
}
