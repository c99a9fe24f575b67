import RequestModel
import Statistics
import Tuning

extension SeededGenerator {
  /// `rows` requests over `nights` nights, a share of fraud in campaigns of about three, coarse scores so that ties occur.
  mutating func rows(_ count: Int, nights: Int = 20, fraud: Double = 0.1, separation: Double = 3, levels: Double = 4)
    -> [Labelled]
  {
    (0..<count).map { i in
      let isFraudulent = uniform() < fraud
      let score =
        (levels * (uniform() + uniform() + uniform() + (isFraudulent ? separation / 3 : 0))).rounded() / levels
      return row(
        i, night: i * nights / count, score: score, isFraudulent: isFraudulent,
        campaign: isFraudulent ? "c\(i / (3 * count / max(1, Int(Double(count) * fraud))))" : "")
    }
  }
}

func row(
  _ i: Int, night: Int = 0, score: Double, isFraudulent: Bool, campaign: String = "", scenario: String = "",
  probability: Double? = nil, weight: Double = 1
) -> Labelled {
  let name = String(1_000_000 + i)
  return Labelled(
    requestID: name, receivedAt: Instant(seconds: Int64(night) * 86_400 + Int64(i)), night: Night(day: Int32(night)),
    score: score, probability: probability, isFraudulent: isFraudulent, campaign: campaign, scenario: scenario,
    weight: weight)
}
