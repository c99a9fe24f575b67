/// What is believed of the curve from log odds to probability before a log has shown its own.
///
/// A desk finds some tens of frauds in a year, of which few lie where the curve is steep: alone they leave it uncertain by a
/// factor of two or three, and wrong on the safe-looking side, since the least certain part is the one that is read most.
/// The curve itself hardly differs between logs, which was measured on simulated logs of six makes; so it is held where they
/// agree, and as firmly as they do.
package struct CurveBelief: Hashable, Sendable {
  package var slope: Double
  /// In the information of one request at even odds, as all precisions here.
  package var slopePrecision: Double
  /// Natural log odds of evidence, and the natural log odds of fraud that are believed there.
  package var place: Double
  package var oddsAtPlace: Double
  package var placePrecision: Double
  /// The share of frauds that show nothing, and how many frauds' worth it is held with: labels tell little of them.
  package var silentShare = 0.065
  package var silentWeight = 120.0
  /// As honest people lapse now and then, nothing that a score says is surer than this.
  package var ceiling = 0.98

  package init(
    slope: Double, slopePrecision: Double, place: Double = 0, oddsAtPlace: Double = 0, placePrecision: Double = 0
  ) {
    self.slope = slope
    self.slopePrecision = slopePrecision
    self.place = place
    self.oddsAtPlace = oddsAtPlace
    self.placePrecision = placePrecision
  }

  /// −3 bits: about where evidence begins to count for a call-back.
  private static let steep = -3 * EvidenceRegression.natsPerBit

  /// Where verdicts act: a confirmed fraud raises what its sender sent, so that fewer frauds are left in the middle.
  package static let besideVerdicts: CurveBelief = {
    var belief = CurveBelief(
      slope: 0.88, slopePrecision: 300, place: steep, oddsAtPlace: -1, placePrecision: 30)
    belief.ceiling = 0.99
    return belief
  }()

  /// Where nobody says yet what was forged: so firmly held that one log's frauds hardly move it, since the mail that such a
  /// model goes to is another's.
  package static let withoutVerdicts: CurveBelief = {
    var belief = CurveBelief(
      slope: 0.735, slopePrecision: 3_000, place: steep, oddsAtPlace: -0.8, placePrecision: 300)
    belief.ceiling = 0.98
    belief.silentShare = 0.1
    return belief
  }()

  /// The natural log odds of what shows something at log odds of 0.
  package var intercept: Double { oddsAtPlace - slope * place }

  /// The curve as it is believed, for traffic of which `share` is forged.
  package func map(share: Double) -> CalibrationMap {
    .floored(slope: slope, intercept: intercept, floor: silentShare * share, ceiling: ceiling)
  }
}
