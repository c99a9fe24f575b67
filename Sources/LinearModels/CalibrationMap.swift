import Foundation

/// How a model's log odds become a probability.
///
/// Never decreasing, so that it changes no order but may tie.
package enum CalibrationMap: Hashable, Sendable {
  /// The log odds as they are.
  case identity
  /// σ(slope · z + intercept). Source: Platt (1999).
  case platt(slope: Double, intercept: Double)
  /// σ(a · log s − b · log(1 − s) + c) with s = σ(z): a sigmoid that may bend differently at its ends.
  ///
  /// Source: Kull, Silva Filho & Flach (2017), "Beta calibration".
  case beta(a: Double, b: Double, c: Double)
  /// floor + (1 − floor) · ceiling · σ(slope · z + intercept): never less than the share of forgers who show nothing.
  ///
  /// Fitted by `DiscoveryFit`.
  case floored(slope: Double, intercept: Double, floor: Double, ceiling: Double)
  /// A step-wise mean, linear between the knots and constant outside. Source: Zadrozny & Elkan (2002).
  case isotonic(IsotonicKnots)

  /// The probability for natural log odds `z`, in 0 … 1.
  ///
  /// Complexity: O(1); O(log knots) for isotonic.
  package func probability(_ z: Double) -> Double {
    switch self {
    case .identity: LogisticLoss.probability(z)
    case .platt(let slope, let intercept): LogisticLoss.probability(slope * z + intercept)
    case .beta(let a, let b, let c):
      LogisticLoss.probability(c - a * LogisticLoss.softplus(-z) + b * LogisticLoss.softplus(z))
    case .floored(let slope, let intercept, let floor, let ceiling):
      floor + (1 - floor) * ceiling * LogisticLoss.probability(slope * z + intercept)
    case .isotonic(let knots): knots.value(at: z)
    }
  }

  package var kind: Kind {
    switch self {
    case .identity: .identity
    case .platt: .platt
    case .beta: .beta
    case .floored: .floored
    case .isotonic: .isotonic
    }
  }

  /// What model files call the forms.
  package enum Kind: String, Hashable, Sendable, Codable {
    case identity, platt, beta, isotonic, floored
  }

  /// The forms that may take the discovery curve's place, the plainest first.
  package enum Form: String, Hashable, Sendable, CaseIterable {
    case platt, beta, isotonic
  }
}

extension CalibrationMap: Codable {
  private enum CodingKeys: String, CodingKey { case kind, slope, intercept, floor, ceiling, a, b, c, knots, values }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    switch try fields.decode(Kind.self, forKey: .kind) {
    case .identity: self = .identity
    case .platt:
      self = .platt(
        slope: try fields.decode(Double.self, forKey: .slope),
        intercept: try fields.decode(Double.self, forKey: .intercept))
    case .beta:
      self = .beta(
        a: try fields.decode(Double.self, forKey: .a), b: try fields.decode(Double.self, forKey: .b),
        c: try fields.decode(Double.self, forKey: .c))
    case .floored:
      self = .floored(
        slope: try fields.decode(Double.self, forKey: .slope),
        intercept: try fields.decode(Double.self, forKey: .intercept),
        floor: try fields.decode(Double.self, forKey: .floor),
        ceiling: try fields.decode(Double.self, forKey: .ceiling))
    case .isotonic:
      let knots = IsotonicKnots(
        knots: try fields.decode([Double].self, forKey: .knots),
        values: try fields.decode([Double].self, forKey: .values))
      guard let knots else {
        throw DecodingError.dataCorruptedError(
          forKey: .knots, in: fields, debugDescription: "The isotonic knots must rise and have one value each.")
      }
      self = .isotonic(knots)
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(kind, forKey: .kind)
    switch self {
    case .identity: break
    case .platt(let slope, let intercept):
      try fields.encode(slope, forKey: .slope)
      try fields.encode(intercept, forKey: .intercept)
    case .beta(let a, let b, let c):
      try fields.encode(a, forKey: .a)
      try fields.encode(b, forKey: .b)
      try fields.encode(c, forKey: .c)
    case .floored(let slope, let intercept, let floor, let ceiling):
      try fields.encode(slope, forKey: .slope)
      try fields.encode(intercept, forKey: .intercept)
      try fields.encode(floor, forKey: .floor)
      try fields.encode(ceiling, forKey: .ceiling)
    case .isotonic(let isotonic):
      try fields.encode(isotonic.knots, forKey: .knots)
      try fields.encode(isotonic.values, forKey: .values)
    }
  }
}
