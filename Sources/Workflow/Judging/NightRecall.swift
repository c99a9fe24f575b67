import RequestModel
import Scoring
import Statistics
import Storage

/// Judges closed nights once more, against the state they were judged against: for reasons, explanations and replays.
final class NightRecall {
  private let store: Store
  private let setup: EngineSetup
  private let configuration: Configuration
  private let fullDetail: Bool
  private var nights: [Night: [String: Assessment]] = [:]

  /// - Parameter fullDetail: every look gets a line of its own, however little it weighs.
  init(store: Store, setup: EngineSetup, configuration: Configuration, fullDetail: Bool = false) {
    self.fullDetail = fullDetail
    self.store = store
    self.setup = setup
    self.configuration = configuration
  }

  /// The judgement that the store holds, with its reasons in words where they can be found again.
  ///
  /// Evidence, rank and alert are always the stored ones. Where the state of the night is kept no more, the request is
  /// erased, or the weights are others today, an alert has the sentences of its night and the rest have none.
  func assessment(of score: StoredScore) throws -> Assessment {
    var stored = Assessment(score)
    if let again = try recomputed(score), again.evidence == stored.evidence {
      stored.reasons = again.reasons
      stored.silences = again.silences
      if stored.isAlert {
        stored.alertLevel = again.alertLevel
        stored.counterfactuals = again.counterfactuals
      }
    }
    return stored
  }

  /// The judgement of the request as this program reaches it today; nil where it cannot be reached any more.
  func recomputed(_ score: StoredScore) throws -> Assessment? {
    guard score.night > horizon(score) else { return nil }
    if score.isLate {
      guard let late = try store.request(score.requestID)?.request else { return nil }
      return try judge([late], night: score.night).first
    }
    if nights[score.night] == nil {
      let judged = try judge(try store.requests(of: score.night), night: score.night)
      // One night at a time: a queue names few, and a night of a large log is large.
      nights = [score.night: Dictionary(judged.map { ($0.requestID, $0) }) { a, _ in a }]
    }
    return nights[score.night]?[score.requestID]
  }

  private func judge(_ requests: [Request], night: Night) throws -> [Assessment] {
    let engine = setup.engine()
    return engine.ranked(
      try engine.judge(
        requests, night: night, reader: NightFold.reader(store, before: night), fullDetail: fullDetail))
  }

  /// Before this night no state is kept.
  private func horizon(_ score: StoredScore) -> Night {
    let last = (try? store.closedThrough()) ?? nil
    return (last ?? score.night).advanced(by: -configuration.lateDays)
  }
}
