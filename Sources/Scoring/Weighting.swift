package import Detection
import Foundation
package import LinearModels
package import Statistics

/// How the looks are weighed and what odds a request starts with: the prior's weights, or a trained model's.
package struct Weighting: Sendable {
  /// Names the regime in every score: `prior`, or the trained model.
  package var name: String
  /// What a look's evidence of a forger counts, one a look, in registry order, ≥ 0.
  package var discounts: [Double]
  /// The same for evidence of the sender himself: a look may be a good witness for the one and a poor one for the other.
  package var reliefs: [Double]
  package var baseBits: Double
  /// What the traits of a request add, whoever sends it; nil where no model has learned any.
  package var traits: TraitWeights?
  /// What the evidence means as a probability; nil without a trained model.
  package var calibration: Calibration?

  package init(
    name: String, discounts: [Double], reliefs: [Double]? = nil, baseBits: Double, calibration: Calibration? = nil,
    traits: TraitWeights? = nil
  ) {
    self.name = name
    self.discounts = discounts
    self.reliefs = reliefs ?? discounts
    self.baseBits = baseBits
    self.calibration = calibration
    self.traits = traits
  }

  /// The hand weights of the prior.
  package init(prior registry: Registry) {
    name = registry.model.name
    discounts = registry.ids.map { registry.model.looks[$0]?.weight ?? 0.3 }
    reliefs = zip(registry.ids, discounts).map { registry.model.looks[$0]?.relief ?? $1 }
    baseBits = registry.model.baseRateBits
  }

  /// A look's bits as they count.
  @inline(__always)
  func weighed(_ bits: HabitVector, look: Int) -> HabitVector {
    // Habit by habit: a replacement by a mask would go through memory.
    let (relief, discount) = (reliefs[look], discounts[look])
    func weight(_ bits: Double) -> Double { bits > 0 ? discount : relief }
    return bits
      * HabitVector(
        weight(bits[0]), weight(bits[1]), weight(bits[2]), weight(bits[3]), weight(bits[4]), weight(bits[5]),
        weight(bits[6]), weight(bits[7]))
  }

  /// No log is long enough to be surer than this of anything.
  package static let leastProbability = 1e-9

  /// The calibrated probability that a request of this evidence was forged, never 0 and never 1; nil without a model.
  package func probability(of evidence: Bits) -> Double? {
    calibration.map {
      let p = $0.probability(evidence.value * EvidenceRegression.natsPerBit)
      return min(1 - Weighting.leastProbability, max(Weighting.leastProbability, p))
    }
  }
}
