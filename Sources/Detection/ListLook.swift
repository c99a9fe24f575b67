package import Baselines

/// The shape that looks at short lists of values share: a table of what forgers show, and how often they do as the sender.
package struct ListLook: Sendable {
  private let aspect: Aspect
  private let forger: [HabitVector]
  private let imitation: HabitVector
  private let worldShare: Double
  private let from: Level

  /// - Parameters:
  ///   - values: the names of the list in the prior's table, in order.
  ///   - worldShare: the share of a forger's values that follow the whole log.
  ///   - from: the lowest level that the value is learned and judged at.
  package init(
    _ id: String, _ aspect: Aspect, _ values: [String], _ model: ForgerModel, worldShare: Double = 0.5,
    from: Level = .sender
  ) {
    self.aspect = aspect
    self.worldShare = worldShare
    self.from = from
    forger = model.table(id, values)
    imitation = model.imitation(id)
  }

  /// Sees the value at this place of the list.
  package func observe(_ value: Int, condition: Int = 0, into sightings: inout Sightings) {
    sightings.closed(
      aspect, condition: condition, value: value, size: forger.count, forger: forger[value], worldShare: worldShare,
      imitation: imitation, from: from)
  }
}
