import Baselines
package import RequestModel

/// Flags a call-back number that this sender has not given before.
///
/// Open vocabulary of keyed numbers, sender and agency; giving none is a value like any other. What only an account of a
/// few days has given, no colleague, vouches for little.
/// - Blind spots: numbers copied from the victim. Known false positives: a new desk or a mobile.
/// - Complexity: O(1).
package struct CallbackPhoneDetector: Detector {
  package static let id = "callback_phone"
  package static let family = Family.identity
  package static let group = EvidenceGroup.contact
  package static let summary = "A call-back number this sender has not given before."
  private let look: IdentifierLook

  package init(_ model: ForgerModel) { look = IdentifierLook(Self.id, .callbackPhone, model, isBrought: true) }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    look.observe(request.callbackPhone, in: context, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    request.callbackPhone == nil ? "gives no call-back number" : "gives a call-back number"
  }
}
