import Baselines
package import RequestModel
import Statistics

/// Flags a letter in a language that this sender does not write in.
///
/// Open vocabulary of languages, found from the function words of the text and never from what the request claims.
/// - Blind spots: short texts. Known false positives: multilingual agencies (their history shows it).
/// - Complexity: O(1).
package struct LanguageDetector: Detector {
  package static let id = "language"
  package static let family = Family.wording
  package static let group = EvidenceGroup.letter
  package static let summary = "A letter in a language this sender does not write in."
  private let look: IdentifierLook

  package init(_ model: ForgerModel) { look = IdentifierLook(Self.id, .language, model, upTo: .world) }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    guard let wording = request.wording else { return sightings.abstain(.noText) }
    look.observe(text: wording.language, in: context, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    let language = request.wording?.language ?? ""
    return language.isEmpty ? "no clear language" : "written in \(language)"
  }
}
