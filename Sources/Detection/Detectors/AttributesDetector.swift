import Baselines
package import RequestModel
import Statistics

/// Flags what else the log knows where it is not as this sender's history has it.
///
/// Every attribute by name: a category is an open vocabulary, a number a symmetric logarithmic scale of 97 steps. The
/// forger is a stranger to the log in one half of the cases, and does as the agency's other accounts do in the other. A lone
/// attribute mostly comes with the mailbox or the form: he shows it as his victim would with the stated chance, and all of n
/// with its n-th power. A single oddity says little, many together say much, to the cap of their group.
/// - Blind spots: attributes that differ in every request. Known false positives: new forms and routes.
/// - Complexity: O(attributes).
package struct AttributesDetector: Detector {
  package static let id = "attributes"
  package static let family = Family.session
  package static let group = EvidenceGroup.attributes
  package static let isImitatedWhole = true
  package static let summary = "Other things the log knows are not as this sender's history has them."
  private let novelty: HabitVector
  static let steps = 97
  /// Attributes of one log repeat one another.
  static let share = 0.5
  /// The chance that a stranger's attribute is the victim's.
  static let coincidence = HabitVector(repeating: 0.05)
  /// Half of those who use a stolen account are strangers to the agency, half are, or do as, its own people.
  static let colleagues = 0.5

  package init(_ model: ForgerModel) {
    novelty = model.probability(Self.id, "new", otherwise: 0.2)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    for attribute in request.attributes.prefix(64) {
      let condition = Int(truncatingIfNeeded: SipHash.fixed.hash(attribute.name) >> 16)
      switch attribute.value {
      case .category(let value):
        sightings.open(
          .attributeCategory, condition: condition, value: value.low, novelty: novelty, imitation: Self.coincidence,
          share: Self.share, colleagues: Self.colleagues)
      case .number(let number):
        sightings.scale(
          .attributeNumber, condition: condition, step: signedStep(number, size: Self.steps), size: Self.steps,
          forger: HabitVector(repeating: 1 / Double(Self.steps)), worldShare: 0.9, colleagues: Self.colleagues,
          imitation: Self.coincidence, share: Self.share)
      }
    }
  }

  package func describe(_ request: Request, in context: Context) -> String {
    "\(request.attributes.count) other things: " + request.attributes.prefix(4).map(\.name).joined(separator: ", ")
  }
}
