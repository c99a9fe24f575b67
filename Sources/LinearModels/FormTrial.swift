/// How another form of the calibration did on later nights, beside the curve of `DiscoveryFit`.
///
/// What is measured can be seen: the chance to be forged *and* found, against what was found.
package struct FormTrial: Hashable, Sendable {
  package var form: CalibrationMap.Form
  /// The mean squared difference of chance and finding.
  package var brier: Double
  /// Its difference from the discovery curve's, and that difference's standard error over the folds.
  package var excess: Double
  package var excessError: Double

  /// Whether it does better beyond doubt: standard errors of a few folds are themselves uncertain.
  package var isBetter: Bool { excess < 0 && excess < -3 * excessError }
}

extension DiscoveryFit {
  /// Steps need this many findings, or requests of the rarer class: with fewer they follow single requests.
  static let fewestForIsotonic = 100

  /// Fits every form to the parts before each part, and measures it on that part.
  ///
  /// `parts` are rows of one stretch of nights each, in order. None where no part can be measured. Complexity: a discovery
  /// fit a part.
  package static func trials(
    logOdds: [Double], known: [Knowledge], weights: [Double], parts: [Range<Int>], belief: CurveBelief
  ) throws(LinearModelError) -> [FormTrial] {
    let findings = known.map { $0 == .fraudulent ? 1.0 : 0.0 }
    let forms = CalibrationMap.Form.allCases.filter {
      $0 != .isotonic || known.count { $0 == .fraudulent } >= fewestForIsotonic
    }
    var losses: [[Double]] = []  // a part; the curve, then the forms
    var sizes: [Double] = []
    for part in parts.dropFirst() where !part.isEmpty {
      let past = 0..<part.lowerBound
      guard known[past].contains(.fraudulent), known[past].contains(where: { $0 != .fraudulent }) else { continue }
      let curve = try DiscoveryFit(
        logOdds: Array(logOdds[past]), known: Array(known[past]), weights: Array(weights[past]), belief: belief)
      let sample = try CalibrationSample(
        logOdds: Array(logOdds[past]), labels: Array(findings[past]), weights: Array(weights[past]))
      func loss(_ chance: (Double) -> Double) -> Double {
        part.reduce(0) {
          let miss = chance(logOdds[$1]) - findings[$1]
          return $0 + weights[$1] * miss * miss
        }
      }
      var row = [loss { curve.found * curve.map.probability($0) }]
      for form in forms { row.append(loss(try CalibrationMap.fitted(form, to: sample).probability)) }
      losses.append(row)
      sizes.append(part.reduce(0) { $0 + weights[$1] })
    }
    let total = sizes.reduce(0, +)
    guard total > 0 else { return [] }
    return forms.enumerated().map { place, form in
      let sum = losses.reduce(0) { $0 + $1[place + 1] }
      let excess = losses.reduce(0) { $0 + $1[place + 1] - $1[0] } / total
      let spread = zip(losses, sizes).reduce(0) {
        let distance = $1.0[place + 1] - $1.0[0] - $1.1 * excess
        return $0 + distance * distance
      }
      let correction = losses.count > 1 ? Double(losses.count) / Double(losses.count - 1) : .infinity
      return FormTrial(
        form: form, brier: sum / total, excess: excess, excessError: (correction * spread).squareRoot() / total)
    }
  }

  /// Another form of the curve, fitted to what this one says of every request, found or not.
  ///
  /// The rows are those of the fit.
  package func refitted(
    _ form: CalibrationMap.Form, logOdds: [Double], known: [Knowledge], weights: [Double]
  ) throws(LinearModelError) -> CalibrationMap {
    let forged = zip(logOdds, known).map { chance(of: $1, at: $0) }
    // A request that may be either stands as both.
    return try CalibrationMap.fitted(
      form,
      to: CalibrationSample(
        logOdds: logOdds + logOdds, labels: forged.map { _ in 1 } + forged.map { _ in 0 },
        weights: zip(weights, forged).map { $0 * $1 } + zip(weights, forged).map { $0 * (1 - $1) }))
  }
}
