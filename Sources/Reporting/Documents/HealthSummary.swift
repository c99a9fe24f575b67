package import RequestModel

/// Whether the numbers of a report can be trusted: coverage, certification, what teaches and what does not.
package struct HealthSummary: Hashable, Sendable {
  /// The share of past requests whose p-value was at most a level; a valid p-value keeps it at or below the level.
  package struct Coverage: Hashable, Sendable {
    package var level: Double
    package var atOrBelow: Int
    package var total: Int

    package init(level: Double, atOrBelow: Int, total: Int) {
      self.level = level
      self.atOrBelow = atOrBelow
      self.total = total
    }

    package var share: Double { total > 0 ? Double(atOrBelow) / Double(total) : 0 }

    /// Whether the excess over the level is more than three standard errors of a valid p-value.
    package var isSuspect: Bool {
      guard total > 0 else { return false }
      let expected = level * Double(total)
      return Double(atOrBelow) > expected + 3 * (expected * (1 - level)).squareRoot() + 1
    }
  }

  /// How much of an entity's traffic teaches nothing because it is held.
  package struct HeldShare: Hashable, Sendable {
    package var entity: String
    package var held: Int
    package var total: Int

    package init(entity: String, held: Int, total: Int) {
      self.entity = entity
      self.held = held
      self.total = total
    }
  }

  /// Nights that the coverage was counted over.
  package var coverageNights = 0
  package var coverage: [Coverage] = []
  /// The p-value level that alerts must reach.
  package var alertLevel = 0.01
  /// Requests in the calibration sample.
  package var calibrationSample = 0
  /// How many more clean requests the sample needs before it can certify the level; 0 where it can.
  package var missingForCertificate = 0
  package var heldShares: [HeldShare] = []
  /// Names the regime: prior weights, or a trained model.
  package var model = ""
  /// What is in force, by name: thresholds, budget, hold level.
  package var thresholds: [NamedValue] = []
  /// Agencies with the most alerts of the recent nights.
  package var noisyAgencies: [CountedName] = []
  /// Nights with no rows at all that lie between others.
  package var missingNights: [Night] = []
  /// Missed nights that this run closed.
  package var caughtUpNights: [Night] = []
  /// Whether the recent nights were counted; nights that a run closes on its way to a later one are not.
  package var isMeasured = true
  /// Anything else about the data that somebody should look at, as sentences.
  package var remarks: [String] = []

  package init() {}

  /// How many more clean requests are needed: what the scores say, and never less than the level itself demands.
  package var neededForCertificate: Int {
    guard alertLevel > 0, isMeasured else { return missingForCertificate }
    let smallest = Int(min((1 / alertLevel - 1e-9).rounded(.up), 1e12)) - 1
    return max(missingForCertificate, smallest - calibrationSample, 0)
  }
}

/// A setting or a fact with its value as text.
package struct NamedValue: Hashable, Sendable {
  package var name: String
  package var value: String
  /// The value itself, where it counts something: files for programs have that and not its text.
  package private(set) var count: Int?

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  package init(_ name: String, _ count: Int) {
    self.init(name, Figure.count(count))
    self.count = count
  }
}
