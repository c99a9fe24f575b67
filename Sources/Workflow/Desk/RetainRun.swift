import RequestModel
import Storage

/// Applies the retention rules of the configuration: `text_days`, `request_days`, `score_days`, `late_days`.
package enum RetainRun {
  package static func run(options: RunOptions) throws -> String {
    try DeskStore.write(options) { store, configuration in
      guard let closed = try store.closedThrough() else { return ("No night is closed yet; nothing to do.", [:]) }
      var requests = 0
      var scores = 0
      var texts = 0
      if configuration.textDays > 0 {
        texts = try store.dropTexts(before: closed.advanced(by: 1 - configuration.textDays)).texts
      }
      if configuration.requestDays > 0 {
        let dropped = try store.dropFeatures(before: closed.advanced(by: 1 - configuration.requestDays))
        requests = dropped.requests
        texts += dropped.texts
      }
      if configuration.scoreDays > 0 {
        scores = try store.dropScoreDetails(before: closed.advanced(by: 1 - configuration.scoreDays)).scores
      }
      let versions = try store.sweepState(keepingNightsFrom: closed.advanced(by: -configuration.lateDays)).stateVersions
      try store.compact()
      let line =
        "Dropped \(texts) texts, the content of \(requests) requests, the details of \(scores) scores, "
        + "\(versions) old values of the state."
      return (line, ["texts": texts, "requests": requests, "scores": scores, "state": versions])
    }
  }
}
