import RequestModel
import Tuning

/// Seeded noise for labelled rows.
struct Noise {
  var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func uniform() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / 9_007_199_254_740_992
  }

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
