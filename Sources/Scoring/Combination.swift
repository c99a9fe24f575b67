package import Detection
import Foundation
package import Statistics

/// The looks of one request, put together: one number of bits for every look, group and habit, which add up exactly.
///
/// log₂ Σ_h π_h Π_l r(h,l)^γ(l) is split among the looks by the posterior weight w of the habits:
/// Σ_l γ(l) Σ_h w_h log₂ r(h,l) − KL(w ‖ π). The last term is the line "which habit fits".
package struct Combination: Sendable {
  /// Bits of every look before discounts, in registry order.
  package var looks: [Bits]
  /// What each group's discount takes away or gives back.
  package var adjustments: [(group: EvidenceGroup, bits: Bits)]
  /// −KL(w ‖ π): what not knowing the habit costs.
  package var habitBits: Bits
  /// Posterior weight of the habits.
  package var habits: HabitVector
  /// Bits of every look as they count, after discount and cap, for the training of models; empty unless asked for.
  ///
  /// A saturated group shrinks all its looks alike, so that they sum to what the group counts for.
  package var counted: [Double] = []

  /// `plain[l]`: normalised log₂ ratios per habit of look l (zero where it abstained); `repeated[l]`: what of it other
  /// looks have told already (`Companions`), nothing where the list is empty.
  package init(
    bits plain: [HabitVector], repeated: [Double] = [], groups: [EvidenceGroup], weighting: Weighting,
    habitWeights: HabitVector, isTraced: Bool = false
  ) {
    /// What a look adds beyond what others have told, as it counts.
    @inline(__always) func weighed(_ l: Int) -> HabitVector {
      let isTold = !repeated.isEmpty && repeated[l] > 0
      return weighting.weighed(isTold ? plain[l] - HabitVector(repeating: repeated[l]) : plain[l], look: l)
    }
    var sums = [HabitVector](repeating: .zero, count: Combination.groups.count)
    sums.withUnsafeMutableBufferPointer { sums in
      // What says nothing adds nothing.
      for l in plain.indices where !plain[l].isZero { sums[groups[l].rawValue] += weighed(l) }
    }
    let whole = isTraced ? sums : []
    var joint = HabitVector.zero
    for group in sums.indices {
      sums[group] = Combination.saturated(sums[group], cap: Combination.caps[group])
      joint += sums[group]
    }
    var highest = -Double.infinity
    for h in 0..<8 where habitWeights[h] > 0 { highest = max(highest, joint[h]) }
    var posterior = HabitVector.zero
    for h in 0..<8 where habitWeights[h] > 0 { posterior[h] = habitWeights[h] * exp2(joint[h] - highest) }
    posterior /= posterior.sum()
    var divergence = 0.0
    for h in 0..<8 where posterior[h] > 0 { divergence += posterior[h] * log2(posterior[h] / habitWeights[h]) }
    habits = posterior
    habitBits = Bits(-divergence)
    (looks, adjustments) = Combination.lines(of: plain, by: posterior, groups: groups, sums: sums)
    guard isTraced else { return }
    let kept = sums.indices.map { Combination.ratio(sums[$0], whole[$0]) }
    counted = plain.indices.map { (posterior * kept[groups[$0].rawValue] * weighed($0)).sum() }
  }

  /// The bits of every look, and what each group's sum makes of its own.
  private static func lines(
    of plain: [HabitVector], by posterior: HabitVector, groups: [EvidenceGroup], sums: [HabitVector]
  ) -> (looks: [Bits], adjustments: [(group: EvidenceGroup, bits: Bits)]) {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: sums.count) { told in
      told.initialize(repeating: 0)
      let looks = [Bits](unsafeUninitializedCapacity: plain.count) { looks, count in
        for l in plain.indices {
          let bits = plain[l].isZero ? .zero : Bits((posterior * plain[l]).sum())
          looks.initializeElement(at: l, to: bits)
          told[groups[l].rawValue] += bits.units
        }
        count = plain.count
      }
      var adjustments: [(group: EvidenceGroup, bits: Bits)] = []
      adjustments.reserveCapacity(sums.count)
      for group in Combination.groups {
        let counted = Bits((posterior * sums[group.rawValue]).sum())
        let difference = counted.units - told[group.rawValue]
        if difference != 0 { adjustments.append((group, Bits(units: difference))) }
      }
      return (looks, adjustments)
    }
  }

  /// What a group's looks add, all told; `groups` are those of the looks.
  func counted(of group: EvidenceGroup, groups: [EvidenceGroup]) -> Bits {
    var sum = adjustments.first { $0.group == group }?.bits ?? .zero
    for l in looks.indices where groups[l] == group { sum += looks[l] }
    return sum
  }

  /// Which share of a group's sum counts, a habit; all of it where there is nothing to cut.
  private static func ratio(_ counted: HabitVector, _ whole: HabitVector) -> HabitVector {
    var out = HabitVector(repeating: 1)
    for h in 0..<8 where counted[h] != whole[h] { out[h] = counted[h] / whole[h] }
    return out
  }

  private static let groups = EvidenceGroup.allCases
  private static let caps = groups.map { ScoringSettings.groupCap[$0] ?? 8 }

  /// What a group's sum counts for: itself up to half the cap, then ever less, never more than the cap.
  static func saturated(_ sum: Double, cap: Double) -> Double {
    let half = cap / 2
    return sum <= half ? sum : half + half * (1 - exp(-(sum - half) / half))
  }

  /// The same on both sides: what many things say for the sender does not count without end either.
  static func bounded(_ sums: HabitVector, cap: Double) -> HabitVector {
    let least = saturated(sums, cap: cap)
    return all(sums .>= -cap / 2) ? least : -saturated(-least, cap: cap)
  }

  /// The same of every habit; most sums are below half the cap.
  static func saturated(_ sums: HabitVector, cap: Double) -> HabitVector {
    if all(sums .<= cap / 2) { return sums }
    var out = sums
    for h in 0..<8 { out[h] = saturated(sums[h], cap: cap) }
    return out
  }

  /// Bits of all looks, discounts and the habit line.
  package var total: Bits {
    var sum = habitBits
    for look in looks { sum += look }
    for adjustment in adjustments { sum += adjustment.bits }
    return sum
  }
}
