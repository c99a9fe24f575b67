import Reporting

/// How likely a request was to be labelled, by its score: desks look where the list points, so labels come from the top.
///
/// Bands of the evidence, from the top down, each with at least `perBand` labels; a band's chance is its labelled share among
/// requests old enough to have one. Shown on a model's card: what a model learned from is not the traffic. Nil where labels
/// are too few for two bands.
struct LabellingChance: Sendable {
  struct Band: Hashable, Sendable {
    /// The band holds evidence of at least this.
    var from: Double
    var chance: Double
  }

  static let perBand = 25.0

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
