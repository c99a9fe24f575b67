import Foundation
import RequestModel
import Scoring
import Storage

/// Judges a log, or the requests of a store, from nothing and point in time, for training and measuring.
struct LogReplay {
  var configuration: Configuration
  var options: RunOptions
  /// Whether the rows hold the parts of the evidence.
  var keepsTraces = false

  /// A log read into a store that is thrown away, under a key that protects nothing: the same log gives the same bytes.
  ///
  /// - Parameters:
  ///   - place: a path beside which rejected rows are written, where `rejects` names no file.
  ///   - listsRepairs: whether what was repaired is written down beside the rejects.
  static func store(
    of logs: [String], rejects: String?, beside place: String = "training.sqlite", configuration: Configuration,
    options: RunOptions, listsRepairs: Bool = false
  ) throws -> (store: Store, intake: IngestRun.Outcome, key: [UInt8]) {
    try InputFile.check(logs)
    let key = [UInt8](repeating: 0, count: WorkspaceKey.byteCount)
    let directory = FileManager.default.temporaryDirectory.path
    let store = try StoreAccess.mapping(directory) { () throws(StoreError) in
      try Store.temporary(directory: directory)
    }
    var intake = configuration
    intake.store = place
    intake.keyFile = ""
    intake.keepText = false
    let taken = try IngestRun.take(
      logs, rejects: rejects, into: store, run: nil, configuration: intake, key: key, options: options,
      listsRepairs: listsRepairs)
    return (store, taken, key)
  }

  /// Folds every night of `store` anew, with `verdicts` acting each from its own time on, or not at all.
  func judge(
    _ store: Store, verdicts: [StoredVerdict], key: [UInt8], verdictsAct: Bool = true
  ) throws -> (log: JudgedLog, setup: EngineSetup) {
    let setup = try EngineSetup(configuration: configuration, key: key)
    let fold = BacktestFold(
      store: store, engine: setup.engine(), boundary: try configuration.nightBoundary(),
      holdDays: configuration.holdDays, verdicts: verdictsAct ? verdicts : [])
    fold.engine.keepsTraces = keepsTraces
    fold.engine.narrates = false
    var log = JudgedLog(labelled: Set(verdicts.map(\.requestID)))
    let nights = try LogReplay.nights(of: store)
    for (place, night) in nights.enumerated() {
      try Signals.checkpoint()
      let requests = try store.requests(of: night)
      log.add(try fold.close(night), requests: requests)
      options.progress?(Progress(phase: "Judging", done: place + 1, total: nights.count, unit: "nights"))
    }
    return (log, setup)
  }

  /// The closed scores of a store as they stand.
  static func scores(of store: Store, labels: KnownLabels) throws -> JudgedLog {
    var log = JudgedLog(labelled: labels.requestIDs)
    try store.forEachNightOfScores(from: Night(day: -1_000_000), to: Night(day: 10_000_000)) { night, scores in
      let known = Dictionary(try store.requests(of: night).map { ($0.id, $0) }) { a, _ in a }
      for score in scores {
        var row = JudgedRequest(Assessment(score))
        row.describe(known[row.requestID])
        log.add(row)
      }
    }
    return log
  }

  /// The nights with requests, closed or not, in order.
  private static func nights(of store: Store) throws -> [Night] {
    var nights: [Night] = []
    if let closed = try store.closedThrough() {
      try store.forEachNightOfScores(from: Night(day: -1_000_000), to: closed) { night, _ in nights.append(night) }
    }
    guard let last = try store.lastReadNight() else { return nights }
    return nights + (try store.pendingNights(through: last))
  }
}
