import Detection
import Reporting
import RequestModel
import Scoring
import Storage

extension WeeklyDocument {
  /// Weeks of the comparison, this one included.
  private static let weeks = 5
  private static let timelineCount = 12

  /// What is to be said of the seven nights that end with `last`.
  init(
    _ last: Night, recall: NightRecall, store: Store, setup: EngineSetup, configuration: Configuration
  ) throws {
    self.init(lastNight: last, programVersion: RunJournal.programVersion)
    func entry(_ score: StoredScore) throws -> AlertEntry {
      try AlertEntry(recall.assessment(of: score), store: store, setup: setup, configuration: configuration)
    }
    let week = firstNight...last
    alerts = try store.alerts(in: week).map(entry)
    openCallBacks = try store.openAlerts().filter { $0.night <= last }.map(entry)
    verdicts = try store.verdicts(betweenCloses: week).map { VerdictEntry($0) }
    campaigns = try store.campaigns(in: week).map { try CampaignEntry($0, store: store) }
    restatements = try store.restatements(in: week).map { try RestatementEntry($0, store: store) }
    health = try HealthSummary(through: last, store: store, setup: setup, configuration: configuration, isFull: true)
    try count(store, directory: setup.directory)
  }

  /// The agencies' nights and the numbers of the weeks, over five weeks.
  private mutating func count(_ store: Store, directory: AgencyDirectory) throws {
    let nights = 7 * WeeklyDocument.weeks
    let first = lastNight.advanced(by: 1 - nights)
    var byAgency: [String: AgencyTimeline] = [:]
    var totals = [(requests: Int, alerts: Int, held: Int)](repeating: (0, 0, 0), count: WeeklyDocument.weeks)
    let empty = [Int](repeating: 0, count: nights)
    try store.forEachScoreMark(from: first, to: lastNight) { mark in
      let place = first.distance(to: mark.night)
      if byAgency[mark.agencyID] == nil {
        byAgency[mark.agencyID] = AgencyTimeline(
          agencyID: mark.agencyID, agencyName: directory.entry(forAgency: mark.agencyID)?.name ?? "", requests: empty,
          alerts: empty)
      }
      byAgency[mark.agencyID]?.requests[place] += 1
      byAgency[mark.agencyID]?.alerts[place] += mark.isAlert ? 1 : 0
      totals[place / 7].requests += 1
      totals[place / 7].alerts += mark.isAlert ? 1 : 0
      totals[place / 7].held += mark.isHeld ? 1 : 0
    }
    benignSteps = try benignSteps(store)
    requests = totals[WeeklyDocument.weeks - 1].requests
    timelines = Array(
      byAgency.values.filter { $0.requests.suffix(7).contains { $0 > 0 } }.sorted {
        let (a, b) = (
          ($0.alerts.suffix(7).reduce(0, +), $0.requests.suffix(7).reduce(0, +)),
          ($1.alerts.suffix(7).reduce(0, +), $1.requests.suffix(7).reduce(0, +))
        )
        return a != b ? a > b : $0.agencyID < $1.agencyID
      }.prefix(WeeklyDocument.timelineCount))
    func comparison(_ name: String, _ value: ((requests: Int, alerts: Int, held: Int)) -> Int) -> Comparison {
      Comparison(
        name: name, thisWeek: Double(value(totals[totals.count - 1])),
        before: totals.dropLast().map { Double(value($0)) })
    }
    comparisons = [
      comparison("Requests") { $0.requests }, comparison("Alerts") { $0.alerts }, comparison("Held") { $0.held },
    ]
  }

  /// The harmless steps of the week, from the contributions of its scores.
  private func benignSteps(_ store: Store) throws -> [BenignStepEntry] {
    var steps = BenignStepTally()
    for place in 0..<7 {
      for score in try store.scores(of: firstNight.advanced(by: place)) { steps.note(score) }
    }
    return steps.entries
  }
}
