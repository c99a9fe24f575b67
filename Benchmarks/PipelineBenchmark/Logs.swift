import Foundation
import RequestModel
import Simulation

/// A log file that the simulator wrote.
struct Log {
  var path: String
  var requests: Int
  var bytes: Int
  var bytesEach: Int { bytes / max(1, requests) }
}

/// Writes about `requests` requests of some 300 agencies at a thousand a day, the last one at the end of `lastDay`.
///
/// - Parameters:
///   - prefix: Put before every id, so that two logs of one seed share agencies and not requests.
///   - isExact: Leaves requests out, evenly, until there are no more than `requests`: a working day alone has twice the
///     mean of its week.
func makeLog(
  _ path: String, requests: Int, daily: Int = 1_000, lastDay: CivilDate, prefix: String = "", hasLetters: Bool = true,
  isExact: Bool = false
) throws -> Log {
  let days = max(1, requests / daily)
  var parameters = SimulationParameters(seed: 7, days: days, agencies: 300, attacks: days / 10)
  parameters.start = CivilDate(daysSinceEpoch: lastDay.daysSinceEpoch - Int32(days) + 1)
  parameters.requests = requests
  parameters.growth = 0
  parameters.emergencyGrowth = 0
  guard FileManager.default.createFile(atPath: path, contents: nil) else { throw CocoaError(.fileWriteUnknown) }
  guard let file = FileHandle(forWritingAtPath: path) else { throw CocoaError(.fileNoSuchFile) }
  var log = Log(path: path, requests: 0, bytes: 0)
  var bytes: [UInt8] = []
  var (place, whole) = (0, 0)
  if isExact { Simulation(parameters).run { _ in whole += 1 } }
  try Simulation(parameters).run { request in
    defer { place += 1 }
    if whole > requests, place * requests / whole == (place + 1) * requests / whole { return }
    var row = request.row
    row.id = prefix + row.id
    if !hasLetters { (row.subject, row.body) = ("", "") }
    row.appendJSON(to: &bytes)
    log.requests += 1
    if bytes.count >= 1 << 20 {
      log.bytes += bytes.count
      try file.write(contentsOf: bytes)
      bytes.removeAll(keepingCapacity: true)
    }
  }
  log.bytes += bytes.count
  try file.write(contentsOf: bytes)
  try file.close()
  return log
}

/// Where histories end and nights begin.
let lastDay = CivilDate(year: 2024, month: 6, day: 30)
