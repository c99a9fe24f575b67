import Baselines
package import RequestModel
import Statistics

/// Flags a style that is not this sender's: length, capitals, punctuation, length of words.
///
/// Four scales by language and kind of request, sharing one evidence; the forger's side is what everybody else does.
/// - Blind spots: copied letters. Known false positives: forms filled in by colleagues.
/// - Complexity: O(1).
package struct LetterStyleDetector: Detector {
  package static let id = "letter_style"
  package static let family = Family.wording
  package static let group = EvidenceGroup.letter
  package static let summary = "A style that is not this sender's: length, capitals, punctuation."
  private let imitation: HabitVector

  package init(_ model: ForgerModel) { imitation = model.imitation(Self.id) }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    guard let wording = request.wording else { return sightings.abstain(.noText) }
    let language = Int(truncatingIfNeeded: SipHash.fixed.hash(wording.language) >> 8)
    let kind = TypeGroup(request.type).rawValue &+ language
    func look(_ aspect: Aspect, _ step: Int, of size: Int) {
      sightings.scale(
        aspect, condition: kind, step: max(0, min(size - 1, step)), size: size,
        forger: HabitVector(repeating: 1 / Double(size)), worldShare: 0.85, imitation: imitation, share: 0.6)
    }
    let letters = Double(max(1, wording.letterCount))
    let words = Double(max(1, wording.wordCount))
    look(.letterLength, logStep(words / 4, size: 12) * 2 + (wording.lineCount > 3 ? 1 : 0), of: 24)
    look(.capitals, Int(Double(wording.capitalCount) / letters * 60), of: 20)
    look(
      .punctuation,
      Int(Double(wording.commaCount + 3 * wording.exclamationCount + wording.questionCount) / words * 60), of: 16)
    look(.wordLength, Int((letters / words - 3) * 4), of: 20)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    guard let wording = request.wording else { return "no text" }
    let capitals = Int((Double(wording.capitalCount) / Double(max(1, wording.letterCount)) * 100).rounded())
    return "\(wording.wordCount) words, \(capitals) % capitals, \(wording.exclamationCount) exclamation marks"
  }
}
