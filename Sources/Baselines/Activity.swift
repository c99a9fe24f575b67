import Foundation
package import RequestModel

/// How much an entity sends: a decayed rate, and the moments of its latest requests.
package struct Activity: Sendable, Equatable {
  /// Decayed weight of requests, in grains.
  package var events: Int64 = 0
  /// Decayed number of nights that the entity was watched for, in grains.
  package var exposure: Int64 = 0
  /// Moments of recent requests in whole seconds, ascending.
  package var recent: [Int64] = []
  /// What the latest of them was; nil for entities that are no senders.
  package var lastStage: Stage?

  package init() {}

  /// Ages from one night to another: the nights between count as watched, with their own decay.
  package mutating func age(from: Night, to: Night, factor: Double) {
    let days = Double(from.distance(to: to))
    events = Int64(Double(events) * factor)
    // Σ f^i over the nights passed, with f the daily factor: (1 − F) / (1 − f).
    let daily = factor < 1 && days > 0 ? (1 - factor) / (1 - powRoot(factor, days)) : days
    exposure = Int64(Double(exposure) * factor + daily * Double(Profile.grain))
  }

  /// Requests a day with `events` grains over `exposure` grains, shrunk to a prior of `priorEvents` in `priorDays`.
  package func dailyRate(passed days: Int, factor: Double, priorRate: Double, priorDays: Double) -> Double {
    let grain = Double(Profile.grain)
    let watched = Double(exposure) * factor / grain + Double(max(0, days))
    return (Double(events) * factor / grain + priorRate * priorDays) / (watched + priorDays)
  }

  /// How many recent requests lie in (moment − seconds, moment].
  ///
  /// O(log requests).
  package func count(within seconds: Int64, before moment: Int64) -> Int {
    Activity.count(of: recent, after: moment - seconds) - Activity.count(of: recent, after: moment)
  }

  /// How many of these ascending moments lie after `moment`.
  package static func count(of moments: [Int64], after moment: Int64) -> Int {
    var low = 0
    var high = moments.count
    while low < high {
      let middle = (low + high) / 2
      if moments[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    return moments.count - low
  }

  /// Adds the moments of a night and forgets what is older than `keep` seconds or beyond `limit`.
  ///
  /// - Parameter last: what the latest of `moments` was. A late request that is older than what is known leaves it be.
  package mutating func note(_ moments: [Int64], last: Stage? = nil, keep: Int64, limit: Int) {
    if let last, let latest = moments.max(), latest >= recent.last ?? .min { lastStage = last }
    recent = (recent + moments).sorted()
    if let last = recent.last { recent.removeAll { $0 < last - keep } }
    if recent.count > limit { recent.removeFirst(recent.count - limit) }
  }
}

/// The n-th root of a decay factor.
private func powRoot(_ factor: Double, _ n: Double) -> Double { exp2(log2(factor) / n) }
