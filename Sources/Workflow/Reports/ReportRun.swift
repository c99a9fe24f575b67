import Foundation
import Reporting
package import RequestModel
import Scoring
import Storage

/// The reports of closed nights, made again from the store.
package enum ReportRun {
  package enum Kind: String, CaseIterable, Sendable {
    case nightly, weekly
  }

  /// The path of a page as one JSON object.
  package static func json(page: String) -> String {
    JSONValue.object([.init("report", .string(page))]).text() + "\n"
  }

  /// Writes a report and returns the path of its page.
  ///
  /// - Parameter date: the night, or the last of the seven; the last closed night where there is none.
  package static func run(_ kind: Kind, date: Night?, out: String?, options: RunOptions) throws -> String {
    try DeskStore.read(options) { store, configuration in
      guard let closed = try store.closedThrough() else {
        throw WorkflowError.usage("No night is closed yet. Close one with `countersign nightly`.")
      }
      let night = date ?? closed
      guard night <= closed else {
        throw WorkflowError.usage("Night \(night) is not closed; the last closed one is \(closed).")
      }
      guard try !store.nights(in: Night(day: .min)...night).isEmpty else {
        throw WorkflowError.usage("Night \(night) lies before the first one that was closed.")
      }
      let setup = try EngineSetup.forDesk(configuration, store: store)
      let recall = NightRecall(store: store, setup: setup, configuration: configuration)
      let reports = configuration.reports as NSString
      switch kind {
      case .nightly:
        let folder = out ?? reports.appendingPathComponent(night.description)
        let assessments = try store.scores(closedWith: night).map { score throws in
          score.isAlert ? try recall.assessment(of: score) : Assessment(score)
        }
        let document = try NightlyDocument(
          night, assessments: assessments.filter { !$0.isLate }, late: assessments.filter(\.isLate), store: store,
          setup: setup, configuration: configuration)
        return try NightReports.write(document, to: folder)
      case .weekly:
        let folder = out ?? reports.appendingPathComponent("week-\(night)")
        let document = try WeeklyDocument(
          night, recall: recall, store: store, setup: setup, configuration: configuration)
        return try NightReports.write(document, to: folder)
      }
    }
  }
}
