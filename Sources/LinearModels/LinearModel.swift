package import Foundation

/// A trained model: the weights of the looks, how it was fitted, and what its probability means.
///
/// It is a file under `Models/`, written by training and tuning and by nothing else. The same model is the same bytes:
/// keys are sorted and doubles have the fewest digits that read back to the same value.
package struct LinearModel: Hashable, Sendable {
  /// The newest schema that this program reads and the one it writes.
  package static let schema = 2

  /// The learned weight of one look, and the belief it started from.
  package struct Weight: Hashable, Sendable, Codable {
    package var weight: Double
    package var handWeight: Double
    package var precision: Double

    package init(weight: Double, handWeight: Double, precision: Double) {
      self.weight = weight
      self.handWeight = handWeight
      self.precision = precision
    }

    private enum CodingKeys: String, CodingKey {
      case weight
      case handWeight = "hand_weight"
      case precision
    }
  }

  package var name: String
  /// By the detector's stable name.
  package var weights: [String: Weight]
  /// What a trait of the request adds, in bits, by its name; empty where nothing was learned of traits.
  package var traits: [String: Double] = [:]
  /// The free intercept of the fit, in bits.
  package var interceptBits: Double
  package var priorStrength: Double
  package var calibration: Calibration
  /// In evidence bits, by what they decide (`alert`).
  package var thresholds: [String: Double]
  /// Hex digests of what was learned from, by their role (`log`, `labels`, `configuration`).
  package var dataDigests: [String: String]
  package var seed: UInt64
  /// Labelled requests and, among them, fraudulent ones.
  package var labelledRequests: Int
  package var fraudulentRequests: Int
  package var certificate: OptimalityCertificate

  package init(
    name: String, regression: EvidenceRegression, fit: LogisticFit, calibration: Calibration,
    dataDigests: [String: String], seed: UInt64, labelledRequests: Int, fraudulentRequests: Int,
    thresholds: [String: Double] = [:]
  ) {
    self.name = name
    weights = [:]
    for (hand, coefficient) in zip(regression.handWeights, fit.coefficients) {
      weights[hand.detector] = Weight(weight: coefficient, handWeight: hand.weight, precision: hand.precision)
    }
    interceptBits = fit.intercept / EvidenceRegression.natsPerBit
    priorStrength = regression.strength
    self.calibration = calibration
    self.thresholds = thresholds
    self.dataDigests = dataDigests
    self.seed = seed
    self.labelledRequests = labelledRequests
    self.fraudulentRequests = fraudulentRequests
    certificate = fit.certificate
  }

  /// The log odds in bits of a request with the given evidence, by detector; nil where a detector has no weight.
  ///
  /// Detectors are summed in the order of their names, so that a sum is the same whatever the dictionary's order.
  package func logOddsBits(_ evidence: [String: Double]) -> Double? {
    var sum = interceptBits
    for (detector, bits) in evidence.sorted(by: { $0.key < $1.key }) {
      guard let weight = weights[detector] else { return nil }
      sum += weight.weight * bits
    }
    return sum
  }

  /// The calibrated probability of fraud at the given log odds in bits.
  package func probability(logOddsBits: Double) -> Double {
    calibration.probability(logOddsBits * EvidenceRegression.natsPerBit)
  }

  /// The model as a file's bytes, a line feed at the end.
  package func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var data = try encoder.encode(self)
    data.append(UInt8(ascii: "\n"))
    return data
  }

  /// Reads a file's bytes; throws `LinearModelError.unknownSchema` for a newer program's model.
  package init(reading data: Data) throws {
    self = try JSONDecoder().decode(LinearModel.self, from: data)
  }
}

extension LinearModel: Codable {
  private enum CodingKeys: String, CodingKey {
    case schema, name, weights, traits, calibration, thresholds, seed, certificate
    case interceptBits = "intercept_bits"
    case priorStrength = "prior_strength"
    case dataDigests = "data_digests"
    case labelledRequests = "labelled_requests"
    case fraudulentRequests = "fraudulent_requests"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let schema = try fields.decode(Int.self, forKey: .schema)
    guard (1...LinearModel.schema).contains(schema) else {
      throw LinearModelError.unknownSchema(found: schema, newestKnown: LinearModel.schema)
    }
    name = try fields.decode(String.self, forKey: .name)
    weights = try fields.decode([String: Weight].self, forKey: .weights)
    traits = try fields.decodeIfPresent([String: Double].self, forKey: .traits) ?? [:]
    interceptBits = try fields.decode(Double.self, forKey: .interceptBits)
    priorStrength = try fields.decode(Double.self, forKey: .priorStrength)
    calibration = try fields.decode(Calibration.self, forKey: .calibration)
    thresholds = try fields.decode([String: Double].self, forKey: .thresholds)
    dataDigests = try fields.decode([String: String].self, forKey: .dataDigests)
    seed = try fields.decode(UInt64.self, forKey: .seed)
    labelledRequests = try fields.decode(Int.self, forKey: .labelledRequests)
    fraudulentRequests = try fields.decode(Int.self, forKey: .fraudulentRequests)
    certificate = try fields.decode(OptimalityCertificate.self, forKey: .certificate)
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(LinearModel.schema, forKey: .schema)
    try fields.encode(name, forKey: .name)
    try fields.encode(weights, forKey: .weights)
    try fields.encode(traits, forKey: .traits)
    try fields.encode(interceptBits, forKey: .interceptBits)
    try fields.encode(priorStrength, forKey: .priorStrength)
    try fields.encode(calibration, forKey: .calibration)
    try fields.encode(thresholds, forKey: .thresholds)
    try fields.encode(dataDigests, forKey: .dataDigests)
    try fields.encode(seed, forKey: .seed)
    try fields.encode(labelledRequests, forKey: .labelledRequests)
    try fields.encode(fraudulentRequests, forKey: .fraudulentRequests)
    try fields.encode(certificate, forKey: .certificate)
  }
}
