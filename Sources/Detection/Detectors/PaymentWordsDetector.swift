import Baselines
package import RequestModel

/// Flags talk of money, wallets and accounts above what this sender's letters carry.
///
/// How many payment words, on a scale of seven steps, by kind of request, in six languages.
/// - Blind spots: fraud units. Known false positives: financial cases of other units.
/// - Complexity: O(1).
package struct PaymentWordsDetector: Detector {
  package static let id = "payment_words"
  package static let family = Family.wording
  package static let group = EvidenceGroup.pressure
  package static let summary = "More talk of money than this sender's letters carry."
  private let look: LexiconLook

  package init(_ model: ForgerModel) { look = LexiconLook(Self.id, .paymentWords, [.payment], model) }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    look.observe(request, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String { look.describe(request, "words of money") }
}
