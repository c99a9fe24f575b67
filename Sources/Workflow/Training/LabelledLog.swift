import Foundation
import Reporting
import RequestModel
import Storage

/// The log that labels belong to: files, or the store.
enum LabelledLog {
  /// Opens the requests that `logs` hold, or the store's where there are none, to look at them.
  static func open<Value>(
    _ logs: [String], rejects: String?, replay: LogReplay, _ body: (Store, [UInt8]) throws -> Value
  ) throws -> (value: Value, hasLosses: Bool) {
    if logs.isEmpty {
      return try DeskStore.read(replay.options) { store, configuration in
        let key = (try? WorkspaceKey.read(path: configuration.keyFile)) ?? WorkspaceKey.fresh()
        return (try body(store, key), false)
      }
    }
    let (store, intake, key) = try LogReplay.store(
      of: logs, rejects: rejects, configuration: replay.configuration, options: replay.options)
    let value = try StoreAccess.translating(FileManager.default.temporaryDirectory.path) { try body(store, key) }
    return (value, intake.tally.hasLosses)
  }

  /// By when everything that is looked at was known: the end of the log, or the last label after it.
  static func end(of log: JudgedLog, labels: KnownLabels, configuration: Configuration) throws -> Instant {
    let boundary = try configuration.nightBoundary()
    let night = log.last.map { boundary.end(of: $0) } ?? Instant(microseconds: 0)
    let label = labels.held.values.map(\.labelledAt.microseconds).max() ?? 0
    return max(night, Instant(microseconds: label + 1))
  }
}

extension SideFiles.Labels {
  /// Sets aside what is dated before its request, and says so; and says which requests the log does not have.
  mutating func hold(against store: Store, say: (String) -> Void) throws {
    var arrivals: [String: Instant] = [:]
    var strangers = 0
    for id in Set(verdicts.map(\.requestID)) {
      arrivals[id] = try store.request(id)?.request.receivedAt
      if arrivals[id] == nil { strangers += 1 }
    }
    setAsideImpossible(now: nil) { arrivals[$0] }
    if let impossibility { say(impossibility) }
    if strangers > 0 {
      say(
        "\(path): \(Figure.counted(strangers, "label names a request that is", "labels name requests that are")) not in "
          + "the log, and nothing is done with them.")
    }
  }
}

extension KnownLabels {
  /// Over the labels that hold, by request id.
  var digest: [UInt8] {
    Digesting.digest(
      held.sorted { $0.key < $1.key }.map {
        Array("\($0.key) \($0.value.label.rawValue) \($0.value.labelledAt.microseconds)".utf8)
      })
  }
}
