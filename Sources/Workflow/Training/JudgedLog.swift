import RequestModel
import Scoring
import Statistics
import Storage

/// The judged requests of a log, gathered night by night, in order.
///
/// Every labelled request is kept. Of the others at most about `limit`: from there on every second by the hash of its id,
/// each standing for two, and so on. The same log gives the same rows, however it was cut into files.
struct JudgedLog: Sendable {
  static let limit = 60_000
  private(set) var rows: [JudgedRequest] = []
  /// How many requests were judged.
  private(set) var requests = 0
  /// Requests of every agency.
  private(set) var agencies: [String: Int] = [:]
  private(set) var first: Night?
  private(set) var last: Night?
  private let labelled: Set<String>
  private var share: UInt64 = 1
  private var unlabelled = 0

  init(labelled: Set<String>) { self.labelled = labelled }

  mutating func add(_ row: JudgedRequest) {
    requests += 1
    agencies[row.agencyID, default: 0] += 1
    first = min(first ?? row.night, row.night)
    last = max(last ?? row.night, row.night)
    guard isKept(row) else { return }
    rows.append(row)
    if !labelled.contains(row.requestID) { unlabelled += 1 }
    while unlabelled > JudgedLog.limit {
      share *= 2
      rows = rows.filter(isKept)
      unlabelled = rows.count { !labelled.contains($0.requestID) }
    }
  }

  /// Adds a judged night; `requests` are its requests where their fields are asked for.
  mutating func add(_ outcome: NightOutcome, requests: [Request] = []) {
    let known = Dictionary(requests.map { ($0.id, $0) }) { a, _ in a }
    for (place, assessment) in outcome.assessments.enumerated() {
      var row = JudgedRequest(
        assessment, trace: place < outcome.traces.count ? outcome.traces[place] : nil)
      row.describe(known[row.requestID])
      add(row)
    }
  }

  /// The rows with the weight they stand for.
  var weighted: [JudgedRequest] {
    rows.map { row in
      var row = row
      if !labelled.contains(row.requestID) { row.weight = Double(share) }
      return row
    }
  }

  private func isKept(_ row: JudgedRequest) -> Bool {
    share == 1 || labelled.contains(row.requestID) || SipHash.fixed.hash(row.requestID) & (share - 1) == 0
  }
}
