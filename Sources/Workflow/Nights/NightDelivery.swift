import Foundation
import RequestModel
import Scoring
import Storage

/// The nights whose scores and reports were not yet all written when the run that closed them came to its end.
///
/// A night is closed in one transaction, and its files are written after it. The transaction notes the first night of
/// the run that still has files to come; a run that lives to write them takes the note away. One that is killed leaves
/// it, and the next run writes those nights' files from the store, before it closes any other.
enum NightDelivery {
  /// The setting that holds the note.
  static let setting = "undelivered_from"

  /// The nights that are closed and not delivered, ascending; empty but after a run that was killed.
  static func missing(_ store: Store) throws -> [StoredNight] {
    guard let first = try store.setting(setting).flatMap({ Night($0) }), let last = try store.closedThrough(),
      first <= last
    else { return [] }
    return try store.nights(in: first...last)
  }

  /// Writes the files of closed nights whose page is not where reports stand, as far back as their state is kept: older
  /// ones would have no sentences.
  ///
  /// - Returns: the nights.
  static func makeAgain(
    _ store: Store, setup: EngineSetup, configuration: Configuration, isNamed: Bool
  ) throws -> [Night] {
    guard let last = try store.closedThrough() else { return [] }
    let waiting = try missing(store).first?.night
    let absent = try store.nights(in: last.advanced(by: 1 - configuration.lateDays)...last).filter {
      $0.night < waiting ?? $0.night.advanced(by: 1)
        && !FileManager.default.fileExists(atPath: NightReports.page(of: $0.night, configuration))
    }
    let recall = NightRecall(store: store, setup: setup, configuration: configuration)
    for night in absent {
      try Signals.checkpoint()
      _ = try NightReports.write(
        try self.recall(night, store: store, recall: recall), store: store, setup: setup, configuration: configuration,
        intake: IntakeTally(), isNamed: isNamed, closed: [night.night])
    }
    return absent.map(\.night)
  }

  /// Notes from which night on files are to come; nil: none.
  static func note(_ night: Night?, in store: Store) throws {
    let text = night?.description
    if try store.setting(setting) != text { try store.set(setting, to: text) }
  }

  /// The scores of a closed night in the order of a scores file: late ones first, which are of earlier nights.
  static func inOrder(_ scores: [StoredScore]) -> [StoredScore] {
    let late = scores.filter(\.isLate).sorted {
      Arrival($0.receivedAt, id: $0.requestID) < Arrival($1.receivedAt, id: $1.requestID)
    }
    return late + scores.filter { !$0.isLate }
  }

  /// A closed night as its own run had it: the stored judgements, their reasons found again.
  static func recall(_ stored: StoredNight, store: Store, recall: NightRecall) throws -> ClosedNight {
    var outcome = NightOutcome(assessments: [], late: [])
    for score in try store.scores(closedWith: stored.night) {
      let assessment = try recall.assessment(of: score)
      if assessment.isLate { outcome.late.append(assessment) } else { outcome.assessments.append(assessment) }
    }
    return ClosedNight(night: stored.night, outcome: outcome, stored: stored)
  }
}
