package import Detection
package import Statistics

/// What a model has learned that forged requests have in common, as bits by trait.
package struct TraitWeights: Sendable {
  /// The name of the line in an assessment's reasons.
  package static let reasonName = "common_traits"
  /// Of the traits, as many are named in a reason.
  private static let named = 4

  private let bits: [Trait: Bits]

  /// By the traits' names; a name that no trait of this program has is passed over: no request can have it.
  package init(_ bits: [String: Double]) {
    self.bits = Dictionary(
      bits.compactMap { name, value in Trait(name: name).map { ($0, Bits(value)) } }, uniquingKeysWith: { $1 })
  }

  /// What these traits add.
  package func bits(of traits: [Trait]) -> Bits { traits.reduce(.zero) { $0 + (bits[$1] ?? .zero) } }

  /// The line of an assessment that says what `sum` is made of.
  func reason(for traits: [Trait], _ sum: Bits) -> Reason {
    let isForger = sum > .zero
    var telling: [(words: String, bits: Bits)] = []
    for trait in traits {
      guard let own = bits[trait], own != .zero, (own > .zero) == isForger else { continue }
      telling.append((trait.words, isForger ? own : -own))
    }
    telling.sort { $0.bits != $1.bits ? $0.bits > $1.bits : $0.words < $1.words }
    let observed = telling.prefix(TraitWeights.named).map(\.words).joined(separator: ", ")
    return Reason(
      detector: TraitWeights.reasonName, entity: .peers, contribution: sum, observed: observed, expected: "", sample: 0,
      text: "Confirmed forgeries of this log were \(isForger ? "more" : "less") often like this: \(observed).")
  }
}
