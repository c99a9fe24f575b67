import Detection
import RequestModel
import Statistics

/// The suspicious requests of the last months, by what later ones could be tied to them.
///
/// A night writes down what it noted, so that the memory is made again from the nights of its window, in order. Campaigns
/// grow within the shorter linkage window; what a thief carries from account to account is remembered for the whole.
/// Memory is bounded by the window and by `limit` requests, the oldest nights leaving first.
package struct CampaignMemory: Sendable, Equatable {
  static let limit = 50_000
  /// Nights that a suspicious request is remembered.
  package static let days = 120

  /// One suspicious request.
  struct Suspect: Sendable, Equatable {
    var requestID: String
    var receivedAt: Instant
    var night: Night
    /// Of its account under suspicion; empty where there is none.
    var account: String
    /// Empty while it stands alone.
    var campaign: String
    /// Whether it would be suspicious without any link.
    var isOdd: Bool
    var trace: SharedTrace
  }

  /// What one night takes in.
  struct Notes: Sendable, Equatable {
    /// Each replaces what was known under its request id.
    var suspects: [Suspect] = []
    var named: [(requestID: String, campaign: String)] = []
    /// Requests that a verdict cleared.
    var cleared: [String] = []

    var isEmpty: Bool { suspects.isEmpty && named.isEmpty && cleared.isEmpty }

    static func == (a: Notes, b: Notes) -> Bool {
      a.suspects == b.suspects && a.cleared == b.cleared && a.named.elementsEqual(b.named, by: ==)
    }
  }

  private(set) var suspects: [Suspect] = []
  /// Nothing of earlier nights is kept: there was no room for it.
  private var horizon = Night(day: .min)
  /// Of the night that was closed last.
  private var latest = Notes()

  package init() {}

  /// Takes in what a night noted.
  mutating func close(_ night: Night, _ notes: Notes) {
    apply(notes)
    forget(before: night)
    latest = notes
  }

  private mutating func apply(_ notes: Notes) {
    let new = Dictionary(notes.named.map { ($0.requestID, $0.campaign) }) { _, last in last }
    for i in suspects.indices { if let id = new[suspects[i].requestID] { suspects[i].campaign = id } }
    let gone = Set(notes.cleared).union(notes.suspects.map(\.requestID))
    if !gone.isEmpty { suspects.removeAll { gone.contains($0.requestID) } }
    suspects += notes.suspects.filter { $0.night >= horizon }
  }

  /// Forgets what lies before the window of `night`, and the oldest nights beyond the limit.
  mutating func forget(before night: Night) {
    let first = night.advanced(by: -CampaignMemory.days)
    suspects.removeAll { $0.night < first }
    while suspects.count > CampaignMemory.limit, let oldest = suspects.map(\.night).min() {
      keep(from: oldest.advanced(by: 1))
    }
  }

  private mutating func keep(from night: Night) {
    horizon = max(horizon, night)
    suspects.removeAll { $0.night < horizon }
  }

  /// Those that a campaign of `night` may still grow by.
  func withinReach(of night: Night) -> [Suspect] {
    let first = night.advanced(by: -LinkWindow.days)
    return suspects.filter { $0.night >= first }
  }

  /// What those that are odd by themselves showed.
  ///
  /// O(what they showed).
  func index(before night: Night) -> SuspectIndex {
    let first = night.advanced(by: -CampaignMemory.days)
    return SuspectIndex(suspects.lazy.filter { $0.isOdd && $0.night >= first && $0.night < night }.map(\.trace))
  }

  /// What the night that was closed last noted; nil where it noted nothing.
  func encodedNotes() -> [UInt8]? {
    if latest.isEmpty { return nil }
    var out = ByteWriter()
    out.varint(UInt64(latest.suspects.count))
    for suspect in latest.suspects { suspect.encode(into: &out) }
    out.varint(UInt64(latest.named.count))
    for entry in latest.named {
      out.text(entry.requestID)
      out.text(entry.campaign)
    }
    out.varint(UInt64(latest.cleared.count))
    for id in latest.cleared { out.text(id) }
    out.signed(Int64(horizon.day))
    return out.bytes
  }

  /// Takes in what an earlier night wrote down; nights come in order.
  mutating func read(_ bytes: [UInt8], night: Night) throws(ByteReadingError) {
    var reader = ByteReader(bytes)
    var notes = Notes()
    for _ in 0..<(try reader.length(bytesEach: 9)) { notes.suspects.append(try Suspect(from: &reader)) }
    for _ in 0..<(try reader.length(bytesEach: 2)) {
      notes.named.append((requestID: try reader.text(), campaign: try reader.text()))
    }
    for _ in 0..<(try reader.length()) { notes.cleared.append(try reader.text()) }
    apply(notes)
    forget(before: night)
    // Earlier versions wrote none.
    if !reader.isAtEnd { keep(from: Night(day: Int32(truncatingIfNeeded: try reader.signed()))) }
  }
}

extension CampaignMemory.Suspect {
  fileprivate func encode(into out: inout ByteWriter) {
    out.text(requestID)
    out.signed(receivedAt.microseconds)
    out.signed(Int64(night.day))
    out.text(account)
    out.text(campaign)
    out.varint(isOdd ? 1 : 0)
    trace.encode(into: &out)
  }

  fileprivate init(from reader: inout ByteReader) throws(ByteReadingError) {
    requestID = try reader.text()
    receivedAt = Instant(microseconds: try reader.signed())
    night = Night(day: Int32(truncatingIfNeeded: try reader.signed()))
    account = try reader.text()
    campaign = try reader.text()
    isOdd = try reader.varint() == 1
    trace = try SharedTrace(from: &reader)
  }
}
