import RequestModel
import Tuning

struct RankingResult: Codable {
  var averagePrecision: Double
  var threshold: Double
  /// Sorting the rows, once.
  var sortSeconds: Double
  /// All thresholds and their trade-off table, with 1,000 resamples.
  var decideSeconds: Double
  /// Average precision with its interval from 1,000 resamples.
  var evaluateSeconds: Double
}

/// Ranks requests by score, 50 a night, fraud in campaigns of three, and prints what it measured.
func printRanking(_ arguments: [String]) throws {
  let scores = doubles(arguments[0])
  let labels = doubles(arguments[1])
  let repeats = Int(arguments[2]) ?? 1
  let rows = scores.indices.map { i in
    Labelled(
      requestID: String(1_000_000_000 + i), receivedAt: Instant(seconds: Int64(i) * 1728),
      night: Night(day: Int32(i / 50)), score: scores[i], isFraudulent: labels[i] == 1,
      campaign: labels[i] == 1 ? "c\(i / 150)" : "")
  }
  let (sortSeconds, sample) = try fastest(repeats) { try RankedSample(rows) }
  let bootstrap = ClusterBootstrap(seed: 1)
  let (decideSeconds, decision) = try fastest(1) {
    try sample.decideThreshold(.budget(perNight: 5), bootstrap: bootstrap)
  }
  let (evaluateSeconds, evaluation) = try fastest(1) {
    try sample.evaluation(budgets: [], lengths: [], bootstrap: bootstrap)
  }
  try printJSON(
    RankingResult(
      averagePrecision: evaluation.averagePrecision.value, threshold: decision.candidate ?? 0,
      sortSeconds: sortSeconds, decideSeconds: decideSeconds, evaluateSeconds: evaluateSeconds))
}
