import Baselines
import Statistics

/// How far from home a country lies that a request names: the agency's own, one that it has named before, or a new one.
struct Territory: Sendable {
  /// From the nearest to the farthest; the first is for requests that name no country.
  static let values = ["unknown", "home", "foreign_known", "foreign_new"]
  private let memory: Slot

  /// `aspect` is that under which the agency remembers the countries.
  init(_ aspect: Aspect) { memory = Slot(aspect: UInt64(aspect.rawValue)) }

  /// The place in `values` of the country that is remembered as `hash`.
  func value(isHome: Bool, _ hash: UInt64, in context: Context) -> Int {
    isHome ? 1 : context.lineage.agency.counts[memory.key(of: hash)] > 0 ? 2 : 3
  }
}
