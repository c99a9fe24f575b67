/// Splits of a labelled log into earlier rows to learn from and later rows to be judged on.
///
/// - Every fold learns from the nights before its cut, `gap` nights left out, and is judged on the nights from its cut to
///   the next: never on the past, since the forger's habits drift and a verdict arrives late.
/// - The cuts stand at equal shares of the fraudulent rows, so that each part has some.
/// - A campaign on both sides of a cut is left out of that fold's validation: its second half would be recognised, not
///   found. So is one that began in the gap.
package struct TimeOrderedFolds: Hashable, Sendable {
  /// Row numbers, ascending.
  package struct Fold: Hashable, Sendable {
    package var training: [Int]
    package var validation: [Int]

    package init(training: [Int], validation: [Int]) {
      self.training = training
      self.validation = validation
    }
  }

  package var count: Int
  /// Nights between the last one learned from and the first one judged.
  package var gap: Int

  package init(count: Int = 5, gap: Int = 0) {
    self.count = count
    self.gap = gap
  }

  /// Splits rows with the given nights (day numbers), truths and campaigns (empty for none).
  ///
  /// A fold without both classes in both parts is left out. Complexity: O(rows · (log rows + count)).
  package func split(nights: [Int], labels: [Double], campaigns: [String]) throws(LinearModelError) -> [Fold] {
    guard nights.count == labels.count else { throw .lengthMismatch(expected: nights.count, found: labels.count) }
    guard nights.count == campaigns.count else { throw .lengthMismatch(expected: nights.count, found: campaigns.count) }
    let fraud = nights.indices.filter { labels[$0] > 0.5 }.map { nights[$0] }.sorted()
    guard count > 0, let last = nights.max(), !fraud.isEmpty else { throw .tooFewFolds }
    var cuts: [Int] = []
    for k in 1...count {
      let cut = fraud[min(fraud.count - 1, fraud.count * k / (count + 1))]
      if cut != cuts.last { cuts.append(cut) }
    }
    var earliest: [String: Int] = [:]
    for i in nights.indices where !campaigns[i].isEmpty {
      earliest[campaigns[i]] = min(earliest[campaigns[i]] ?? .max, nights[i])
    }
    let folds = cuts.indices.map { k in
      let cut = cuts[k]
      let end = k + 1 < cuts.count ? cuts[k + 1] : last + 1
      return Fold(
        training: nights.indices.filter { nights[$0] < cut - gap },
        validation: nights.indices.filter { i in
          nights[i] >= cut && nights[i] < end && (earliest[campaigns[i]].map { $0 >= cut } ?? true)
        })
    }
    let usable = folds.filter { hasBothClasses($0.training, labels) && hasBothClasses($0.validation, labels) }
    guard !usable.isEmpty else { throw .tooFewFolds }
    return usable
  }

  private func hasBothClasses(_ rows: [Int], _ labels: [Double]) -> Bool {
    rows.contains { labels[$0] > 0.5 } && rows.contains { labels[$0] <= 0.5 }
  }
}
