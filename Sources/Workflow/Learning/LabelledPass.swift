import Foundation
import RequestModel
import Scoring
import Statistics
import Storage
import Tuning

/// A log judged once more from nothing, point in time, for the sake of its labels.
struct LabelledPass {
  /// One request as the linear model sees it.
  struct Row: Sendable {
    /// Bits of every look before weights, in registry order.
    var looks: [Double]
    /// What the hand weights' sum adds besides: caps, the habit line.
    var offset: Double
    /// What the memory of the sender's earlier requests adds; applied after the weights.
    var state: Double
  }

  struct LabelledRow: Sendable {
    var labelled: Labelled
    var row: Row
    var labelledAt: Instant
  }

  private(set) var rows: [LabelledRow] = []
  /// Requests as they come, labelled or not, thinned evenly where they are many.
  private(set) var traffic: [Row] = []
  /// Requests judged so far.
  private(set) var requests = 0
  private(set) var nights: ClosedRange<Night>?
  private let setup: EngineSetup
  private let verdicts: [String: StoredVerdict]
  private var agencyCounts: [String: Int] = [:]
  private var stride = 1

  private static let trafficLimit = 20_000

  init(labels: [StoredVerdict], setup: EngineSetup) {
    self.setup = setup
    verdicts = Dictionary(labels.map { ($0.requestID, $0) }) { a, b in a.labelledAt <= b.labelledAt ? b : a }
  }

  mutating func add(_ night: Night, _ outcome: NightOutcome, store: Store) throws {
    nights = (nights?.lowerBound ?? night)...night
    for (assessment, looks) in zip(outcome.assessments, outcome.looks) {
      requests += 1
      agencyCounts[assessment.agencyID, default: 0] += 1
      let verdict = verdicts[assessment.requestID]
      let isSampled = requests % stride == 0
      guard verdict != nil || isSampled else { continue }
      let row = row(assessment, looks)
      if isSampled { sample(row) }
      guard let verdict else { continue }
      let request = try store.request(assessment.requestID)?.request
      rows.append(
        LabelledRow(
          labelled: Labelled(
            requestID: assessment.requestID, receivedAt: assessment.receivedAt, night: night,
            score: assessment.evidence.value, probability: assessment.probability,
            isFraudulent: verdict.label == .fraudulent, scenario: verdict.scenario,
            agencySize: size(of: assessment.agencyID), country: request?.agencyCountry ?? "",
            language: request?.wording?.language ?? ""),
          row: row, labelledAt: verdict.labelledAt))
    }
  }

  private func row(_ assessment: Assessment, _ looks: [Bits]) -> Row {
    let values = looks.map(\.value)
    let state = assessment.reasons.first { $0.detector == "sender_state" }?.contribution.value ?? 0
    let weighed = zip(values, setup.weighting.discounts).reduce(0) { $0 + $1.0 * $1.1 }
    let offset = assessment.evidence.value - state - setup.weighting.baseBits - weighed
    return Row(looks: values, offset: offset, state: state)
  }

  private mutating func sample(_ row: Row) {
    traffic.append(row)
    guard traffic.count >= LabelledPass.trafficLimit else { return }
    traffic = traffic.indices.filter { $0 % 2 == 1 }.map { traffic[$0] }
    stride *= 2
  }

  /// How much the agency had written by then.
  private func size(of agency: String) -> String {
    switch agencyCounts[agency] ?? 0 {
    case ..<30: "under 30 requests"
    case ..<300: "30 to 299 requests"
    default: "300 requests or more"
    }
  }

  /// Judges the logs, or, where there are none, the requests of the workspace's store.
  static func run(
    logs: [String], labels: [StoredVerdict], configuration: Configuration, options: RunOptions
  ) throws -> LabelledPass {
    if logs.isEmpty {
      let store = try StoreAccess.open(path: configuration.store)
      let setup = try EngineSetup.forDesk(configuration, store: store)
      return try StoreAccess.translating(configuration.store) {
        try run(store, labels: labels, setup: setup, configuration: configuration, options: options)
      }
    }
    let key = [UInt8](repeating: 0, count: WorkspaceKey.byteCount)
    let folder = FileManager.default.temporaryDirectory.path
    return try StoreAccess.translating(folder) {
      let store = try Store.temporary(directory: folder)
      _ = try IngestRun.take(
        logs, rejects: "/dev/null", into: store, run: nil, configuration: configuration, key: key, options: options)
      let setup = try EngineSetup(configuration: configuration, key: key)
      return try run(store, labels: labels, setup: setup, configuration: configuration, options: options)
    }
  }

  private static func run(
    _ store: Store, labels: [StoredVerdict], setup: EngineSetup, configuration: Configuration, options: RunOptions
  ) throws -> LabelledPass {
    let fold = BacktestFold(
      store: store, engine: setup.engine(), boundary: try configuration.nightBoundary(),
      holdDays: configuration.holdDays, verdicts: labels)
    var pass = LabelledPass(labels: labels, setup: setup)
    let nights = try store.nightsWithRequests()
    for (place, night) in nights.enumerated() {
      try Signals.checkpoint()
      try pass.add(night, try fold.close(night), store: store)
      options.progress?(Progress(phase: "Judging", done: place + 1, total: nights.count, unit: "nights"))
    }
    return pass
  }
}

extension Store {
  /// Every night that has requests, closed or not, in order.
  fileprivate func nightsWithRequests() throws(StoreError) -> [Night] {
    guard let last = try lastReadNight() else { return [] }
    let closed = try nights(in: Night(day: .min)...last).map(\.night)
    return closed + (try pendingNights(through: last))
  }
}
