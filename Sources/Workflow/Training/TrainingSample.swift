import LinearAlgebra
import LinearModels
import RequestModel
import Scoring
import Storage

/// What a model learns from: the judged requests whose truth is known or old enough to be taken for granted.
///
/// - Labelled requests count as labelled. A fraudulent campaign weighs at most `campaignWeight`, however many requests of
///   it were found.
/// - A request that nobody has labelled though it is older than the longest delay of a label is taken for legitimate, with
///   `unlabelledWeight` × (1 − its posterior): most are, some are not, and what looked forged is not taken as proof.
/// - So nobody is left out, and no row stands for others by the inverse of its chance of a label: the genuine ones that were
///   not called back are here themselves, and the chance that a fraud is found, which is not known, moves the intercept
///   alone, which training sets. Weighing by the chance of a label among requests of one score did worse on simulated logs
///   of two makes: within a score desks call back what is odd, and the looks that say so lost their weight.
/// - Younger ones without a label are left out: their verdict may still be on its way.
struct TrainingSample: Sendable {
  struct Parameters: Sendable {
    /// Few labels against much mail: it shows what is ordinary, the labels show what is not.
    var unlabelledWeight = 0.5
    var campaignWeight = 2.0
  }

  struct Row: Sendable {
    var request: JudgedRequest
    var isFraudulent: Bool
    var isLabelled: Bool
    var weight: Double
    /// Empty for legitimate requests.
    var campaign: String
    var scenario: String
  }

  private(set) var rows: [Row] = []
  /// Without a label, and too young to be taken for legitimate.
  private(set) var young: [JudgedRequest] = []
  var immature: Int { young.count }
  private(set) var longestDelayDays = 0
  private(set) var campaigns = 0
  /// How likely a label was, by the score, for people to know; nil where labels are too few to tell.
  private(set) var chance: LabellingChance?
  /// Requests that the rows stand for.
  private(set) var population = 0.0
  var fraudulent: Int { rows.count { $0.isFraudulent } }
  var labelled: Int { rows.count { $0.isLabelled } }

  /// - Parameter end: what is known by then; requests and labels after it are not looked at.
  init(_ log: JudgedLog, labels: KnownLabels, end: Instant, parameters: Parameters = Parameters()) {
    let judged = log.weighted.filter { $0.receivedAt < end }
    var delay: Int64 = 0
    var members: [CampaignNames.Member] = []
    for request in judged {
      guard let label = labels[request.requestID] else { continue }
      delay = max(delay, label.labelledAt.seconds - request.receivedAt.seconds)
      if label.label == .fraudulent {
        members.append(
          .init(
            requestID: request.requestID, receivedAt: request.receivedAt, agencyID: request.agencyID,
            sender: request.sender, scenario: label.scenario))
      }
    }
    longestDelayDays = Int((delay + 86_399) / 86_400)
    let names = CampaignNames.named(members)
    let sizes = Dictionary(names.values.map { ($0, 1.0) }, uniquingKeysWith: +)
    campaigns = sizes.count
    chance = LabellingChance(
      judged.filter { end.seconds - $0.receivedAt.seconds > delay }.map {
        ($0.evidence, $0.weight, labels[$0.requestID] != nil)
      })
    for request in judged {
      if let label = labels[request.requestID] {
        let isFraudulent = label.label == .fraudulent
        let campaign = isFraudulent ? names[request.requestID] ?? request.requestID : ""
        rows.append(
          Row(
            request: request, isFraudulent: isFraudulent, isLabelled: true,
            weight: isFraudulent ? min(1, parameters.campaignWeight / (sizes[campaign] ?? 1)) : 1,
            campaign: campaign, scenario: label.scenario))
        population += 1
      } else if end.seconds - request.receivedAt.seconds > delay {
        let weight = request.weight * parameters.unlabelledWeight * (1 - request.posterior)
        rows.append(
          Row(
            request: request, isFraudulent: false, isLabelled: false, weight: weight, campaign: "", scenario: ""))
        population += request.weight
      } else {
        young.append(request)
      }
    }
  }

  /// The weight of the fraudulent rows: about two a campaign.
  var fraudWeight: Double { rows.reduce(0) { $0 + ($1.isFraudulent ? $1.weight : 0) } }

  /// Rows for the regression: counted evidence in bits, habit line and base rate as a fixed offset.
  ///
  /// Two columns a look: what speaks of a forger, and, after all of these, what speaks of the sender himself.
  /// Complexity: O(rows · looks).
  func evidence() throws(LinearModelError) -> LogisticSample {
    let looks = rows.first?.request.trace?.looks.count ?? 0
    var bits = Matrix(rows: rows.count, columns: 2 * looks)
    for (i, row) in rows.enumerated() {
      guard let trace = row.request.trace, trace.looks.count == looks else {
        throw .lengthMismatch(expected: looks, found: row.request.trace?.looks.count ?? 0)
      }
      for (j, value) in trace.looks.enumerated() { bits[i, value > 0 ? j : looks + j] = value }
    }
    return try EvidenceRegression.sample(
      bits: bits, labels: rows.map { $0.isFraudulent ? 1 : 0 }, weights: rows.map(\.weight),
      offsetBits: rows.map { $0.request.trace?.offset ?? 0 })
  }
}
