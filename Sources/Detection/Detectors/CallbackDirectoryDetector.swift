import Baselines
package import RequestModel

/// Flags a call-back number that is not the one in the agency directory.
///
/// Three values where the directory has a number: none given, the same, another.
/// - Blind spots: agencies without an entry. Known false positives: direct lines.
/// - Complexity: O(1).
package struct CallbackDirectoryDetector: Detector {
  package static let id = "callback_directory"
  package static let family = Family.identity
  package static let group = EvidenceGroup.contact
  package static let summary = "The call-back number is not the one in the agency directory."
  private let look: ListLook

  package init(_ model: ForgerModel) {
    look = ListLook(Self.id, .callbackDirectory, ["none", "same", "other"], model)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    guard let listed = context.directory?.callbackPseudonym else { return sightings.abstain(.noDirectory) }
    let value = request.callbackPhone == nil ? 0 : request.callbackPhone == listed ? 1 : 2
    look.observe(value, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    guard let listed = context.directory?.callbackPseudonym else { return "the directory has no number" }
    return request.callbackPhone == nil
      ? "gives no call-back number"
      : request.callbackPhone == listed
        ? "gives the number in the directory" : "gives another number than the directory"
  }
}
