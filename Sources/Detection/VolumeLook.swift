import Baselines
import Foundation
import RequestModel
import Statistics

/// The shape that looks at counts share: negative binomial against a geometric burst.
package struct VolumeLook: Sendable {
  /// Per habit, the chance that a request is part of a burst, and the mean size of one.
  private let burst: HabitVector
  private let meanBurst: Double
  private let imitation: HabitVector
  /// Share and mean size of honest dumps: one request in thirty-three stands in one of about thirty.
  static let dumpShare = 0.03
  static let meanDump = 30.0

  package init(_ id: String, _ model: ForgerModel) {
    burst = model.probability(id, "burst", otherwise: 0.3)
    meanBurst = model.probability(id, "mean_burst", otherwise: 4)[0]
    imitation = model.imitation(id)
  }

  /// `windows`: earlier requests and length in days; `rate` in requests a day.
  package func observe(
    _ windows: [(count: Int, days: Double)], rate: Double, sample: Double, dispersion: Double,
    into sightings: inout Sightings
  ) {
    guard sample > 0 else { return sightings.abstain(.noHistory) }
    var most = HabitVector(repeating: 1)
    var mostBits = 0.0
    for window in windows {
      // Requests come in bouts: given one, others are likelier; the size grows with the window.
      let size = dispersion * max(0.35, window.days.squareRoot()) + 1
      let mean = max(0.02, rate * window.days) * size / max(0.2, size - 1)
      // Honest desks empty a backlog now and then: a long geometric tail keeps a dump from counting as a forgery.
      let dump = VolumeLook.meanDump / (1 + VolumeLook.meanDump)
      let tail = log2(VolumeLook.dumpShare * (1 - dump)) + Double(window.count) * log2(dump)
      let counts = log2(1 - VolumeLook.dumpShare) + log2NegativeBinomial(window.count, mean: mean, size: size)
      let baseline = tail + log2OnePlusExp2(counts - tail)
      let q = meanBurst / (1 + meanBurst)
      let forger = log2(1 - q) + Double(window.count) * log2(q)
      let bits = forger - baseline
      let ratio = HabitVector(repeating: exp2(max(-20, min(20, bits))))
      let mixed = burst * ratio + (HabitVector(repeating: 1) - burst)
      if abs(bits) > mostBits {
        mostBits = abs(bits)
        most = mixed
      }
    }
    let ones = HabitVector(repeating: 1)
    sightings.ratios.append((sightings.detector, imitation + (ones - imitation) * most, sample))
  }

  /// The sender's requests a day, shrunk to an even share of his agency's worth a fortnight.
  static func senderRate(in context: Context) -> Double {
    let profile = context.lineage.sender
    let prior = min(1.0, agencyRate(in: context) * 0.1 + 0.02)
    return rate(profile, context, context.lineage.factors[0], prior: prior)
  }

  static func agencyRate(in context: Context) -> Double {
    rate(context.lineage.agency, context, context.lineage.factors[1], prior: 0.3)
  }

  private static func rate(_ profile: Profile, _ context: Context, _ factor: Double, prior: Double) -> Double {
    let passed = profile.lastNight.map { $0.distance(to: context.night) } ?? 0
    return profile.activity.dailyRate(passed: passed, factor: factor, priorRate: prior, priorDays: 14)
  }
}
