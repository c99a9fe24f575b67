import Foundation
import Reporting
import RequestModel
import Scoring
import Storage

/// Writes what a closed night leaves for people and machines: a folder a night, every file whole or not at all.
enum NightReports {
  /// - Parameters:
  ///   - isNamed: the caller asked for one scores file; the night's own is left out then.
  ///   - closed: the nights that this run closes.
  ///   - warmUp: whether the agencies that are easiest to poison are worked out, which takes seconds.
  /// - Returns: the path of the page.
  static func write(
    _ closed: ClosedNight, store: Store, setup: EngineSetup, configuration: Configuration, intake: IntakeTally,
    isNamed: Bool, closed nights: [Night], warmUp: Bool = false
  ) throws -> String {
    var document = try NightlyDocument(
      closed.night, assessments: closed.outcome.assessments, late: closed.outcome.late, store: store, setup: setup,
      configuration: configuration,
      hasFullHealth: closed.night == nights.last)
    document.intake = intake.summary
    document.nightsClosed = nights
    if nights.count > 1 { document.health.caughtUpNights = Array(nights.dropLast()) }
    if warmUp {
      document.warmUp = try WarmUpRun.easiest(
        NightReports.easiest, store: store, setup: setup, closed: closed.night)
    }
    let folder = folder(of: closed.night, configuration)
    try Folder.make(folder)
    if !isNamed {
      var file = try ScoresFile(path: folder + "/scores.jsonl", threads: configuration.threads)
      try file.append(closed.outcome)
      try file.commit()
    }
    return try write(document, to: folder)
  }

  private static func folder(of night: Night, _ configuration: Configuration) -> String {
    (configuration.reports as NSString).appendingPathComponent(night.description)
  }

  /// Where the page of a night stands.
  static func page(of night: Night, _ configuration: Configuration) -> String {
    folder(of: night, configuration) + "/" + pageName
  }

  /// The page of a report, written last: where it stands, the others do too.
  private static let pageName = "report.html"

  /// What a folder of results may hold.
  static let fileNames: Set = ["alerts.csv", "report.json", "report.md", pageName, "scores.jsonl"]

  /// Agencies whose warm-up budget a report lists.
  static let easiest = 10

  /// Writes a night's document in all its forms; returns the path of the page.
  static func write(_ document: NightlyDocument, to folder: String) throws -> String {
    try write(document.page, json: document.json, alerts: document.queue, to: folder)
  }

  /// Writes a week's document in all its forms; returns the path of the page.
  static func write(_ document: WeeklyDocument, to folder: String) throws -> String {
    try write(document.page, json: document.json, alerts: document.alerts, to: folder)
  }

  private static func write(
    _ page: ReportPage, json: JSONValue, alerts: [AlertEntry], to folder: String
  ) throws -> String {
    try Folder.make(folder)
    try AtomicFile.write(AlertTable.csv(alerts), to: folder + "/alerts.csv")
    try AtomicFile.write(json.bytes(indented: true), to: folder + "/report.json")
    try AtomicFile.write(page.markdown(), to: folder + "/report.md")
    try AtomicFile.write(page.html(), to: folder + "/" + pageName)
    return folder + "/" + pageName
  }
}

/// Folders for results, which only their owner may enter.
enum Folder {
  static func make(_ path: String) throws(WorkflowError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw .outputUnwritable(path: path, reason: "the folder cannot be made") }
  }
}
