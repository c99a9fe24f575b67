import RequestModel
import Simulation

/// Small logs that the suites share, made once.
enum SimulatedWorld {
  static func parameters(
    seed: UInt64 = 4, days: Int = 400, agencies: Int = 70, attacks: Int = 40, requests: Int = 3_000
  ) -> SimulationParameters {
    var parameters = SimulationParameters(seed: seed, days: days, agencies: agencies, attacks: attacks)
    parameters.requests = requests
    return parameters
  }

  static func rows(_ parameters: SimulationParameters) -> [SimulatedRequest] {
    var rows: [SimulatedRequest] = []
    Simulation(parameters).run { rows.append($0) }
    return rows
  }

  static func jsonLines(_ rows: [SimulatedRequest]) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in rows { row.row.appendJSON(to: &bytes) }
    return bytes
  }

  /// A year and a bit with every scenario.
  static let full = rows(parameters())

  static let genuine = full.filter { !$0.truth.isFraudulent }
  static let forged = full.filter(\.truth.isFraudulent)

  /// The forged requests of each campaign of a scenario.
  static func campaigns(_ scenario: Scenario, in rows: [SimulatedRequest] = full) -> [[SimulatedRequest]] {
    let ours = rows.filter { $0.truth.isFraudulent && $0.truth.scenario == scenario }
    return Set(ours.map(\.truth.campaign)).sorted().map { name in ours.filter { $0.truth.campaign == name } }
  }
}

extension SimulatedRequest {
  var domain: String { String(row.senderEmail.split(separator: "@").last ?? "") }

  /// Hours after local midnight by the offset that the row is written with.
  var writtenHour: Int {
    Int((row.receivedAt.seconds + Int64(row.offsetMinutes) * 60).flooredRemainder(by: 86_400) / 3_600)
  }
}
