import Foundation
import Reporting
import RequestModel
import Simulation

/// Writes a labelled log made from a seed: `requests.jsonl`, `labels.csv`, `truth.csv`, and the files beside a
/// log, `agencies.csv` and `calendar.csv`.
package enum SimulateRun {
  package struct Plan: Sendable {
    var parameters: SimulationParameters

    /// - Parameter start: `YYYY-MM-DD`; the default of the simulator where it is no date.
    package init(seed: UInt64, start: String, days: Int, agencies: Int, attacks: Int, requests: Int?) {
      parameters = SimulationParameters(seed: seed, days: days, agencies: agencies, attacks: attacks)
      if let date = CivilDate(start) { parameters.start = date }
      parameters.requests = requests
    }

    /// Leaves attacks and benign oddities out, or attacks out of all but the last three tenths of the days.
    ///
    /// Names are such as `A3` or `B12`, commas between.
    package mutating func leaveOut(_ without: String, early: String) throws(WorkflowError) {
      parameters.excluding = try Plan.scenarios(without)
      parameters.late = try Plan.scenarios(early)
    }

    private static func scenarios(_ list: String) throws(WorkflowError) -> Set<Scenario> {
      var found: Set<Scenario> = []
      for name in list.split(separator: ",") {
        let name = name.trimmingCharacters(in: .whitespaces).uppercased()
        guard let scenario = Scenario(rawValue: name) else {
          throw .usage("\(name) is no scenario. There are A1 to A20 and B1 to B16, commas between.")
        }
        found.insert(scenario)
      }
      return found
    }
  }

  package struct Outcome: Sendable {
    package var requests = 0
    package var labels = 0
    package var frauds = 0
  }

  package static func run(
    _ plan: Plan, folder: String, options: RunOptions
  ) throws -> Outcome {
    try Folder.make(folder)
    var log = try AtomicFile(path: folder + "/requests.jsonl")
    var labels = try AtomicFile(path: folder + "/labels.csv")
    var truth = try AtomicFile(path: folder + "/truth.csv")
    try labels.append(SimulatedRequest.labelHeader)
    try truth.append(SimulatedRequest.truthHeader)
    var outcome = Outcome()
    var line: [UInt8] = []
    let simulation = Simulation(plan.parameters)
    try simulation.run { request in
      line.removeAll(keepingCapacity: true)
      request.row.appendJSON(to: &line)
      try log.append(line)
      line.removeAll(keepingCapacity: true)
      request.appendLabel(to: &line)
      try labels.append(line)
      outcome.labels += line.isEmpty ? 0 : 1
      line.removeAll(keepingCapacity: true)
      request.appendTruth(to: &line)
      try truth.append(line)
      outcome.frauds += request.truth.isFraudulent ? 1 : 0
      outcome.requests += 1
      if outcome.requests % 1_000 == 0 {
        try Signals.checkpoint()
        options.progress?(Progress(phase: "Simulating", done: outcome.requests, total: 0, unit: "requests"))
      }
    }
    try log.commit()
    try labels.commit()
    try truth.commit()
    try writeSideFiles(simulation, folder: folder)
    return outcome
  }

  private static func writeSideFiles(_ simulation: Simulation, folder: String) throws {
    var lines = AgencyListing.header
    for agency in simulation.directory() { agency.append(to: &lines) }
    try AtomicFile.write(lines, to: folder + "/agencies.csv")
    lines = CalendarListing.header
    for day in simulation.calendar() { day.append(to: &lines) }
    try AtomicFile.write(lines, to: folder + "/calendar.csv")
  }
}

extension SimulateRun.Outcome {
  /// The counts as one JSON object.
  package func json(folder: String) -> String {
    JSONValue.object([
      .init("folder", .string(folder)), .init("requests", .integer(requests)), .init("fraudulent", .integer(frauds)),
      .init("labels", .integer(labels)),
    ]).text() + "\n"
  }
}
