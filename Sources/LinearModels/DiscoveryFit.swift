/// What is known of a request when a calibration is fitted: most fraud is never found, and so has no label.
package enum Knowledge: Hashable, Sendable {
  case fraudulent, legitimate, unknown
}

/// A calibration of the whole traffic from the few frauds that were found in it.
///
/// The model: a request of log odds z is forged with p(z) = floor + (1 − floor) · ceiling · σ(slope · z + intercept); a forged
/// one is found with one chance c, whatever its score; what nobody labelled is forged all the same with
/// (1 − c) p / (1 − c p). Slope, intercept, floor and c are fitted together by expectation and maximisation, whose likelihood
/// never falls. The floor stands for the forgers who show nothing at all, the ceiling for honest requests that look forged
/// through and through: an officer who writes again from an account that was stolen.
/// - Taking the unlabelled for legitimate, as is usual, makes every probability too low by about the factor c.
/// - A `CurveBelief` holds slope, height and the share of frauds that show nothing, as firmly as it says: few frauds move
///   the curve little, many make it theirs. The probability is never 0 and never 1.
/// - Deterministic: sums in the order of the rows. O(rows · rounds).
/// Source: Elkan & Noto (2008), "Learning classifiers from only positive and unlabeled data"; Dempster, Laird & Rubin (1977).
package struct DiscoveryFit: Hashable, Sendable {
  static let rounds = 500

  package let belief: CurveBelief
  package private(set) var slope: Double
  package private(set) var intercept: Double
  package private(set) var floor = 0.001
  /// The chance that a forged request is found.
  package private(set) var found = 0.3
  /// The share of forged requests in the traffic, found or not.
  package private(set) var share = 0.0

  package var map: CalibrationMap {
    .floored(slope: slope, intercept: intercept, floor: floor, ceiling: belief.ceiling)
  }

  /// - Throws: `oneClassOnly` where no fraud is known, or nothing else.
  package init(
    logOdds: [Double], known: [Knowledge], weights: [Double], belief: CurveBelief
  ) throws(LinearModelError) {
    for count in [known.count, weights.count] where count != logOdds.count {
      throw .lengthMismatch(expected: logOdds.count, found: count)
    }
    guard logOdds.allSatisfy(\.isFinite) else { throw .notFinite }
    guard known.contains(.fraudulent), known.contains(where: { $0 != .fraudulent }) else { throw .oneClassOnly }
    self.belief = belief
    slope = belief.slope
    intercept = belief.intercept
    let discovered = zip(known, weights).reduce(0) { $0 + ($1.0 == .fraudulent ? $1.1 : 0) }
    let whole = weights.reduce(0, +)
    var targets = [(weight: Double, label: Double)](repeating: (0, 0), count: logOdds.count)
    for _ in 0..<DiscoveryFit.rounds {
      var (forged, silent) = (0.0, 0.0)
      for i in logOdds.indices {
        let p = map.probability(logOdds[i])
        let q = chance(of: known[i], p)
        let quiet = q * floor / p
        let shown = LogisticLoss.probability(slope * logOdds[i] + intercept)
        let honest = (1 - q) * (1 - floor) * (1 - belief.ceiling) * shown / (1 - p)
        forged += weights[i] * q
        silent += weights[i] * quiet
        targets[i] = (weights[i] * (1 - quiet), (q - quiet + honest) / max(1 - quiet, 1e-12))
      }
      let before = self
      found = (discovered + 0.5) / (forged + 1)
      share = forged / whole
      let rate =
        (silent + belief.silentShare * belief.silentWeight) / (forged + belief.silentWeight)
      floor = min(0.2, rate * share)
      for _ in 0..<2 { step(logOdds, targets) }
      if before.isNear(self) { break }
    }
  }

  /// The chance that a request of log odds `z` was forged, by what is known of it.
  func chance(of known: Knowledge, at z: Double) -> Double { chance(of: known, map.probability(z)) }

  private func chance(of known: Knowledge, _ p: Double) -> Double {
    switch known {
    case .fraudulent: 1
    case .legitimate: 0
    case .unknown: (1 - found) * p / (1 - found * p)
    }
  }

  /// One step of Newton's method on the sigmoid; the slope stays positive.
  private mutating func step(_ logOdds: [Double], _ targets: [(weight: Double, label: Double)]) {
    let place = belief.place
    let miss = belief.placePrecision * (slope * place + intercept - belief.oddsAtPlace)
    var (g0, g1) = (miss, miss * place + belief.slopePrecision * (slope - belief.slope))
    var (h00, h01) = (1e-9 + belief.placePrecision, belief.placePrecision * place)
    var h11 = belief.slopePrecision + belief.placePrecision * place * place
    for i in logOdds.indices {
      let m = LogisticLoss.probability(slope * logOdds[i] + intercept)
      let gradient = targets[i].weight * (m - targets[i].label)
      let curvature = targets[i].weight * m * (1 - m)
      g0 += gradient
      g1 += gradient * logOdds[i]
      h00 += curvature
      h01 += curvature * logOdds[i]
      h11 += curvature * logOdds[i] * logOdds[i]
    }
    let determinant = h00 * h11 - h01 * h01
    let change = (
      intercept: (h11 * g0 - h01 * g1) / determinant, slope: (h00 * g1 - h01 * g0) / determinant
    )
    // A long step is cut: far out the sigmoid is flat and its quadratic says little.
    let length = max(abs(change.intercept) / 2, abs(change.slope) / 0.5)
    let scale = length > 1 ? 1 / length : 1
    intercept -= scale * change.intercept
    slope = max(0.05, slope - scale * change.slope)
  }

  private func isNear(_ other: DiscoveryFit) -> Bool {
    abs(slope - other.slope) < 1e-7 && abs(intercept - other.intercept) < 1e-7 && abs(floor - other.floor) < 1e-9
      && abs(found - other.found) < 1e-8
  }
}
