import LinearAlgebra

/// Learns what forged requests have in common beyond what their evidence says: logistic regression on indicators, with a
/// share of the evidence's log odds as an offset.
///
/// Taken whole, the evidence would leave a fraud that it shows anyhow nothing to teach, and only the few that it misses
/// would say what frauds have in common.
/// Every coefficient has a normal prior about zero: the labels of one campaign move it by hundredths, twenty alike ones by
/// several tenths. Indicators that fewer than `fewest` rows have are left out.
/// Complexity: O(rows · columns²) a step, five to ten steps.
package struct TraitRegression: Sendable {
  /// Rows with an indicator below which nothing is learned of it.
  static let fewest = 5
  /// 1 / variance of a coefficient, in nats⁻²: one trait is believed to move the odds by a third at the most usual.
  static let precision = 10.0
  /// How much of the evidence counts as said already.
  ///
  /// Blunt, with the precision: 0.2 to 0.5 and 10 to 20 nats⁻² did about as well on simulated logs of five makes.
  static let offsetShare = 0.4

  /// One request: which indicators it has, and what is known and believed of it.
  package struct Row: Sendable {
    package var traits: [Int]
    /// 0 legitimate, 1 fraudulent.
    package var label: Double
    package var weight: Double
    /// log odds of the evidence, in bits.
    package var offsetBits: Double

    package init(traits: [Int], label: Double, weight: Double, offsetBits: Double) {
      self.traits = traits
      self.label = label
      self.weight = weight
      self.offsetBits = offsetBits
    }
  }

  package struct Outcome: Sendable {
    /// Bits by indicator; those left out are missing.
    package var bits: [Int: Double]
    /// What the indicators of the ordinary request add, in bits, which the base rate is to give back.
    package var ordinaryBits: Double
    package var certificate: OptimalityCertificate?

    package static let nothing = Outcome(bits: [:], ordinaryBits: 0, certificate: nil)
  }

  package init() {}

  /// Nothing is learned from rows of one class.
  package func fit(_ rows: [Row]) throws(LinearModelError) -> Outcome {
    var counts: [Int: Int] = [:]
    for row in rows { for trait in row.traits { counts[trait, default: 0] += 1 } }
    let columns = counts.filter { $0.value >= TraitRegression.fewest }.keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(columns, columns.indices))
    let isMixed = [0.0, 1].allSatisfy { label in rows.contains { $0.label == label && $0.weight > 0 } }
    guard isMixed, !columns.isEmpty else { return .nothing }
    var design = Matrix(rows: rows.count, columns: columns.count)
    for (i, row) in rows.enumerated() {
      for trait in row.traits { if let j = places[trait] { design[i, j] = 1 } }
    }
    let sample = try LogisticSample(
      design: design, labels: rows.map(\.label), weights: rows.map(\.weight),
      offsets: rows.map { TraitRegression.offsetShare * $0.offsetBits * EvidenceRegression.natsPerBit })
    let fit = try LogisticRegression(penalty: .ridge(c: 1 / TraitRegression.precision)).fit(sample)
    let bits = fit.coefficients.map { $0 / EvidenceRegression.natsPerBit }
    return Outcome(
      bits: Dictionary(uniqueKeysWithValues: zip(columns, bits)),
      ordinaryBits: TraitRegression.mean(of: design.times(bits), over: rows), certificate: fit.certificate)
  }

  /// Over the legitimate rows, by weight.
  private static func mean(of values: [Double], over rows: [Row]) -> Double {
    var (sum, weight) = (0.0, 0.0)
    for (row, value) in zip(rows, values) where row.label == 0 {
      sum += row.weight * value
      weight += row.weight
    }
    return weight > 0 ? sum / weight : 0
  }
}
