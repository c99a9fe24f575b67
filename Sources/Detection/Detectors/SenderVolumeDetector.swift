import Baselines
package import RequestModel

/// Flags a sender who asks more often than he is known to: within the hour, the day, the week.
///
/// Earlier requests in each window against a negative binomial (Gamma-Poisson): the rate from the sender's decayed
/// history, shrunk to his agency's mean, the dispersion from the log. Since a request is there, the count of the others
/// is size-biased: size + 1. The forger's burst is geometric. The window that says most speaks for all three.
/// - Blind spots: one request at a time. Known false positives: backlogs and incident surges (seen agency-wide).
/// - Complexity: O(1).
package struct SenderVolumeDetector: Detector {
  package static let id = "sender_volume"
  package static let family = Family.volume
  package static let group = EvidenceGroup.volume
  package static let summary = "More requests from this sender than he is known to send."
  private let look: VolumeLook

  package init(_ model: ForgerModel) {
    look = VolumeLook(Self.id, model, windows: [1.0 / 24, 1, 7], dispersion: 0.7)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let seen = context.earlier
    look.observe(
      SIMD4(Int32(seen.senderHour), Int32(seen.senderDay), Int32(seen.senderWeek), 0),
      rate: VolumeLook.senderRate(in: context), sample: context.senderHistory, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    let seen = context.earlier
    return "\(seen.senderDay) earlier requests within a day, \(seen.senderWeek) within a week"
  }
}
