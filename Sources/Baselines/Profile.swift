import Foundation

package import RequestModel
package import Statistics

/// Whose behaviour a profile describes: a sender, its agency, the agency's peers (country × type), the whole log.
@usableFromInline package enum Level: Int, CaseIterable, Sendable {
  case sender, agency, peers, world
}

/// The learned behaviour of one entity: decayed counts of what it was seen to do.
///
/// Counts are whole numbers of 1/1024 request (`Profile.grain`), so that learning in any order gives the same profile
/// and profiles merge exactly. A profile is decayed lazily, from the last night on which it learned.
package final class Profile {
  /// One request learned with full weight.
  package static let grain: Int64 = 1024

  /// The last night that taught this profile; nil for an empty one.
  package var lastNight: Night?
  package var firstNight: Night?
  /// Slot keys (`Slot.key(of:)`, `Slot.total`, `Slot.novelty`) → weight.
  package var counts: CountTable
  /// Hashed stems and template lines → weight.
  package var words: CountTable
  package var activity: Activity

  package init() {
    counts = CountTable()
    words = CountTable()
    activity = Activity()
  }

  /// Ages the profile to `night`: every count is multiplied by 2^(−days / halfLife).
  ///
  /// Called before the first lesson of a night; O(entries), nothing where the profile is already of that night.
  package func age(to night: Night, halfLife: Double) {
    defer {
      lastNight = night
      if firstNight == nil { firstNight = night }
    }
    guard let lastNight, lastNight < night else { return }
    let factor = Ageing.factor(days: lastNight.distance(to: night), halfLife: halfLife)
    counts.decay(by: factor)
    words.decay(by: factor)
    activity.age(from: lastNight, to: night, factor: factor)
  }

  /// The factor that brings this profile's counts to `night` without changing it.
  package func ageing(at night: Night, halfLife: Double) -> Double {
    guard let lastNight, lastNight < night else { return 1 }
    return Ageing.factor(days: lastNight.distance(to: night), halfLife: halfLife)
  }
}

/// Exponential forgetting.
package enum Ageing {
  package static func factor(days: Int, halfLife: Double) -> Double {
    days <= 0 ? 1 : exp2(-Double(days) / halfLife)
  }
}
