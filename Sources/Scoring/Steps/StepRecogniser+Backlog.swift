import Baselines
import Detection
import RequestModel
import Statistics

/// Many cases of one officer in one go.
///
/// The one step that a sender's own requests make, beside the re-send: so it takes only what counts say, and only of
/// ordinary legal process, nearly every request with a case of its own, from a machine, network or number that the sender
/// has long used.
extension StepRecogniser {
  func addBacklog(to steps: inout [RecognisedStep]) {
    guard TypeGroup(filing.request.type) == .process, filing.request.caseNumber != nil,
      requestsTonight >= BenignStep.backlog.least, casesTonight * 4 >= requestsTonight * 3, isOnOwnTerms
    else { return }
    let (requests, cases) = (requestsTonight, casesTonight)
    steps.append(
      RecognisedStep(
        step: .backlog, looks: BenignStep.backlog.places, others: 0,
        because:
          "\(requests) earlier requests of this sender tonight in \(cases) cases, by ordinary legal process from the usual machine, look like a backlog"
      ))
  }

  /// Whether two of network, device and call-back number, or the number alone where no session is recorded, are ones that
  /// the sender has used twice before.
  private var isOnOwnTerms: Bool {
    let own = context.lineage.sender.counts
    func isOwn(_ key: UInt64) -> Bool { own[key] >= 2 * Profile.grain }
    let known = sessionKeys.count(where: isOwn) + (phoneKey.map(isOwn) == true ? 1 : 0)
    return known >= (sessionKeys.isEmpty ? 1 : 2)
  }
}
