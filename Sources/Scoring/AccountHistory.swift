import Baselines
package import RequestModel
package import Statistics

/// One closed request of an account, as far as the sender state goes by it.
package struct AccountEntry: Hashable, Sendable {
  package var requestID: String
  package var night: Night
  package var receivedAt: Instant
  /// log₂ of its own likelihood ratio: its evidence without base rate and sender state.
  package var own: Bits
  /// What the sender state added when it was judged.
  package var state: Bits
  /// The verdict that holds now; nil: none.
  package var finding: Finding?

  package init(
    requestID: String, night: Night, receivedAt: Instant, own: Bits, state: Bits, finding: Finding?
  ) {
    self.requestID = requestID
    self.night = night
    self.receivedAt = receivedAt
    self.own = own
    self.state = state
    self.finding = finding
  }

  /// Whether taking a verdict on it in can move what comes after it.
  package var canMoveOthers: Bool { finding == .forged || state != .zero || own.value > 1 + UsualEvidence.least }
}

extension NightEngine {
  /// What the sender state would have added to each of an account's requests, had the verdicts that hold now been known
  /// from the moments of their requests on.
  ///
  /// - Without a verdict every answer is what was added then.
  /// - O(requests · remembered entries).
  ///
  /// - Parameters:
  ///   - entries: every on-time request of the account in these nights, by (received_at, request id).
  ///   - reader: answers with the state before a night.
  package func restatedStates(
    of account: Request, _ entries: [AccountEntry], reader: (Night) -> StateReader
  ) throws -> [Bits] {
    guard let first = entries.first else { return [] }
    let key = EntityKeys(account, directory: directory).sender
    var night = first.night
    var (sender, filter) = try standing(of: key, before: night, reader(night))
    var suspicion = sender.suspicion
    return try entries.map { entry in
      if entry.night != night {
        night = entry.night
        (sender, filter) = try standing(of: key, before: night, reader(night))
      }
      let rate = Examiner.dailyRate(
        sender.profile, night: night, factor: sender.profile.ageing(at: night, halfLife: settings.halfLifeDays))
      let own = filter.sender(rate: rate, thiefRate: settings.thiefRate)
      let second = entry.receivedAt.seconds
      let hash = SipHash.fixed.hash(entry.requestID)
      let boost = Bits(suspicion.boost(at: second, own))
      suspicion.note(Suspicion.Entry(request: hash, second: second, bits: entry.own), own)
      if let finding = entry.finding { suspicion.settle(request: hash, second: second, finding, filter) }
      return boost
    }
  }

  /// What was known of an account before a night, and how the log set the suspicion filter then.
  private func standing(
    of key: String, before night: Night, _ reader: StateReader
  ) throws -> (EntityState, Suspicion.Parameters) {
    let values = try reader([key, StateKey.usual])
    func state(_ key: String) throws -> EntityState {
      try values[key].map { try EntityState(encoded: $0) } ?? EntityState()
    }
    let usual = UsualEvidence(try state(StateKey.usual).profile, at: night)
    return (try state(key), Suspicion.Parameters(settings, weighting, usual: usual))
  }
}
