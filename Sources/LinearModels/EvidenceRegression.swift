package import LinearAlgebra

/// Learns the weights of the looks from verdicts: logistic regression around the hand weights.
///
/// The design holds evidence in bits, one column a look, 0 where it abstained; the coefficients multiply it, so that a
/// coefficient of 1 takes a look at its word, and 0 silences it.
/// - Without labels the coefficients are the hand weights; the more labels, the more they are the data's.
/// - No coefficient is negative: a look may be worth less than it claims, never the opposite.
/// - The intercept is free and no weight of evidence: it absorbs the sample's share of fraud.
package struct EvidenceRegression: Hashable, Sendable {
  /// What is believed of one look before any label.
  package struct HandWeight: Hashable, Sendable, Codable {
    package var detector: String
    package var weight: Double
    /// 1 / variance of the belief at strength 1.
    package var precision: Double

    package init(detector: String, weight: Double, precision: Double) {
      self.detector = detector
      self.weight = weight
      self.precision = precision
    }
  }

  package var handWeights: [HandWeight]
  /// The factor on every precision.
  package var strength: Double
  package var threads: Int

  package init(handWeights: [HandWeight], strength: Double = 1, threads: Int = 1) {
    self.handWeights = handWeights
    self.strength = strength
    self.threads = threads
  }

  /// The sample for evidence in bits, whose natural logarithm the regression works with; offsets are in bits too.
  package static func sample(
    bits: Matrix, labels: [Double], weights: [Double]? = nil, offsetBits: [Double]? = nil
  ) throws(LinearModelError) -> LogisticSample {
    var design = bits
    for i in design.elements.indices { design.elements[i] *= natsPerBit }
    return try LogisticSample(
      design: design, labels: labels, weights: weights, offsets: offsetBits?.map { $0 * natsPerBit })
  }

  /// log 2.
  package static let natsPerBit = 0.693_147_180_559_945_3

  /// Fits the coefficients, in hand-weight order; the intercept is in nats.
  package func fit(_ sample: LogisticSample) throws(LinearModelError) -> LogisticFit {
    let priors = handWeights.map {
      CoefficientPrior(centre: $0.weight, precision: strength * $0.precision, isNonNegative: true)
    }
    return try LogisticRegression(penalty: .prior(priors), threads: threads).fit(sample)
  }

  /// The same regression with the strength that does best on later nights; see `PriorStrength` for `documented`.
  package func tuned(
    on sample: LogisticSample, folds: [TimeOrderedFolds.Fold], strengths: [Double], documented: Double? = nil
  ) throws(LinearModelError) -> (regression: EvidenceRegression, choice: PriorStrength) {
    let choice = try PriorStrength.chosen(
      from: strengths, for: sample, folds: folds, documented: documented
    ) {
      (rows: LogisticSample, strength: Double) throws(LinearModelError) -> LogisticFit in
      var candidate = self
      candidate.strength = strength
      return try candidate.fit(rows)
    }
    var result = self
    result.strength = choice.chosen
    return (result, choice)
  }
}
