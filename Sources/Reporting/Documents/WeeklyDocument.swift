package import RequestModel

/// Everything a weekly report says: seven nights, and the four weeks before them.
package struct WeeklyDocument: Hashable, Sendable {
  /// One agency's nights, oldest first; the last seven are this week's.
  package struct AgencyTimeline: Hashable, Sendable {
    package var agencyID: String
    package var agencyName: String
    package var requests: [Int]
    package var alerts: [Int]

    package init(agencyID: String, agencyName: String, requests: [Int], alerts: [Int]) {
      self.agencyID = agencyID
      self.agencyName = agencyName
      self.requests = requests
      self.alerts = alerts
    }
  }

  /// A number of this week beside the same number of the four weeks before, oldest first.
  package struct Comparison: Hashable, Sendable {
    package var name: String
    package var thisWeek: Double
    package var before: [Double]
    /// Decimals to show.
    package var decimals: Int

    package init(name: String, thisWeek: Double, before: [Double], decimals: Int = 0) {
      self.name = name
      self.thisWeek = thisWeek
      self.before = before
      self.decimals = decimals
    }

    /// The mean of the weeks before; nil where there were none.
    package var usual: Double? { before.isEmpty ? nil : before.reduce(0, +) / Double(before.count) }
  }

  /// The last night of the seven.
  package var lastNight: Night
  package var programVersion: String
  package var requests = 0
  /// Every alert of the week, oldest night first, by rank within.
  package var alerts: [AlertEntry] = []
  /// Alerts still without a verdict, of this week or before, heaviest first.
  package var openCallBacks: [AlertEntry] = []
  package var verdicts: [VerdictEntry] = []
  package var campaigns: [CampaignEntry] = []
  package var restatements: [RestatementEntry] = []
  package var benignSteps: [BenignStepEntry] = []
  package var timelines: [AgencyTimeline] = []
  package var comparisons: [Comparison] = []
  package var health = HealthSummary()

  package init(lastNight: Night, programVersion: String) {
    self.lastNight = lastNight
    self.programVersion = programVersion
  }

  package var firstNight: Night { lastNight.advanced(by: -6) }
}
