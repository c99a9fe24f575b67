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

/// What the letters of a log are like.
enum Letters {
  /// As the simulator writes them.
  case whole
  /// Cut or filled up so that a row of JSON has a kibibyte.
  case kibibyte
  case none
}

/// Writes about `requests` requests of some 300 agencies at a thousand a day, the last one at the end of `lastDay`.
///
/// - Parameter prefix: Put before every id, so that two logs of one seed share agencies and not requests.
func makeLog(
  _ path: String, requests: Int, daily: Int = 1_000, lastDay: CivilDate, prefix: String = "", letters: Letters = .whole
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
  try Simulation(parameters).run { request in
    var row = request.row
    row.id = prefix + row.id
    let start = bytes.count
    row.appendJSON(to: &bytes)
    if letters != .whole {
      if letters == .none { (row.subject, row.body) = ("", "") } else { row.fit(1024 - (bytes.count - start)) }
      bytes.removeSubrange(start...)
      row.appendJSON(to: &bytes)
    }
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

extension RequestRow {
  /// Makes the letter longer by about so many bytes, by saying it again, or shorter.
  fileprivate mutating func fit(_ surplus: Int) {
    if surplus < 0 {
      body = String(body.dropLast(min(body.count, -surplus)))
    } else if !body.isEmpty {
      body += String(String(repeating: body, count: surplus / body.count + 1).prefix(surplus))
    }
  }
}
