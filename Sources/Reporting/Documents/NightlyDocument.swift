package import RequestModel
package import Scoring

/// Everything a nightly report says, before any form is chosen.
///
/// A pure value: two equal documents render to the same bytes in every form.
package struct NightlyDocument: Hashable, Sendable {
  package var night: Night
  package var programVersion: String
  package var intake = IntakeSummary()
  package var nightsClosed: [Night] = []
  /// Requests scored in the night.
  package var scored = 0
  /// In the order of their rank.
  package var queue: [AlertEntry] = []
  /// Alerts of earlier nights that no verdict has closed yet.
  package var openBefore = 0
  package var campaigns: [CampaignEntry] = []
  package var restatements: [RestatementEntry] = []
  package var benignSteps: [BenignStepEntry] = []
  /// The agencies that are easiest to warm up for a forgery; empty where that was not asked for.
  package var warmUp: [WarmUpBudget] = []
  package var health = HealthSummary()
  /// Where the document is that of a backtest: `queue` and `scored` are then those of all its nights.
  package var backtest: BacktestSummary?

  package init(night: Night, programVersion: String) {
    self.night = night
    self.programVersion = programVersion
  }
}
