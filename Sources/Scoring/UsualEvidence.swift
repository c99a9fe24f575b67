import Baselines
import Foundation
import RequestModel
import Statistics

/// What the looks at a genuine request come to, on the mean over unheld requests: log₂ of their mean likelihood ratio.
///
/// A true likelihood ratio averages 1 on genuine traffic. That of each look does (`Normaliser`), but not that of their
/// sum: looks repeat each other, so that the sum says too much for the sender, by two to three bits on simulated logs of
/// two makes. Who orders requests need not care, since it is the same for all; the filter behind the sender state, which
/// multiplies one request's ratio by the next one's, must. Kept as a profile's counts; sums are whole numbers, so that
/// their order does not matter.
struct UsualEvidence {
  static let halfLifeDays = 90.0
  /// Requests' worth of prior belief that the mean is 1.
  static let priorWeight = 100.0
  /// Ratios above 2 to this count as this: one wild night must not silence the filter.
  static let ceiling = 8.0
  /// The mean is believed as far as this, in bits.
  static let least = -4.0
  private static let weight: UInt64 = 1
  private static let ratios: UInt64 = 2

  /// In bits, from `least` to 0.
  let bits: Double

  init(_ profile: Profile, at night: Night) {
    let unit = profile.ageing(at: night, halfLife: UsualEvidence.halfLifeDays) / Double(Profile.grain)
    let weight = Double(profile.counts[UsualEvidence.weight]) * unit
    let ratios = Double(profile.counts[UsualEvidence.ratios]) * unit
    let mean = (ratios + UsualEvidence.priorWeight) / (weight + UsualEvidence.priorWeight)
    bits = max(UsualEvidence.least, min(0, log2(mean)))
  }

  /// Takes in a night's own evidence, in bits without base rate, each with its weight in grains.
  static func learn(_ night: Night, _ requests: [(own: Bits, grains: Int64)], into profile: Profile) {
    profile.age(to: night, halfLife: halfLifeDays)
    for (own, grains) in requests where grains > 0 {
      profile.counts.add(grains, to: weight)
      profile.counts.add(Int64(exp2(min(ceiling, own.value)) * Double(grains)), to: ratios)
    }
  }
}
