package import RequestModel

/// What the runs of a workspace go by: defaults, overlaid by `countersign.yaml`, by `COUNTERSIGN_*` variables, by options.
///
/// Paths are absolute, or relative to the working directory; an empty path stands for "none".
package struct Configuration: Hashable, Sendable {
  // Files
  package var store = "countersign.sqlite"
  package var keyFile = "countersign.key"
  package var reports = "Reports"
  package var agencyDirectory = ""
  package var calendar = ""
  package var mapping = ""
  /// The folder of a trained model; empty for the prior weights.
  package var model = ""
  /// A file of forger habits that replaces the built-in one.
  package var forgerPrior = ""

  // Nights
  package var timeZone = "UTC"
  /// The hour of `timeZone` at which a night begins, 0 to 23.
  package var nightHour = 0
  package var earliestDate = CivilDate(year: 2000, month: 1, day: 1)
  package var lateDays = 35

  // Learning
  package var halfLifeDays = 90.0
  package var senderStateHalfLifeDays = 15.0
  /// Posterior log2 odds above which a request teaches nothing.
  package var holdBits = 0.5
  package var holdDays = 60

  // Alerts
  package var alertBudget = 10
  package var alertFloorP = 0.01

  // Privacy
  package var senderDisplay = SenderDisplay.full
  /// Whether the wording itself is kept beside its features.
  package var keepText = false
  /// Nights for which the wording itself is kept; 0 for ever.
  package var textDays = 400
  /// Nights for which the content of requests is kept: wording features, targets and all; 0 for ever.
  package var requestDays = 0
  /// Nights for which the details of scores are kept; 0 for ever.
  package var scoreDays = 0

  // Limits
  package var maximumLineBytes = 16 << 20
  package var maximumTargets = 10_000
  package var maximumBodyBytes = 1 << 20
  /// Worker threads; 0 for one a core.
  package var threads = 0

  package init() {}

  /// How much of a sender's address reports show.
  package enum SenderDisplay: String, CaseIterable, Sendable {
    case full, domain, hidden
  }
}
