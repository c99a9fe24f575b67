import Baselines
package import RequestModel
import Statistics

/// Flags a product that this sender does not ask about.
///
/// Open vocabulary of platforms.
/// - Blind spots: logs of one product. Known false positives: new products.
/// - Complexity: O(1).
package struct PlatformDetector: Detector {
  package static let id = "platform"
  package static let family = Family.ask
  package static let group = EvidenceGroup.ask
  package static let summary = "A product this sender does not ask about."
  private let look: IdentifierLook

  package init(_ model: ForgerModel) { look = IdentifierLook(Self.id, .platform, model, upTo: .world) }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    look.observe(text: request.platform, in: context, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    request.platform.isEmpty ? "names no product" : "asks \(request.platform)"
  }
}
