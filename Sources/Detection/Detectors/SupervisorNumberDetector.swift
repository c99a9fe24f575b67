import Baselines
package import RequestModel

/// Flags a supervisor who answers the officer's own telephone.
///
/// Three values: not both numbers given, two numbers, one number for both.
/// - Blind spots: forgers with two telephones. Known false positives: switchboards of small agencies.
/// - Complexity: O(1).
package struct SupervisorNumberDetector: Detector {
  package static let id = "supervisor_number"
  package static let family = Family.identity
  package static let group = EvidenceGroup.contact
  package static let summary = "A supervisor who answers the officer's own telephone."
  static let values = ["unknown", "apart", "same"]
  private let look: ListLook

  package init(_ model: ForgerModel) {
    look = ListLook(Self.id, .supervisorNumber, Self.values, model, worldShare: 0.3)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let value = Self.value(request)
    look.observe(value, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    switch Self.value(request) {
    case 0: "does not give both the officer's and a supervisor's number"
    case 1: "gives different numbers for officer and supervisor"
    default: "gives one number for officer and supervisor"
    }
  }

  private static func value(_ request: Request) -> Int {
    guard let callback = request.callbackPhone, let supervisor = request.supervisorPhone else { return 0 }
    return callback == supervisor ? 2 : 1
  }
}
