import RequestModel

/// A request before it is written out: who, when, about which case.
///
/// Small, so that days of them fit in memory.
struct Draft: Sendable {
  /// Microseconds since 1970.
  var instant: Int64
  var agency: Int32
  /// Position among the agency's senders; in a campaign with an invented sender, −1.
  var sender: Int32
  /// The agency whose sender this is, where it files for another.
  var homeAgency: Int32
  var type: RequestType
  var channel: Channel
  /// Names the case: number, targets, story.
  var caseKey: UInt64
  /// All other chance in the row.
  var seed: UInt64
  var scenario: Scenario?
  var incident: Int32 = -1
  /// Position in the world's campaigns; −1: genuine.
  var campaign: Int32 = -1
  var step: Int32 = 0
  /// The local day on which it was first written, where it is sent again; else `Int32.min`.
  var writtenDay = Int32.min
  /// A poisoner's harmless request, like the victim's own.
  var rehearses = false
  /// Accounts asked about; 0: as the case has it.
  var targets: Int32 = 0
}

extension Draft {
  static func precedes(_ a: Draft, _ b: Draft) -> Bool {
    (a.instant, a.agency, a.seed) < (b.instant, b.agency, b.seed)
  }
}
