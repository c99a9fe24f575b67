import Detection
import Foundation
import Reporting
import RequestModel
import Scoring
import Statistics
import Storage

/// How easily agencies can be warmed up for a forgery, from the store's state as it stands.
package enum WarmUpRun {
  /// Days that a warm-up is followed for: patient thieves are a matter of weeks.
  package static let horizon = 60
  /// Agencies whose warm-up is played for the list of the easiest; the rest stand further from passing.
  static let played = 20

  /// The budget of one agency as text for a terminal, or as JSON.
  package static func run(
    agencyID: String, asJSON: Bool, usesColour: Bool, options: RunOptions
  ) throws -> String {
    try DeskStore.read(options) { store, configuration in
      guard let closed = try store.closedThrough() else {
        throw WorkflowError.usage("No night is closed yet. Close one with `countersign nightly`.")
      }
      let setup = try EngineSetup.forDesk(configuration, store: store)
      let background = try background(store, through: closed) { $0 == agencyID }[agencyID] ?? []
      let rehearsal = rehearsal(background, store: store, setup: setup, closed: closed)
      guard let budget = try rehearsal.budget(agencyID: agencyID, horizon: horizon) else {
        throw WorkflowError.usage(
          "Agency \(agencyID) sent nothing from an account in the \(WarmUpRehearsal.period) nights up to \(closed).")
      }
      if asJSON { return budget.json.text(indented: true) + "\n" }
      return budget.text(style: TerminalStyle(usesColour: usesColour))
    }
  }

  /// The budgets of the `count` agencies that are easiest to poison, the easiest first.
  ///
  /// Agencies are chosen by how far the forgery stands above the alert level today; of the nearest, warm-ups are played.
  static func easiest(_ count: Int, store: Store, setup: EngineSetup, closed: Night) throws -> [WarmUpBudget] {
    let backgrounds = try background(store, through: closed) { _ in true }
    var nearest: [(agency: String, distance: Double)] = []
    let engine = try rehearsal([], store: store, setup: setup, closed: closed).standing(
      Array(backgrounds.values.joined()))
    for (agency, requests) in backgrounds {
      guard let distance = WarmUpRehearsal.distance(of: agency, requests, on: engine, after: closed) else { continue }
      nearest.append((agency, distance))
    }
    nearest.sort { ($0.distance, $0.agency) < ($1.distance, $1.agency) }
    let budgets = try nearest.prefix(max(count, played)).compactMap { near in
      try rehearsal(backgrounds[near.agency] ?? [], store: store, setup: setup, closed: closed)
        .budget(agencyID: near.agency, horizon: horizon)
    }
    return Array(budgets.sorted { $0.precedes($1) }.prefix(count))
  }

  private static func rehearsal(
    _ background: [Request], store: Store, setup: EngineSetup, closed: Night
  ) -> WarmUpRehearsal {
    WarmUpRehearsal(
      engine: { setup.engine() }, reader: NightFold.reader(store, before: closed.advanced(by: 1)), night: closed,
      background: background)
  }

  /// The on-time requests of the last four weeks, by agency.
  private static func background(
    _ store: Store, through closed: Night, of isWanted: (String) -> Bool
  ) throws -> [String: [Request]] {
    var out: [String: [Request]] = [:]
    let first = closed.advanced(by: 1 - Int(WarmUpRehearsal.period))
    try store.forEachRequest(from: first, to: closed) { dated in
      let agency = dated.request.agencyID
      if isWanted(agency) { out[agency, default: []].append(dated.request) }
    }
    return out
  }
}
