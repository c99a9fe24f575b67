import Foundation
import GRDB
package import RequestModel

/// What an old score would be today: written beside it, never over it.
package struct StoredRestatement: Hashable, Sendable {
  package var requestID: String
  /// The night whose close found it.
  package var night: Night
  /// In units of 2⁻²⁰ bit.
  package var oldEvidence: Int64
  package var newEvidence: Int64
  /// How much of the difference comes of a campaign; the rest comes of verdicts.
  package var linkage: Int64
  package var why: String

  package init(
    requestID: String, night: Night, oldEvidence: Int64, newEvidence: Int64, linkage: Int64 = 0, why: String
  ) {
    self.requestID = requestID
    self.night = night
    self.oldEvidence = oldEvidence
    self.newEvidence = newEvidence
    self.linkage = linkage
    self.why = why
  }
}

/// Requests that hang together.
package struct StoredCampaign: Hashable, Sendable {
  package var id: String
  package var firstNight: Night
  package var lastNight: Night
  package var kind: String
  /// Request ids, in the order given.
  package var members: [String]

  package init(id: String, firstNight: Night, lastNight: Night, kind: String, members: [String]) {
    self.id = id
    self.firstNight = firstNight
    self.lastNight = lastNight
    self.kind = kind
    self.members = members
  }
}

extension Store {
  /// The restatements that these nights wrote, by (night, bytes of the request id).
  package func restatements(in nights: ClosedRange<Night>) throws(StoreError) -> [StoredRestatement] {
    try restatements("WHERE night BETWEEN ?1 AND ?2 ORDER BY night, request_id") {
      $0.bind(1, nights.lowerBound)
      $0.bind(2, nights.upperBound)
    }
  }

  /// The restatements of one request, the latest first.
  package func restatements(of requestID: String) throws(StoreError) -> [StoredRestatement] {
    try restatements("WHERE request_id = ?1 ORDER BY night DESC") { $0.bind(1, requestID) }
  }

  private func restatements(
    _ condition: String, _ bind: (borrowing Statement) -> Void
  ) throws(StoreError) -> [StoredRestatement] {
    try read { database in
      let query = try Statement(
        database,
        "SELECT request_id, night, old_evidence, new_evidence, linkage, why FROM restatements \(condition)")
      bind(query)
      var found: [StoredRestatement] = []
      while try query.step() {
        found.append(
          StoredRestatement(
            requestID: query.text(0), night: query.night(1), oldEvidence: query.integer(2),
            newEvidence: query.integer(3), linkage: query.integer(4), why: query.text(5)))
      }
      return found
    }
  }

  /// The campaigns that were active in these nights, by (first night, id).
  package func campaigns(in nights: ClosedRange<Night>) throws(StoreError) -> [StoredCampaign] {
    try campaigns("WHERE night_last >= ?1 AND night_first <= ?2 ORDER BY night_first, campaign_id") {
      $0.bind(1, nights.lowerBound)
      $0.bind(2, nights.upperBound)
    }
  }

  /// The campaign of this name, as the last night that found a member left it.
  package func campaign(_ id: String) throws(StoreError) -> StoredCampaign? {
    try campaigns("WHERE campaign_id = ?1") { $0.bind(1, id) }.first
  }

  private func campaigns(
    _ condition: String, _ bind: (borrowing Statement) -> Void
  ) throws(StoreError) -> [StoredCampaign] {
    try read { database in
      let query = try Statement(
        database, "SELECT campaign_id, night_first, night_last, kind, members FROM campaigns \(condition)")
      bind(query)
      var found: [StoredCampaign] = []
      while try query.step() {
        guard let members = try? JSONDecoder().decode([String].self, from: Data(query.bytes(4))) else {
          throw StoreError.damaged
        }
        found.append(
          StoredCampaign(
            id: query.text(0), firstNight: query.night(1), lastNight: query.night(2), kind: query.text(3),
            members: members))
      }
      return found
    }
  }

  static func insert(_ restatements: [StoredRestatement], into database: Database) throws(StoreError) {
    let insertion = try Statement(
      database,
      "INSERT INTO restatements(request_id, night, old_evidence, new_evidence, why, linkage) VALUES (?, ?, ?, ?, ?, ?)")
    for restatement in restatements {
      insertion.bind(1, restatement.requestID)
      insertion.bind(2, restatement.night)
      insertion.bind(3, restatement.oldEvidence)
      insertion.bind(4, restatement.newEvidence)
      insertion.bind(5, restatement.why)
      insertion.bind(6, restatement.linkage)
      try insertion.run()
    }
  }

  /// The digests of the campaigns that the close of `night` wrote, by their ids.
  package func campaignDigests(closedWith night: Night) throws(StoreError) -> [String: [UInt8]] {
    try read { database in
      let query = try Statement(database, "SELECT campaign_id, digest FROM campaign_digests WHERE night = ?")
      query.bind(1, night)
      var found: [String: [UInt8]] = [:]
      while try query.step() { found[query.text(0)] = query.array(1) }
      return found
    }
  }

  static func insert(
    _ digests: [String: [UInt8]], night: Night, into database: Database
  ) throws(StoreError) {
    let insertion = try Statement(database, "INSERT INTO campaign_digests VALUES (?, ?, ?)")
    for (id, digest) in digests.sorted(by: { $0.key < $1.key }) {
      insertion.bind(1, night)
      insertion.bind(2, id)
      insertion.bind(3, digest)
      try insertion.run()
    }
  }

  static func upsert(_ campaigns: [StoredCampaign], into database: Database) throws {
    let insertion = try Statement(database, "INSERT OR REPLACE INTO campaigns VALUES (?, ?, ?, ?, ?)")
    for campaign in campaigns {
      insertion.bind(1, campaign.id)
      insertion.bind(2, campaign.firstNight)
      insertion.bind(3, campaign.lastNight)
      insertion.bind(4, campaign.kind)
      insertion.bind(5, String(decoding: try JSONEncoder().encode(campaign.members), as: UTF8.self))
      try insertion.run()
    }
  }
}
