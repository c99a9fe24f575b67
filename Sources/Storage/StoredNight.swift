package import RequestModel

/// What is known of a closed night besides its rows.
package struct StoredNight: Hashable, Sendable {
  /// How many requests came to what.
  ///
  /// `requests` are those on time, `late` those taught with this night.
  package struct Counts: Hashable, Sendable {
    package var requests: Int
    package var late: Int
    package var alerts: Int
    package var held: Int

    package init(requests: Int, late: Int, alerts: Int, held: Int) {
      self.requests = requests
      self.late = late
      self.alerts = alerts
      self.held = held
    }

    /// Of the scores that the close of a night wrote.
    package init(of scores: [StoredScore]) {
      let late = scores.count(where: \.isLate)
      self.init(
        requests: scores.count - late, late: late, alerts: scores.count(where: \.isAlert),
        held: scores.count { $0.isHeld && !$0.isLate })
    }
  }

  /// The link of the chain: what went into `chain`, and `chain` itself.
  package struct Digests: Hashable, Sendable {
    /// The `chain` of the night closed before; empty for the first.
    package var previousChain: [UInt8]
    package var requests: [UInt8]
    package var scores: [UInt8]
    package var state: [UInt8]
    package var model: [UInt8]
    package var configuration: [UInt8]
    /// Over what the close wrote beside scores and state; empty for nights that an earlier version closed.
    package var ledger: [UInt8]
    package var chain: [UInt8]

    package init(
      previousChain: [UInt8], requests: [UInt8], scores: [UInt8], state: [UInt8], model: [UInt8],
      configuration: [UInt8], ledger: [UInt8] = [], chain: [UInt8]
    ) {
      self.previousChain = previousChain
      self.requests = requests
      self.scores = scores
      self.state = state
      self.model = model
      self.configuration = configuration
      self.ledger = ledger
      self.chain = chain
    }
  }

  package var night: Night
  /// How many empty nights just before it were closed in the same step.
  package var skipped: Int
  package var counts: Counts
  package var digests: Digests
  /// The health report of the night, as JSON.
  package var health: String?

  package init(night: Night, skipped: Int = 0, counts: Counts, digests: Digests, health: String? = nil) {
    self.night = night
    self.skipped = skipped
    self.counts = counts
    self.digests = digests
    self.health = health
  }
}
