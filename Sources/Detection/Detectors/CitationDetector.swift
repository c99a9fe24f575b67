import Baselines
package import RequestModel
import Statistics

/// Flags statutes that this agency does not cite: the "inconsistent legal codes" of the FBI's advice.
///
/// Open vocabulary of normalised citations by kind of request; several share one evidence, none is a value of its own.
/// - Blind spots: citations copied from templates. Known false positives: new laws.
/// - Complexity: O(citations).
package struct CitationDetector: Detector {
  package static let id = "legal_citation"
  package static let family = Family.ask
  package static let group = EvidenceGroup.letter
  package static let summary = "Cites statutes this agency does not cite."
  private let novelty: HabitVector
  private let imitation: HabitVector

  package init(_ model: ForgerModel) {
    novelty = model.probability(Self.id, "new", otherwise: 0.3)
    imitation = model.imitation(Self.id)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let cited = request.legalCitations.isEmpty ? [""] : Array(request.legalCitations.prefix(8))
    for citation in cited {
      sightings.open(
        .citation, condition: TypeGroup(request.type).rawValue, value: SipHash.fixed.hash(citation),
        novelty: novelty, imitation: imitation, share: 1 / Double(cited.count))
    }
  }

  package func describe(_ request: Request, in context: Context) -> String {
    request.legalCitations.isEmpty
      ? "cites no statute" : "cites " + request.legalCitations.prefix(3).joined(separator: ", ")
  }
}
