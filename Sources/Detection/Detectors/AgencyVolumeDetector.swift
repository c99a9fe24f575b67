import Baselines
package import RequestModel

/// Flags an agency that asks more often than it is known to: within the hour and the day.
///
/// As for the sender, with the agency's own rate, shrunk to its peers'.
/// - Blind spots: large agencies. Known false positives: incidents.
/// - Complexity: O(1).
package struct AgencyVolumeDetector: Detector {
  package static let id = "agency_volume"
  package static let family = Family.volume
  package static let group = EvidenceGroup.volume
  package static let summary = "More requests from this agency than it is known to send."
  private let look: VolumeLook

  package init(_ model: ForgerModel) {
    look = VolumeLook(Self.id, model, windows: [1.0 / 24, 1], dispersion: 1.5)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let seen = context.earlier
    look.observe(
      SIMD4(Int32(seen.agencyHour), Int32(seen.agencyDay), 0, 0), rate: VolumeLook.agencyRate(in: context),
      sample: context.agencyHistory, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    "\(context.earlier.agencyDay) earlier requests of the agency within a day"
  }
}
