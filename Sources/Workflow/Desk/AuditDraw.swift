import Ingestion
import RequestModel
import Statistics
import Storage
import Tuning

/// The requests of closed nights that the workspace's key draws by lot, to be verified whatever their score.
struct AuditDraw {
  private let lot: AuditLot

  /// - Parameter percent: from above 0 to 100.
  /// - Throws: `keyUnusable` where the workspace has no key: another would draw others.
  init(percent: Double, configuration: Configuration) throws(WorkflowError) {
    let key = try WorkspaceKey.read(path: configuration.keyFile)
    let (k0, k1) = Pseudonymizer(key: key).subkey(for: "audit lot")
    lot = AuditLot(share: percent / 100, hash: SipHash(k0: k0, k1: k1))
  }

  /// What was drawn of these nights, in order, and how many requests they had.
  func drawn(_ store: Store, in nights: ClosedRange<Night>) throws -> (requestIDs: [String], requests: Int) {
    var (drawn, requests): ([(night: Night, id: String)], Int) = ([], 0)
    try store.forEachScoreMark(from: nights.lowerBound, to: nights.upperBound) { mark in
      requests += 1
      if lot.draws(mark.requestID) { drawn.append((mark.night, mark.requestID)) }
    }
    drawn.sort { ($0.night, $0.id) < ($1.night, $1.id) }
    return (drawn.map(\.id), requests)
  }

  /// What labels say of the closed nights, as far as all that was drawn has one.
  func findings(_ store: Store, labels: KnownLabels) throws -> AuditFindings {
    var findings = AuditFindings()
    var night: [AuditFindings.Request] = []
    var current: Night?
    guard let closed = try store.closedThrough() else { return findings }
    let first = Night(day: -1_000_000)
    var found: Set<String> = []
    try store.forEachScoreMark(from: first, to: closed) { mark in
      if mark.isAlert, let campaign = mark.campaignID { found.insert(campaign) }
    }
    try store.forEachScoreMark(from: first, to: closed) { mark in
      if let current, current != mark.night {
        findings.add(night)
        night = []
      }
      current = mark.night
      night.append(
        .init(
          isDrawn: lot.draws(mark.requestID),
          isFound: mark.isAlert || mark.campaignID.map(found.contains) == true,
          isFraudulent: labels[mark.requestID].map { $0.label == .fraudulent }))
    }
    if current != nil { findings.add(night) }
    return findings
  }
}
