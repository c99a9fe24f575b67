import Foundation

/// The logistic function and the loss that belongs to it, without overflow or cancellation.
package enum LogisticLoss {
  /// log(1 + eᶻ).
  package static func softplus(_ z: Double) -> Double { max(z, 0) + log1p(exp(-abs(z))) }

  /// 1 / (1 + e⁻ᶻ), in 0 … 1.
  package static func probability(_ z: Double) -> Double {
    let e = exp(-abs(z))
    return z >= 0 ? 1 / (1 + e) : e / (1 + e)
  }

  /// The negative log-likelihood, in nats, of `label` (0 … 1) under log odds `z`.
  package static func value(logOdds z: Double, label: Double) -> Double {
    // For label 1, log(1 + e⁻ᶻ) directly: softplus(z) − z would cancel.
    label == 1 ? softplus(-z) : softplus(z) - label * z
  }

  /// The weighted mean loss in nats; 0 for no rows.
  package static func mean(logOdds: [Double], labels: [Double], weights: [Double]? = nil) -> Double {
    precondition(logOdds.count == labels.count, "one label a row")
    var sum = 0.0
    var total = 0.0
    for i in logOdds.indices {
      let w = weights?[i] ?? 1
      sum += w * value(logOdds: logOdds[i], label: labels[i])
      total += w
    }
    return total > 0 ? sum / total : 0
  }

  /// log(p / (1 − p)) for p in 0 … 1, infinite at the ends.
  package static func logOdds(_ p: Double) -> Double { log(p) - log1p(-p) }
}
