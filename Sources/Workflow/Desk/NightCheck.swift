import Reporting
import RequestModel
import Scoring
import Statistics
import Storage

/// Recomputes the digests of closed nights from their rows, night by night.
struct NightCheck {
  private let store: Store
  /// Nil where the key is away: seals are then taken as they are.
  private let seal: ScoreSeal?
  private var previous: [UInt8] = []
  /// The digest that the latest close wrote of each campaign.
  private var campaigns: [String: [UInt8]] = [:]
  /// How many scores were looked at, and of how many the request or the details are gone.
  private(set) var scores = 0
  private(set) var erased = 0

  init(store: Store, seal: ScoreSeal?) {
    self.store = store
    self.seal = seal
  }

  /// What is wrong with a night; to be asked for every night, in order.
  ///
  /// O(scores of the night · log store).
  mutating func problems(of night: StoredNight) throws -> [String] {
    var found: [String] = []
    let digests = night.digests
    if digests.previousChain != previous { found.append("it does not follow the night before it") }
    previous = digests.chain
    if Digesting.chain(night.night, digests) != digests.chain { found.append("its link of the chain is wrong") }
    let scores = try store.scores(closedWith: night.night)
    self.scores += scores.count
    let late = Set(scores.filter(\.isLate).map(\.requestID))
    let requests = try store.requestDigests(closedWith: night.night)
    if Digesting.requests(requests.filter { !late.contains($0.requestID) }.map(\.digest)) != digests.requests {
      found.append("its requests are not those that were judged")
    }
    let inOrder =
      scores.filter { !$0.isLate }
      + scores.filter(\.isLate).sorted { ($0.night, $0.receivedAt) < ($1.night, $1.receivedAt) }
    if Digesting.scores(inOrder) != digests.scores { found.append("its scores are not those that were written") }
    let erased = Set(requests.filter(\.isErased).map(\.requestID))
    var changed: [StoredScore] = []
    for score in scores where try isChanged(score, isErased: erased.contains(score.requestID)) { changed.append(score) }
    if let first = changed.first {
      found.append(
        "\(Figure.counted(changed.count, "score")) changed, the first that of \(Terminal.plain(first.requestID))")
    }
    if StoredNight.Counts(of: scores) != night.counts { found.append("its counts are not those of its scores") }
    if try !digests.ledger.isEmpty && ledger(night).digest != digests.ledger {
      found.append("its verdicts, lessons, restatements or campaigns are not those that were written")
    }
    return found
  }

  /// What is wrong with the campaigns; to be asked after the last night.
  func problemsOfCampaigns() throws -> [String] {
    try campaigns.sorted { $0.key < $1.key }.compactMap { id, digest in
      let campaign = try store.campaign(id)
      if campaign.map(Digesting.digest) == digest { return nil }
      return "Campaign \(Terminal.plain(id)) is not the one that was written."
    }
  }

  private mutating func ledger(_ night: StoredNight) throws -> NightLedger {
    let nights = night.night...night.night
    let written = try store.campaignDigests(closedWith: night.night)
    campaigns.merge(written) { $1 }
    return NightLedger(
      skipped: night.skipped, counts: night.counts, verdicts: try store.verdicts(betweenCloses: nights),
      lessons: try store.lessons(closedWith: night.night), restatements: try store.restatements(in: nights),
      campaigns: written)
  }

  /// Whether a row says something else than its digests vouch for.
  ///
  /// The score is a function of the evidence. Of what erasure and retention took, the digest is all that is left.
  private mutating func isChanged(_ score: StoredScore, isErased: Bool) throws -> Bool {
    if score.score != Assessment.score(of: Bits(units: score.evidence)) { return true }
    let lacksSubject = isErased && score.sender.isEmpty && score.reasons == nil
    let lacksDetails = score.contributions.isEmpty && score.reasons == nil
    if isErased || lacksDetails { erased += 1 }
    if !lacksDetails && Digesting.digest(Assessment(score)) != score.digest { return true }
    guard let seal, !score.seal.isEmpty, !lacksSubject, !(lacksDetails && score.isAlert) else { return false }
    return seal.seal(score) != score.seal
  }
}
