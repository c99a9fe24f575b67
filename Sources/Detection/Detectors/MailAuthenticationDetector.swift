import Baselines
package import RequestModel

/// Flags mail authentication results that this sender's mail does not have.
///
/// SPF, DKIM and DMARC, each a closed vocabulary with absence as a value, sharing one evidence.
/// - Blind spots: mail from the genuine server passes. Known false positives: forwarding, server moves.
/// - Complexity: O(1).
package struct MailAuthenticationDetector: Detector {
  package static let id = "mail_authentication"
  package static let family = Family.session
  package static let group = EvidenceGroup.session
  package static let summary = "Mail authentication results this sender's mail does not have."
  static let values = MailAuthentication.allCases.map(\.name) + ["absent"]
  private let forger: [HabitVector]
  private let imitation: HabitVector

  package init(_ model: ForgerModel) {
    forger = model.table(Self.id, Self.values)
    imitation = model.imitation(Self.id)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let channel = ChannelGroup(request.channel).rawValue
    for (i, result) in [request.spf, request.dkim, request.dmarc].enumerated() {
      let value = Self.value(of: result)
      sightings.closed(
        .mailAuthentication, condition: channel * 3 + i, value: value, size: Self.values.count,
        forger: forger[value], worldShare: 0.8, imitation: imitation, share: 0.6)
    }
  }

  /// The place in `values`.
  static func value(of result: MailAuthentication?) -> Int {
    result.map { Int($0.rawValue) } ?? MailAuthentication.allCases.count
  }

  package func describe(_ request: Request, in context: Context) -> String {
    let names = [request.spf, request.dkim, request.dmarc].map { $0?.name ?? "none recorded" }
    return "SPF \(names[0]), DKIM \(names[1]), DMARC \(names[2])"
  }
}
