import Baselines
package import RequestModel
import Statistics

/// Flags a case number of a shape that this agency does not use.
///
/// Open vocabulary of shapes (digits as 9, letters as A), sender and agency; none is a value like any other.
/// - Blind spots: shapes copied from stolen requests. Known false positives: new case systems.
/// - Complexity: O(length).
package struct CaseNumberDetector: Detector {
  package static let id = "case_number"
  package static let family = Family.ask
  package static let group = EvidenceGroup.letter
  package static let summary = "A case number of a shape this agency does not use."
  private let look: IdentifierLook

  package init(_ model: ForgerModel) { look = IdentifierLook(Self.id, .caseShape, model, upTo: .world) }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    look.observe(text: request.caseNumberShape, in: context, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    request.caseNumberShape.isEmpty ? "gives no case number" : "case number of the shape \(request.caseNumberShape)"
  }
}
