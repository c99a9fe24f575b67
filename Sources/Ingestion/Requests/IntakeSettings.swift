import Foundation
package import RequestModel

/// Everything that intake needs to know besides the bytes.
package struct IntakeSettings: Sendable {
  package var pseudonymizer: Pseudonymizer
  package var limits: IntakeLimits
  /// For logs that were not written for this format.
  package var mapping: Mapping?
  /// Whether each worker reads wording with an analyzer of its own, under the pseudonymizer's subkey "wording".
  package var readsWording: Bool
  /// Whether accepted rows bring their wording along, packed.
  package var keepsText = false
  /// Whether a name is an IANA time zone that exists.
  ///
  /// Asked once a name and worker.
  package var isTimezone: @Sendable (String) -> Bool

  package init(
    pseudonymizer: Pseudonymizer, limits: IntakeLimits, mapping: Mapping? = nil, readsWording: Bool = false,
    isTimezone: @escaping @Sendable (String) -> Bool = { TimeZone(identifier: $0) != nil }
  ) {
    self.pseudonymizer = pseudonymizer
    self.limits = limits
    self.mapping = mapping
    self.readsWording = readsWording
    self.isTimezone = isTimezone
  }
}

/// A row that became a request.
package struct AcceptedRow: Sendable, Hashable {
  package var line: Int
  package var request: Request
  /// What was done with the request: known later than it arrived, so no part of it.
  package var disposition: Disposition?
  package var dispositionAt: Instant?
  /// The wording, packed (`PackedText`), where it is asked for.
  package var text: [UInt8]?
}

/// What one block held.
package struct ParsedBlock: Sendable, Hashable {
  package var sequence: Int
  package var accepted: [AcceptedRow] = []
  package var rejections: [Rejection] = []
  /// What was wrong in accepted rows, by line.
  package var repairs: [Repair] = []
  /// How often each field stood that the format has no name for.
  package var unknownFields: [String: Int] = [:]
  /// Mapped columns that no row of the block had.
  package var unseenColumns: Set<String> = []

  package init(sequence: Int) { self.sequence = sequence }
}
