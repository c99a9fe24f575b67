package import RequestModel

/// The shape that looks at word lists share: hits per hundred words on a scale of seven steps.
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
    let step = Self.step(hits: hits(wording), words: Int(wording.wordCount))
    sightings.scale(
      aspect, condition: TypeGroup(request.type).rawValue, step: step, size: Self.steps, forger: forger[step],
      imitation: imitation)
  }

  package func describe(_ request: Request, _ what: String) -> String {
    guard let wording = request.wording else { return "no text" }
    return "\(hits(wording)) \(what) in \(wording.wordCount)"
  }

  private func hits(_ wording: WordingFeatures) -> Int { lexicons.reduce(0) { $0 + wording.hits($1) } }

  /// 0 none; then up to 1, 2, 4, 6, 9 and more per hundred words; short letters are read as of forty words.
  static func step(hits: Int, words: Int) -> Int {
    guard hits > 0 else { return 0 }
    let rate = Double(hits) * 100 / Double(max(40, words))
    return rate <= 1 ? 1 : rate <= 2 ? 2 : rate <= 4 ? 3 : rate <= 6 ? 4 : rate <= 9 ? 5 : 6
  }
}
