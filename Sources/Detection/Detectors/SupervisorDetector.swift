import Baselines
package import RequestModel

/// Flags a supervisor, by name or number, whom this sender has not named before.
///
/// Two open vocabularies (name and telephone), sharing one evidence.
/// - Blind spots: supervisors copied from stolen requests. Known false positives: changes of command.
/// - Complexity: O(1).
package struct SupervisorDetector: Detector {
  package static let id = "supervisor"
  package static let family = Family.identity
  package static let group = EvidenceGroup.contact
  package static let summary = "A supervisor whom this sender has not named before."
  private let name: IdentifierLook
  private let phone: IdentifierLook

  package init(_ model: ForgerModel) {
    name = IdentifierLook(Self.id, .supervisorName, model, share: 0.5)
    phone = IdentifierLook(Self.id, .supervisorPhone, model, share: 0.5)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    name.observe(request.supervisorName, in: context, into: &sightings)
    phone.observe(request.supervisorPhone, in: context, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    request.supervisorName == nil && request.supervisorPhone == nil ? "names no supervisor" : "names a supervisor"
  }
}
