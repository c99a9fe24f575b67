import Reporting

/// How likely a request was to be labelled, by its score: desks look where the list points, so labels come from the top.
///
/// Bands of the evidence, from the top down, each with at least `perBand` labels; a band's chance is its labelled share among
/// requests old enough to have one. A labelled request then stands for the inverse of its chance, at most `most`, and what
/// nobody labelled for what is left of its band: nothing where labels are dense, nearly all where they are rare.
/// - The chance is taken to depend on the score alone: frauds that victims report are labelled more often than their band
///   says, and their weight is bounded by their campaign's.
/// - Nil where labels are too few for two bands: then every row counts as it did, and the intercept alone is set to the
///   stated share of fraud.
/// Source: Horvitz & Thompson (1952), weights trimmed.
struct LabellingChance: Sendable {
  struct Band: Hashable, Sendable {
    /// The band holds evidence of at least this.
    var from: Double
    var chance: Double
  }

  static let perBand = 25.0
  static let most = 4.0

  /// From the top down; the last one holds all that is below.
  private(set) var bands: [Band] = []

  /// `requests`: evidence, the weight that it stands for, and whether it was labelled; of those old enough to be.
  ///
  /// O(n log n).
  init?(_ requests: [(evidence: Double, weight: Double, isLabelled: Bool)]) {
    var (labelled, whole) = (0.0, 0.0)
    let ordered = requests.sorted { $0.evidence > $1.evidence }
    for (i, request) in ordered.enumerated() {
      whole += request.weight
      if request.isLabelled { labelled += request.weight }
      let endsTie = i + 1 == ordered.count || ordered[i + 1].evidence < request.evidence
      guard labelled >= LabellingChance.perBand, endsTie else { continue }
      bands.append(Band(from: request.evidence, chance: labelled / whole))
      (labelled, whole) = (0, 0)
    }
    guard bands.count > 1 else { return nil }
    // What is left has too few labels for a band of its own: it belongs to the one above.
    let below = ordered.reduce((labelled: 0.0, whole: 0.0)) { sum, request in
      request.evidence < bands[bands.count - 2].from
        ? (sum.labelled + (request.isLabelled ? request.weight : 0), sum.whole + request.weight) : sum
    }
    bands[bands.count - 1] = Band(from: -.infinity, chance: below.labelled / below.whole)
  }

  private func chance(_ evidence: Double) -> Double {
    (bands.first { evidence >= $0.from } ?? bands[bands.count - 1]).chance
  }

  /// What a labelled request of this evidence stands for, at least itself.
  func weight(ofLabelled evidence: Double) -> Double { min(LabellingChance.most, 1 / chance(evidence)) }

  /// The share of its weight that an unlabelled one keeps, in 0 … 1.
  func weight(ofUnlabelled evidence: Double) -> Double {
    let chance = chance(evidence)
    guard chance < 1 else { return 0 }
    return max(0, 1 - chance * weight(ofLabelled: evidence)) / (1 - chance)
  }
}

extension LabellingChance: CustomStringConvertible {
  /// As a model card prints it.
  var description: String {
    bands.map { band in
      let chance = Figure.decimal(100 * band.chance, 1) + " %"
      return band.from == -.infinity ? "\(chance) below" : "\(chance) from \(Figure.decimal(band.from, 1)) bits"
    }.joined(separator: ", ")
  }
}
