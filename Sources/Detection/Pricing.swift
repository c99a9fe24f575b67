package import Baselines
import Foundation

/// What the log has learned about how to read its own counts: strengths and novelty rates, per aspect.
package struct Pricing: Sendable, Equatable {
  /// By `Aspect` raw value.
  package var strengths: [Strengths]
  package var novelty: [NoveltyRates]

  /// The share of requests in which a habit of the sender is not kept, whatever its counts say.
  static let lapse = 0.02
  /// Requests of colleagues that the whole log's share stands for.
  static let colleagueStrength = 4.0

  /// From so many requests of colleagues on, a value is the agency's, and not the account's alone.
  static let colleaguesWord = 0.5

  package init() {
    let n = (Aspect.allCases.map(\.rawValue).max() ?? 0) + 1
    strengths = [Strengths](repeating: Strengths(), count: n)
    novelty = [NoveltyRates](repeating: NoveltyRates(), count: n)
  }

  package mutating func merge(_ other: Pricing) {
    for i in strengths.indices {
      strengths[i].merge(other.strengths[i])
      novelty[i].merge(other.novelty[i])
    }
  }
}

/// One observation with its price: what the past has of it, and how much likelier a forger makes it.
package struct Priced: Sendable {
  // The vectors stand first, so that no room is lost before them: there are many of these.

  /// P(forger) / P(baseline) per habit, imitation included.
  package var ratio: HabitVector
  package var tally: Tally
  package var observation: Int
  /// P(what was seen | this sender, as known so far).
  package var baseline: Double
  /// How many confirmed campaigns brought a value of this open kind of their own.
  package var frauds: Double
  package var isUniform: Bool

  package var isNewEverywhere: Bool { all(tally.value .<= 0) }
}

extension Pricing {
  /// Prices what was seen of one request against what was read of its lineage, but for what is only remembered.
  ///
  /// O(observations).
  package func price(
    _ observations: [Observation], _ readings: Readings, forgers: ForgerMemory, into priced: inout [Priced]
  ) {
    observations.withUnsafeBufferPointer { observations in
      for i in observations.indices where !observations[i].isMemory {
        priced.append(price(observations[i], index: i, readings.tally(i, observations[i].kind), forgers))
      }
    }
  }

  @inline(__always)
  private func price(_ seen: Observation, index: Int, _ tally: Tally, _ forgers: ForgerMemory) -> Priced {
    let own = forgers.isEmpty ? nil : forgers.own(seen)
    let imitation = forgers.isEmpty ? seen.imitation : forgers.imitation(seen)
    var priced = Priced(
      ratio: .zero, tally: tally, observation: index, baseline: 0,
      frauds: seen.kind.isOpen ? own?.value ?? 0 : 0, isUniform: seen.forger.isUniform && imitation.isUniform)
    if priced.isUniform {
      let (ratio, baseline) = compared(seen, tally, own, forger: seen.forger[0], imitation: imitation[0])
      (priced.ratio, priced.baseline) = (HabitVector(repeating: ratio), baseline)
    } else {
      (priced.ratio, priced.baseline) = compared(seen, tally, own, forger: seen.forger, imitation: imitation)
      priced.isUniform = priced.ratio.isUniform
    }
    return priced
  }

  /// P(forger) / P(baseline), imitation included, and P(baseline).
  @inline(__always)
  private func compared<Number: HabitNumber>(
    _ seen: Observation, _ tally: Tally, _ own: ForgerMemory.Own?, forger prior: Number, imitation: Number
  ) -> (ratio: Number, baseline: Double) {
    func alike(_ value: Double) -> Number { Number(repeating: value) }
    let aspect = seen.aspect
    let baseline: Double
    var forger: Number
    // The share of the baseline that the very value has.
    var ofValue = 1.0
    switch seen.kind {
    case .open:
      let rates = novelty[aspect].rates(tally)
      baseline = openPredictive(tally, novelty: rates)
      // The forger brings something nobody has seen, something that the log knows from elsewhere, or what forgers have
      // brought before.
      let top = seen.upTo.rawValue
      let elsewhere = amongColleagues(seen, tally, tally.total[top] > 0 ? tally.value[top] / tally.total[top] : 0)
      let new = own?.moved(prior, seen: own!.new) ?? prior
      if any(tally.value .> 0) {
        forger = (alike(1) - new) * alike(seen.worldShare * elsewhere)
        if let own { forger = forger + alike(own.share) }
      } else if let own, own.value > 0 {
        ofValue = ForgerMemory.coincidence
        forger = Number.larger(alike(ofValue) * new, alike(own.share))
      } else {
        forger = new
      }
    case .closed(let size), .scale(let size, _):
      let base = 1 / Double(size)
      let strengths = strengths[aspect].current
      let world = (tally.value[3] + 2 * base) / (tally.total[3] + 2)
      // Nobody is as regular as his counts: now and then anybody does what others do.
      baseline =
        (1 - Pricing.lapse) * closedPredictive(tally, base: base, strengths: strengths) + Pricing.lapse * world
      let elsewhere = amongColleagues(seen, tally, world)
      forger = prior * alike(1 - seen.worldShare) + alike(elsewhere * seen.worldShare)
      if let own { forger = own.moved(forger, seen: own.value) }
    }
    var imitation = imitation
    // Where the agency's other accounts know the value, too, it is no longer the account's word alone.
    if seen.doubt > 0, tally.value[0] > 0, tally.value[1] - tally.value[0] < Pricing.colleaguesWord {
      imitation = imitation + (alike(1) - imitation) * alike(seen.doubt)
    }
    let ratio = imitation + (alike(1) - imitation) * (forger / alike(max(baseline * ofValue, 1e-9)))
    return (ratio, baseline)
  }

  /// What others do: the whole log's share, and in part that of the agency's other accounts, shrunk to it.
  private func amongColleagues(_ seen: Observation, _ tally: Tally, _ share: Double) -> Double {
    guard seen.colleagues > 0 else { return share }
    let value = max(0, tally.value[1] - tally.value[0])
    let total = max(0, tally.total[1] - tally.total[0])
    let theirs = (value + Pricing.colleagueStrength * share) / (total + Pricing.colleagueStrength)
    return seen.colleagues * theirs + (1 - seen.colleagues) * share
  }

  /// Learns how to read counts from one request that teaches with `weight` grains (`share` in [0, 1] of one).
  package mutating func learn(_ priced: [Priced], _ observations: [Observation], grains: Int64, full: Bool) {
    for i in priced.indices {
      let seen = priced[i].observation
      let aspect = observations[seen].aspect
      switch observations[seen].kind {
      case .open:
        novelty[aspect].learn(priced[i].tally, weight: grains)
      case .closed(let size), .scale(let size, _):
        guard full else { continue }
        strengths[aspect].learn(priced[i].tally, base: 1 / Double(size), weight: Double(grains) / 1024)
      }
    }
  }
}
