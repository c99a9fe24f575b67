import Baselines
package import RequestModel

/// Flags a session from a country that this sender has not come from before.
///
/// Open vocabulary of country codes with the agency's own country as one value, apart for mail, portal and paper.
/// - Blind spots: proxies in the victim's country. Known false positives: travel, officers abroad.
/// - Complexity: O(1).
package struct SessionCountryDetector: Detector {
  package static let id = "session_country"
  package static let family = Family.session
  package static let group = EvidenceGroup.session
  package static let summary = "A session from a country this sender has not come from before."
  private let look: IdentifierLook

  package init(_ model: ForgerModel) { look = IdentifierLook(Self.id, .sessionCountry, model, upTo: .world) }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    look.observe(
      text: request.sessionCountry == request.agencyCountry && !request.sessionCountry.isEmpty
        ? "home" : request.sessionCountry,
      condition: ChannelGroup(request.channel).rawValue, in: context, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    request.sessionCountry.isEmpty ? "no country recorded" : "session from \(request.sessionCountry)"
  }
}
