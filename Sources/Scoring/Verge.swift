package import Detection
package import Statistics

/// What is kept of a request that may become an alert, so that it can be asked what would have kept it from being one.
///
/// Every answer is worked out through `Combination`, not by taking shown numbers away: quieting a look also changes which
/// habit fits and how far its group is capped.
package struct Verge: Sendable {
  /// Normalised bits of every look, as they went into the combination.
  let bits: [HabitVector]
  /// What looks repeat of one another, as it stood that night.
  let companions: Companions
  let base: Bits
  /// What the account's earlier requests add.
  let boost: Bits
  /// The least evidence that is odd enough for an alert.
  package let level: Bits
  let hasDirectoryNumber: Bool

  /// How many changes are tried in pairs: the strongest alone.
  static let paired = 8
  /// How many answers of one kind are given.
  static let given = 3

  /// The smallest changes that keep the evidence below `level`: single ones, or pairs where no single one is enough.
  ///
  /// Among single changes, and among pairs, those that move least come first. Empty where no pair is enough: then the
  /// alert stands on three stories or more. O(changes + paired²) combinations.
  package func counterfactuals(
    below level: Bits, registry: Registry, weighting: Weighting
  ) -> [Counterfactual] {
    let changes = Verge.changes(registry).filter { change in
      if change.governsOthers { return false }
      return change.looks.isEmpty ? boost > .zero : change.looks.contains { bits[$0].max() > 0 }
    }
    func evidence(_ chosen: [ResolvedChange]) -> Bits {
      var altered = bits
      var past = boost
      for change in chosen {
        if change.looks.isEmpty { past = .zero }
        for look in change.looks { altered[look] = .zero }
      }
      let means = altered.map { (registry.model.habitWeights * $0).sum() }
      return base + past
        + Combination(
          bits: altered, repeated: companions.repeated(means, weights: weighting.discounts), groups: registry.groups,
          weighting: weighting,
          habitWeights: registry.model.habitWeights
        ).total
    }
    let singles = changes.map { (change: $0, evidence: evidence([$0])) }
      .sorted { $0.evidence != $1.evidence ? $0.evidence < $1.evidence : $0.change.name < $1.change.name }
    let enough = singles.filter { $0.evidence < level }
    if !enough.isEmpty {
      return enough.suffix(Verge.given).reversed().map { counterfactual([$0.change], $0.evidence) }
    }
    let strongest = singles.prefix(Verge.paired).map(\.change)
    var pairs: [(changes: [ResolvedChange], evidence: Bits)] = []
    for (i, first) in strongest.enumerated() {
      for second in strongest.dropFirst(i + 1) {
        let together = evidence([first, second])
        if together < level { pairs.append(([first, second], together)) }
      }
    }
    pairs.sort {
      $0.evidence != $1.evidence
        ? $0.evidence > $1.evidence
        : $0.changes.map(\.name).joined(separator: "+") < $1.changes.map(\.name).joined(separator: "+")
    }
    return pairs.prefix(Verge.given).map { counterfactual($0.changes, $0.evidence) }
  }

  private func counterfactual(_ changes: [ResolvedChange], _ evidence: Bits) -> Counterfactual {
    let phrases = changes.map {
      hasDirectoryNumber && !$0.phraseWithDirectory.isEmpty ? $0.phraseWithDirectory : $0.phrase
    }
    return Counterfactual(
      changes: changes.map(\.name), evidence: evidence,
      text: "It would not have been an alert if \(phrases.joined(separator: ", and ")).")
  }

  /// A change with the places of its looks in the registry.
  package struct ResolvedChange {
    package var name: String
    package var looks: [Int]
    var phrase: String
    var phraseWithDirectory: String
    var governsOthers = false
  }

  package static func changes(_ registry: Registry) -> [ResolvedChange] {
    var left = Set(registry.ids.indices)
    var out: [ResolvedChange] = []
    for change in RequestChange.all {
      let looks = change.looks.compactMap { registry.ids.firstIndex(of: $0) }
      if looks.isEmpty { continue }
      left.subtract(looks)
      out.append(
        ResolvedChange(
          name: change.name, looks: looks, phrase: change.phrase, phraseWithDirectory: change.phraseWithDirectory,
          governsOthers: change.governsOthers))
    }
    for look in left.sorted() {
      let id = registry.ids[look]
      out.append(
        ResolvedChange(
          name: id, looks: [look], phrase: "the look “\(spaced(id))” had seen nothing unusual", phraseWithDirectory: ""
        ))
    }
    let past = RequestChange.past
    out.append(ResolvedChange(name: past.name, looks: [], phrase: past.phrase, phraseWithDirectory: ""))
    return out
  }
}

extension AlertLevel {
  /// The level of every request of a night that is odd enough for an alert, its place among the others considered.
  ///
  /// A request leaves the alerts where it is no longer odd enough, or where as many others as the budget has places stand
  /// above it.
  package static func ofNight(_ places: [Bits], budget: Int) -> (Bits, Bits) -> Bits {
    let sorted = places.sorted(by: >)
    return { own, level in
      guard budget > 0, sorted.count > budget else { return level }
      // The last of the others that has a place where this one has none.
      let last = own >= sorted[budget - 1] ? sorted[budget] : sorted[budget - 1]
      return max(level, last)
    }
  }
}

/// The least evidence at which a request is odd enough for an alert.
package enum AlertLevel {
  /// By p-value: found by halving, since a p-value never rises with the evidence; nil where no evidence is enough.
  ///
  /// O(log range) look-ups.
  package static func byPValue(_ floor: Double, pValue: (Bits) -> Double) -> Bits? {
    var high = Bits(400).units
    var low = Bits(-400).units
    guard pValue(Bits(units: high)) <= floor else { return nil }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if pValue(Bits(units: middle)) <= floor { high = middle } else { low = middle }
    }
    return Bits(units: high)
  }
}
