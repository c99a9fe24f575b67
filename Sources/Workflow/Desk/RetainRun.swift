import Reporting
import RequestModel
import Storage

/// Applies the retention rules of the configuration: `text_days`, `request_days`, `score_days`, `late_days`.
package enum RetainRun {
  /// What was dropped.
  package struct Outcome: Sendable {
    package var hasNights = false
    package var texts = 0
    package var requests = 0
    package var scores = 0
    package var stateValues = 0
  }

  package static func run(options: RunOptions) throws -> Outcome {
    try DeskStore.write(options) { store, configuration in
      var dropped = Outcome()
      guard let closed = try store.closedThrough() else { return (dropped, [:]) }
      dropped.hasNights = true
      if configuration.textDays > 0 {
        dropped.texts = try store.dropTexts(before: closed.advanced(by: 1 - configuration.textDays)).texts
      }
      if configuration.requestDays > 0 {
        let erased = try store.dropFeatures(before: closed.advanced(by: 1 - configuration.requestDays))
        dropped.requests = erased.requests
        dropped.texts += erased.texts
      }
      if configuration.scoreDays > 0 {
        dropped.scores = try store.dropScoreDetails(before: closed.advanced(by: 1 - configuration.scoreDays)).scores
      }
      dropped.stateValues =
        try store.sweepState(keepingNightsFrom: closed.advanced(by: -configuration.lateDays)).stateVersions
      try StoreAccess.compact(store, path: configuration.store)
      return (dropped, dropped.counts)
    }
  }
}

extension RetainRun.Outcome {
  fileprivate var counts: [String: Int] {
    ["texts": texts, "requests": requests, "scores": scores, "state": stateValues]
  }

  /// What a person should know.
  package var line: String {
    guard hasNights else { return "No night is closed yet; nothing to do." }
    return "Dropped \(Figure.counted(texts, "text")), the content of \(Figure.counted(requests, "request")), "
      + "the details of \(Figure.counted(scores, "score")), "
      + "\(Figure.counted(stateValues, "old value", "old values")) of the state."
  }

  /// The same as one JSON object.
  package var json: String {
    JSONValue.object([
      .init("texts", .integer(texts)), .init("requests", .integer(requests)), .init("scores", .integer(scores)),
      .init("state_values", .integer(stateValues)),
    ]).text() + "\n"
  }
}
