import Baselines
package import RequestModel

/// Flags a portal account that is younger than this agency's accounts are.
///
/// A scale of twelve steps, each twice as long: under a day, one to two days, … over two years; none where the log does
/// not say. Judged at the agency.
/// - Blind spots: stolen old accounts. Known false positives: an agency's first weeks on the portal.
/// - Complexity: O(1).
package struct AccountAgeDetector: Detector {
  package static let id = "account_age"
  package static let family = Family.identity
  package static let group = EvidenceGroup.account
  package static let summary = "A portal account younger than this agency's accounts are."
  private let forger: [HabitVector]
  private let imitation: HabitVector
  static let steps = 13

  package init(_ model: ForgerModel) {
    forger = (0..<Self.steps).map {
      model.probability(Self.id, $0 == 0 ? "none" : $0 < 5 ? "week" : $0 < 9 ? "months" : "old", otherwise: 1 / 13)
    }
    imitation = model.imitation(Self.id)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let step = AccountAgeDetector.days(request).map { 1 + logStep($0, size: Self.steps - 1) } ?? 0
    sightings.scale(
      .accountAge, condition: ChannelGroup(request.channel).rawValue, step: step, size: Self.steps,
      forger: forger[step], worldShare: 0.6, imitation: imitation, from: .agency)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    AccountAgeDetector.days(request).map { "the account is \(Int($0)) days old" } ?? "the account's age is not known"
  }

  static func days(_ request: Request) -> Double? {
    request.accountCreatedAt.map { max(0, Double(request.receivedAt.seconds - $0.seconds) / 86_400) }
  }
}
