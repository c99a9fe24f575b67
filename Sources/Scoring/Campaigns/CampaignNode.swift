import Detection
import RequestModel
import Statistics

/// A request among those that may hang together: one of the night, or a suspicious one of the window before.
struct CampaignNode {
  let requestID: String
  let receivedAt: Instant
  let night: Night
  let agency: UInt32
  /// Of its account under suspicion; empty where there is none.
  let account: String
  let opensAccount: Bool
  /// What it was named on an earlier night; empty where it was not.
  let campaign: String
  let isTonight: Bool
  let isLate: Bool
  let isSuspicious: Bool
  /// Whether it would be suspicious without any link.
  let isOdd: Bool
  let ties: Ties
  private let filing: Filing?
  private var known: SharedTrace?

  init(_ suspect: CampaignMemory.Suspect) {
    (requestID, receivedAt, night) = (suspect.requestID, suspect.receivedAt, suspect.night)
    (account, opensAccount, campaign) = (suspect.account, false, suspect.campaign)
    (isTonight, isLate, isSuspicious, isOdd) = (false, false, true, suspect.isOdd)
    (agency, ties, filing, known) = (suspect.trace.agency, Ties(), nil, suspect.trace)
  }

  init(_ entry: CampaignFinder.Entry, least: Double) {
    let assessment = entry.judged.assessment
    (requestID, receivedAt, night) = (assessment.requestID, assessment.receivedAt, assessment.night)
    (account, opensAccount, campaign) = (assessment.campaignID ?? "", assessment.opensCampaign, "")
    (isTonight, isLate) = (true, entry.isLate)
    isSuspicious = assessment.evidence.value >= least
    isOdd = entry.judged.bitsApartFromLinks.value >= least
    agency = entry.judged.agencyCode
    (ties, filing) = (entry.judged.ties, entry.filing)
  }

  var isLinked: Bool { Campaign.isLinked(campaign) }

  /// What it shows, worked out when it is first asked for.
  var trace: SharedTrace {
    mutating get {
      if let known { return known }
      let fresh = filing.map { SharedTrace($0.request) } ?? SharedTrace(agency: agency)
      known = fresh
      return fresh
    }
  }

  var arrival: Arrival { Arrival(receivedAt, id: requestID) }

  /// What the memory keeps of it.
  mutating func suspect(in campaign: String?) -> CampaignMemory.Suspect {
    CampaignMemory.Suspect(
      requestID: requestID, receivedAt: receivedAt, night: night, account: account, campaign: campaign ?? "",
      isOdd: isOdd, trace: trace)
  }
}
