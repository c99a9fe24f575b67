import Baselines
import Foundation
import RequestModel
import Statistics

/// The shape that looks at counts share: negative binomial against a geometric burst.
package struct VolumeLook: Sendable {
  /// Per habit, the chance that a request is part of a burst.
  private let burst: HabitVector
  /// How many requests a burst has, and an honest dump: desks empty a backlog now and then, and this long tail keeps
  /// them from counting as a forgery.
  private let bursts: Geometric
  private let dumps: Geometric
  /// The share of requests in no dump, in bits.
  private let apart: Double
  private let imitation: HabitVector
  private let windows: [Window]
  /// Share and mean size of honest dumps: one request in thirty-three stands in one of about thirty.
  static let dumpShare = 0.03
  static let meanDump = 30.0

  /// A time within which requests are counted.
  private struct Window {
    var days: Double
    var counts: NegativeBinomial
  }

  /// log2 of a geometric distribution's probabilities, times `share`.
  private struct Geometric {
    let first: Double
    let step: Double

    init(mean: Double, share: Double = 1) {
      let q = mean / (1 + mean)
      (first, step) = (log2(share * (1 - q)), log2(q))
    }

    func bits(_ count: Double) -> Double { first + count * step }
  }

  /// - Parameter windows: lengths in days; four at most.
  package init(_ id: String, _ model: ForgerModel, windows: [Double], dispersion: Double) {
    burst = model.probability(id, "burst", otherwise: 0.3)
    bursts = Geometric(mean: model.probability(id, "mean_burst", otherwise: 4)[0])
    dumps = Geometric(mean: VolumeLook.meanDump, share: VolumeLook.dumpShare)
    apart = log2(1 - VolumeLook.dumpShare)
    imitation = model.imitation(id)
    self.windows = windows.map {
      // Requests come in bouts: given one, others are likelier; the size grows with the window.
      Window(days: $0, counts: NegativeBinomial(size: dispersion * max(0.35, $0.squareRoot()) + 1))
    }
  }

  /// `counts`: earlier requests in each window; `rate` in requests a day.
  package func observe(_ counts: SIMD4<Int32>, rate: Double, sample: Double, into sightings: inout Sightings) {
    guard sample > 0 else { return sightings.abstain(.noHistory) }
    var most = HabitVector(repeating: 1)
    var mostBits = 0.0
    for place in windows.indices {
      let count = Int(counts[place])
      let size = windows[place].counts.size
      let mean = max(0.02, rate * windows[place].days) * size / max(0.2, size - 1)
      let tail = dumps.bits(Double(count))
      let usual = apart + windows[place].counts.log2Probability(of: count, mean: mean)
      let baseline = tail + log2OnePlusExp2(usual - tail)
      let bits = bursts.bits(Double(count)) - baseline
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
