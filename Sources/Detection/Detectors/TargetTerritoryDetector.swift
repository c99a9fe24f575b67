package import RequestModel
import Baselines
import Statistics

/// Flags targets outside the territory that this agency asks about.
///
/// Four values a request: no country known, at home, a foreign country the agency has asked about before, one it has
/// never asked about; the farthest target counts.
/// - Blind spots: logs without target countries. Known false positives: task forces, cross-border cases.
/// - Complexity: O(targets).
package struct TargetTerritoryDetector: Detector {
  package static let id = "target_territory"
  package static let family = Family.targets
  package static let group = EvidenceGroup.target
  package static let summary = "Targets outside the territory this agency asks about."
  private let look: ListLook
  private static let territory = Territory(.targetCountry)

  package init(_ model: ForgerModel) {
    look = ListLook(Self.id, .targetTerritory, Territory.values, model, worldShare: 0.4)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let value = Self.farthest(request, context).value
    look.observe(value, into: &sightings)
    let targets = request.targets
    if targets.count == 1 {
      if !targets[0].country.isEmpty { Self.remember(targets[0].country, into: &sightings) }
    } else if targets.count > 1 {
      for country in Set(targets.map(\.country)).sorted() where !country.isEmpty {
        Self.remember(country, into: &sightings)
      }
    }
  }

  private static func remember(_ country: String, into sightings: inout Sightings) {
    sightings.remember(.targetCountry, value: SipHash.fixed.hash(country), upTo: .agency)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    let seen = Self.farthest(request, context)
    return seen.value == 0
      ? "the targets' countries are not known"
      : seen.value == 1 ? "targets in the agency's own country" : "targets in \(seen.country)"
  }

  private static func farthest(_ request: Request, _ context: Context) -> (value: Int, country: String) {
    let home = context.country(of: request)
    var value = 0
    var worst = ""
    for target in request.targets where !target.country.isEmpty {
      let step = territory.value(
        isHome: target.country == home, SipHash.fixed.hash(target.country), in: context)
      // Targets stand in the order of their pseudonyms, which must not decide what is said.
      if step > value || step == value && target.country < worst { (value, worst) = (step, target.country) }
    }
    return (value, worst)
  }
}
