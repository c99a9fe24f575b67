package import RequestModel

/// The shape that looks at word lists share: how many hits, on a scale of seven steps.
///
/// Hits are counted, not held against the length of the letter: a pretext is pressed home in a sentence or two, whatever
/// template it stands in, and how long this sender's letters are shows in what they usually count.
package struct LexiconLook: Sendable {
  private let aspect: Aspect
  private let lexicons: [Lexicon]
  private let forger: [HabitVector]
  private let imitation: HabitVector
  static let steps = 7

  package init(_ id: String, _ aspect: Aspect, _ lexicons: [Lexicon], _ model: ForgerModel) {
    self.aspect = aspect
    self.lexicons = lexicons
    forger = (0..<Self.steps).map {
      model.probability(id, $0 == 0 ? "none" : $0 < 3 ? "some" : "much", otherwise: 1 / 7)
    }
    imitation = model.imitation(id)
  }

  package func observe(_ request: Request, into sightings: inout Sightings) {
    guard let wording = request.wording else { return sightings.abstain(.noText) }
    let step = Self.step(hits: hits(wording))
    sightings.scale(
      aspect, condition: TypeGroup(request.type).rawValue, step: step, size: Self.steps, forger: forger[step],
      imitation: imitation)
  }

  package func describe(_ request: Request, _ what: String) -> String {
    guard let wording = request.wording else { return "no text" }
    return "\(hits(wording)) \(what) in \(wording.wordCount)"
  }

  private func hits(_ wording: WordingFeatures) -> Int { lexicons.reduce(0) { $0 + wording.hits($1) } }

  /// None, one, two, three, four, up to seven, more.
  static func step(hits: Int) -> Int { hits <= 4 ? hits : hits <= 7 ? 5 : 6 }
}
