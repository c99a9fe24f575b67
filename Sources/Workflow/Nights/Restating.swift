import RequestModel
import Scoring
import Statistics
import Storage

/// Finds which closed scores would be others today, and writes that down beside them: a score itself never changes.
struct Restating {
  let store: Store
  let engine: NightEngine
  /// Before this night no state is kept to look back with.
  let horizon: Night

  /// A score moves by at least this much before it is worth a line.
  static let least = Bits(1)

  /// What one cause makes of one closed score.
  struct Change {
    var requestID: String
    var then: Bits
    /// What the verdicts on the account's other requests add.
    var state = Bits.zero
    /// What later members of its campaign add.
    var linkage = Bits.zero
    var why: String

    var now: Bits { then + state + linkage }
  }

  /// What verdicts and groups that `night` finds make of closed scores: one line a request.
  func changes(
    by effects: [VerdictEffect], _ groups: [LinkedGroup], closing night: Night, assessments: [Assessment]
  ) throws -> [Change] {
    var found = try changes(by: effects, closing: night, assessments: assessments)
    let tonight = Dictionary(assessments.map { ($0.requestID, $0) }) { a, _ in a }
    for change in try changes(by: groups, assessments: tonight) {
      guard let place = found.firstIndex(where: { $0.requestID == change.requestID }) else {
        found.append(change)
        continue
      }
      found[place].linkage = change.linkage
      found[place].why += " " + change.why
    }
    return found
  }

  /// What the verdicts that `night` takes in make of the other requests of their accounts, those of `night` included.
  func changes(
    by effects: [VerdictEffect], closing night: Night, assessments: [Assessment]
  ) throws -> [Change] {
    var first: [Account: Night] = [:]
    var verdicts: [Account: [VerdictEffect]] = [:]
    for effect in effects where effect.night >= horizon && !effect.request.sender.isEmpty {
      let account = Account(effect.request)
      first[account] = min(first[account] ?? effect.night, effect.night)
      verdicts[account, default: []].append(effect)
    }
    if first.isEmpty { return [] }
    let tonight = Dictionary(grouping: assessments.filter { first[Account($0)] != nil }, by: Account.init)
    var changes: [Change] = []
    for (account, begin) in first.sorted(by: { $0.key < $1.key }) {
      let stored =
        begin < night
        ? try store.scores(ofSender: account.sender, agency: account.agency, in: begin...night.advanced(by: -1)) : []
      let closed = stored.filter { !$0.contributions.isEmpty }.map { Assessment($0) }
      changes += try self.changes(
        closed + (tonight[account] ?? []), verdicts[account] ?? [], closing: night)
    }
    return changes
  }

  private func changes(
    _ judged: [Assessment], _ verdicts: [VerdictEffect], closing night: Night
  ) throws -> [Change] {
    let new = Dictionary(verdicts.map { ($0.request.id, $0.finding) }) { _, last in last }
    let entries = try judged.map { assessment in
      let known =
        try new[assessment.requestID]
        ?? store.verdictHistory(of: assessment.requestID)
        .first { $0.recordedByNight != nil }.map { Finding($0) }
      let state = assessment.line("sender_state")
      return AccountEntry(
        requestID: assessment.requestID, night: assessment.night, receivedAt: assessment.receivedAt,
        own: assessment.evidence - assessment.line("base_rate") - state, state: state, finding: known)
    }
    guard entries.contains(where: { new[$0.requestID] != nil && $0.canMoveOthers }),
      let account = verdicts.first?.request
    else { return [] }
    let states = try engine.restatedStates(of: account, entries) { NightFold.reader(store, before: $0) }
    var places: [(place: Int, isFraud: Bool)] = []
    for (place, entry) in entries.enumerated() {
      if let finding = new[entry.requestID] { places.append((place, finding.isFraud)) }
    }
    var changes: [Change] = []
    for (place, entry) in entries.enumerated() {
      // A request is moved by what came before it alone.
      let causes = places.prefix { $0.place < place }
      let state = states[place] - entry.state
      let last = try lastChange(of: entry.requestID, then: judged[place].evidence)
      guard !causes.isEmpty, Restating.isNews(state - last.state) else { continue }
      let why = Restating.sentence(causes.map { (entries[$0.place].requestID, $0.isFraud) })
      changes.append(
        Change(requestID: entry.requestID, then: last.then, state: state, linkage: last.linkage, why: why))
    }
    return changes
  }

  static func isNews(_ difference: Bits) -> Bool { difference >= least || -difference >= least }

  /// What was last said of a closed score; no change where nothing was.
  func lastChange(of requestID: String, then: Bits) throws -> Change {
    guard let last = try store.restatements(of: requestID).first else {
      return Change(requestID: requestID, then: then, why: "")
    }
    let linkage = Bits(units: last.linkage)
    return Change(
      requestID: requestID, then: then, state: Bits(units: last.newEvidence) - then - linkage, linkage: linkage,
      why: last.why)
  }

  private static func sentence(_ verdicts: [(requestID: String, isFraud: Bool)]) -> String {
    if verdicts.count == 1, let verdict = verdicts.first {
      return "Request \(verdict.requestID) of the same account was "
        + (verdict.isFraud ? "confirmed as forged." : "cleared.")
    }
    let forged = verdicts.count(where: \.isFraud)
    let parts = [(forged, "confirmed as forged"), (verdicts.count - forged, "cleared")]
    return "Of the same account's earlier requests "
      + parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? "was" : "were") \($0.1)" }
      .joined(separator: " and ") + "."
  }
}

/// Who sent a request, as the sender state tells accounts apart.
private struct Account: Hashable, Comparable {
  var agency: String
  var sender: String

  init(_ request: Request) { (agency, sender) = (request.agencyID, request.sender) }
  init(_ assessment: Assessment) { (agency, sender) = (assessment.agencyID, assessment.sender) }

  static func < (a: Account, b: Account) -> Bool { (a.agency, a.sender) < (b.agency, b.sender) }
}

extension Assessment {
  /// What a line of the sum counts for; zero where it has none.
  func line(_ detector: String) -> Bits {
    reasons.lazy.filter { $0.detector == detector }.reduce(Bits.zero) { $0 + $1.contribution }
  }
}
