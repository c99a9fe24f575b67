import Foundation
import Reporting
import RequestModel
import Storage

/// What the store holds and what is in force: nights closed, last run, backlog, open alerts.
package enum StatusRun {
  /// The status as lines for people, or as one JSON object.
  package static func run(asJSON: Bool, options: RunOptions) throws -> String {
    try DeskStore.read(options) { store, configuration in
      let status = try Status(store: store, configuration: configuration)
      return asJSON ? status.json.text(indented: true) : status.text
    }
  }
}

private struct Status {
  let closedThrough: Night?
  let nights: Int
  let night: StoredNight?
  let lastRead: Night?
  let backlog: [Night]
  let late: Int
  let openAlerts: Int
  let lastRuns: [StoredRun]
  let model: String
  let threshold: Double?
  let configuration: Configuration

  init(store: Store, configuration: Configuration) throws {
    self.configuration = configuration
    closedThrough = try store.closedThrough()
    night = try closedThrough.flatMap { try store.night($0) }
    nights = try closedThrough.map { try store.nights(in: Night(day: .min)...$0).count } ?? 0
    lastRead = try store.lastReadNight()
    backlog = try lastRead.map { try store.pendingNights(through: $0) } ?? []
    late = try store.lateRequests().count
    openAlerts = try store.openAlerts().count
    lastRuns = try store.lastRuns(1)
    model = configuration.model.isEmpty ? "prior weights" : configuration.model
    threshold = try Threshold.inForce(store, configuration)
  }

  private var stateDigest: String? {
    night.map { Hexadecimal.text($0.digests.state) }
  }

  var json: JSONValue {
    .object([
      .init("store", .string(configuration.store)), .init("nights_closed", .integer(nights)),
      .init("closed_through", .text(closedThrough?.description)), .init("state_digest", .text(stateDigest)),
      .init("last_read_night", .text(lastRead?.description)),
      .init("backlog_nights", .array(backlog.map { .string($0.description) })),
      .init("late_requests_waiting", .integer(late)), .init("open_alerts", .integer(openAlerts)),
      .init("last_run", lastRuns.first.map(Status.json) ?? .null), .init("model", .string(model)),
      .init("threshold_bits", .optional(threshold)), .init("alert_budget", .integer(configuration.alertBudget)),
      .init("alert_floor_p", .number(configuration.alertFloorP)), .init("hold_bits", .number(configuration.holdBits)),
    ])
  }

  private static func json(_ run: StoredRun) -> JSONValue {
    .object([
      .init("run", .integer(Int(run.id.rawValue))), .init("command", .string(run.command)),
      .init("started_at", .string(run.startedAt.utcText)), .init("ended_at", .text(run.endedAt?.utcText)),
      .init("exit_status", .optional(run.exitStatus)), .init("host", .string(run.host)),
      .init("version", .string(run.version)),
    ])
  }

  var text: String {
    var lines = ["Store          \(configuration.store)"]
    lines.append("Nights closed  " + (closedThrough.map { "\(nights), through \($0)" } ?? "none"))
    if let night {
      let counts = night.counts
      lines.append(
        "Last night     \(Figure.counted(counts.requests, "request")), \(Figure.counted(counts.alerts, "alert")), "
          + "\(counts.held) held")
    }
    let waiting =
      switch backlog.count {
      case 0: "none"
      case 1: "\(backlog[0])"
      default: "\(backlog.count), \(backlog[0]) to \(backlog[backlog.count - 1])"
      }
    lines.append("Open nights    \(waiting)")
    if late > 0 { lines.append("Late rows      \(late), taught with the next night that closes") }
    lines.append("Open alerts    \(openAlerts)")
    if let run = lastRuns.first {
      let end = run.exitStatus.map { "exit status \($0)" } ?? "not ended"
      lines.append("Last run       \(Terminal.plain(run.command)), \(run.startedAt.utcText), \(end)")
    }
    lines.append("Model          \(model)")
    let level = threshold.map { Figure.decimal($0, 2) + " bits (tuned)" } ?? "p ≤ \(configuration.alertFloorP)"
    lines.append("Alerts         at most \(configuration.alertBudget) a night, \(level)")
    if let stateDigest { lines.append("State digest   \(stateDigest)") }
    return lines.joined(separator: "\n") + "\n"
  }
}
