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
    package var chain: [UInt8]

    package init(
      previousChain: [UInt8], requests: [UInt8], scores: [UInt8], state: [UInt8], model: [UInt8],
      configuration: [UInt8], chain: [UInt8]
    ) {
      self.previousChain = previousChain
      self.requests = requests
      self.scores = scores
      self.state = state
      self.model = model
      self.configuration = configuration
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

/// All that the close of one night writes: one transaction.
package struct NightCommit: Sendable {
  package var night: StoredNight
  /// One for each on-time request of the night, and for each of `lateRequestIDs`.
  package var scores: [StoredScore] = []
  /// The pending late requests that this night teaches.
  package var lateRequestIDs: [String] = []
  package var state: [StateChange] = []
  /// Of the keys in `state`, versions that no score of a night from here on needs are deleted; nil keeps all.
  package var keepStateFrom: Night?
  /// Keys that begin with `prefix` are deleted with what nights before `before` wrote: nothing can ask for them any more.
  package var expiredState: (prefix: String, before: Night)?
  /// The verdicts that took effect with this close.
  package var takenVerdicts: [VerdictID] = []
  /// What the night taught that evidence does not say.
  package var lessons: [StoredLesson] = []
  package var restatements: [StoredRestatement] = []
  /// New campaigns and those that grew; they replace what the store has under their ids.
  package var campaigns: [StoredCampaign] = []
  /// Settings that change with the night, such as a model that comes into force.
  package var settings: [String: String] = [:]

  package init(_ night: StoredNight) { self.night = night }
}
