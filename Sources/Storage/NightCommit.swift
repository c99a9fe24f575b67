package import RequestModel

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
  /// Keys that begin with a `prefix` are deleted with what nights before its `before` wrote: nothing can ask for them any
  /// more.
  package var expiredState: [(prefix: String, before: Night)] = []
  /// The verdicts that took effect with this close.
  package var takenVerdicts: [VerdictID] = []
  /// What the night taught that evidence does not say.
  package var lessons: [StoredLesson] = []
  package var restatements: [StoredRestatement] = []
  /// New campaigns and those that grew; they replace what the store has under their ids.
  package var campaigns: [StoredCampaign] = []
  /// The digests of these campaigns, by their ids.
  package var campaignDigests: [String: [UInt8]] = [:]
  /// Settings that change with the night, such as a model that comes into force.
  package var settings: [String: String] = [:]

  package init(_ night: StoredNight) { self.night = night }

  /// To be filled in, the link of the chain last.
  package init(closing night: Night) {
    self.init(
      StoredNight(
        night: night, counts: .init(requests: 0, late: 0, alerts: 0, held: 0),
        digests: .init(
          previousChain: [], requests: [], scores: [], state: [], model: [], configuration: [], chain: [])))
  }
}
