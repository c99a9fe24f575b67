package import Baselines
package import RequestModel
import Statistics

/// What held requests and confirmed frauds have taught of forgers: a profile of theirs, kept as a sender's is.
///
/// For every slot it counts the values that forgers brought of their own and how many of these were new to everybody; for
/// every aspect, how often they did as their victim does; and which habits fitted. The documented prior stands beside it as
/// so many campaigns of experience, so that the first fraud moves little and the twentieth much. A device, a telephone
/// number, a network or a line that a confirmed fraud brought is worth a great deal when it comes again; how forgers behave
/// is learned from what was held.
///
/// - A held request counts by its posterior while nobody has called back about it, its names apart: the log's forgers are
///   learned from those that stand out before there is any verdict.
/// - A campaign counts about twice at most: its first request once, the second half, the third a third, later ones not.
/// - Old frauds fade with a half-life of a year; more than `most` campaigns count as so many.
package struct ForgerMemory: Sendable {
  /// Campaigns that the prior stands for.
  static let priorCampaigns = 6.0
  static let most = 60.0
  package static let halfLifeDays = 365.0
  /// What a held request counts before a verdict, by its posterior.
  package static let suspected = 1.0
  /// Entries of the table that are kept.
  package static let entries = 20_000
  /// The chance that an honest newcomer brings the very value that a fraud brought.
  static let coincidence = 0.02

  private let counts: CountTable
  private let unit: Double
  /// By aspect: how often forgers were seen there, and how often of that they did as their victim does.
  private let imitations: [(judged: Double, copied: Double)]
  package let isEmpty: Bool

  package static let none = ForgerMemory()

  private init() {
    counts = CountTable()
    unit = 0
    imitations = []
    isEmpty = true
  }

  package init(_ profile: Profile, at night: Night) {
    counts = profile.counts
    unit = profile.ageing(at: night, halfLife: ForgerMemory.halfLifeDays) / Double(Profile.grain)
    isEmpty = profile.counts.count == 0
    let (counts, unit) = (counts, unit)
    let last = Aspect.allCases.map(\.rawValue).max() ?? 0
    imitations = (0...last).map { aspect in
      let slot = ForgerMemory.imitationSlot(aspect)
      return (Double(counts[slot.total]) * unit, Double(counts[slot.key(of: 0)]) * unit)
    }
  }

  private func weight(_ key: UInt64) -> Double { Double(counts[key]) * unit }

  /// What forgers brought of their own where this observation stands.
  struct Own {
    var value: Double
    var total: Double
    var new: Double

    /// The prior's belief, moved by what was seen.
    @inline(__always)
    func moved<Number: HabitNumber>(_ prior: Number, seen: Double) -> Number {
      (Number(repeating: priorCampaigns) * prior + Number(repeating: seen)) / Number(repeating: priorCampaigns + total)
    }
    var share: Double { value / (priorCampaigns + total) }
  }

  /// Nil where no confirmed fraud has had the slot.
  func own(_ seen: Observation) -> Own? {
    let total = weight(seen.slot.total)
    guard total > 0 else { return nil }
    let scale = min(1, ForgerMemory.most / total)
    var value = 0.0
    if case .scale(let size, let isCircular) = seen.kind {
      forEachNeighbour(of: Int(seen.value), size: Int(size), isCircular: isCircular) { step, share in
        value += share * weight(seen.slot.key(of: UInt64(step)))
      }
    } else {
      value = weight(seen.slot.key(of: seen.value))
    }
    return Own(value: scale * value, total: scale * total, new: scale * weight(seen.slot.novelty))
  }

  /// The chance that a forger does as his victim does.
  func imitation(_ seen: Observation) -> HabitVector {
    if isEmpty { return seen.imitation }
    let (judged, copied) = imitations[seen.aspect]
    guard judged > 0 else { return seen.imitation }
    let scale = min(1, ForgerMemory.most / judged)
    return (ForgerMemory.priorCampaigns * seen.imitation + HabitVector(repeating: scale * copied))
      / (ForgerMemory.priorCampaigns + scale * judged)
  }

  /// The weights of the habits.
  package func habitWeights(_ prior: HabitVector) -> HabitVector {
    let total = weight(ForgerMemory.habitSlot.total)
    guard total > 0 else { return prior }
    let scale = min(1, ForgerMemory.most / total)
    var out = ForgerMemory.priorCampaigns * prior
    for h in 0..<8 { out[h] += scale * weight(ForgerMemory.habitSlot.key(of: UInt64(h))) }
    return out / out.sum()
  }

  private static func imitationSlot(_ aspect: Int) -> Slot { Slot(aspect: UInt64(aspect) + 0x1_0000) }
  private static let habitSlot = Slot(aspect: 0x2_0000)

  /// What the k-th confirmed request of a campaign counts, from 0.
  package static func weight(ofRequest k: Int) -> Double { k < 3 ? 1 / Double(k + 1) : 0 }

  /// What one fraud adds to the table, in grains, taken back where `weight` is negative.
  ///
  /// A value counts as the forger's own by the chance that he did not copy it from his victim. Devices, numbers and other
  /// names have a weight of their own, 0 for a fraud that is only suspected: they would convict an agency that has a new one.
  package func lesson(
    _ priced: [Priced], _ observations: [Observation], habits: HabitVector, weight: Double, weightOfNames: Double
  ) -> [(key: UInt64, grains: Int64)] {
    var out: [(key: UInt64, grains: Int64)] = []
    func add(_ amount: Double, _ key: UInt64) {
      out.append((key, Int64((amount * Double(Profile.grain)).rounded())))
    }
    for item in priced {
      let seen = observations[item.observation]
      let amount = (seen.kind.isOpen ? weightOfNames : weight) * seen.share
      if amount == 0 { continue }
      let copied = min(1, max(0, (habits * imitation(seen) / item.ratio).sum()))
      let slot = ForgerMemory.imitationSlot(seen.aspect)
      add(amount, slot.total)
      add(amount * copied, slot.key(of: 0))
      let own = amount * (1 - copied)
      add(own, seen.slot.total)
      add(own, seen.slot.key(of: seen.value))
      if seen.kind.isOpen, item.isNewEverywhere { add(own, seen.slot.novelty) }
    }
    for h in 0..<8 { add(weight * habits[h], ForgerMemory.habitSlot.key(of: UInt64(h))) }
    add(weight, ForgerMemory.habitSlot.total)
    return out
  }
}
