import RequestModel
import Scoring
import Statistics

extension AlertEntry {
  /// Looks shown one by one on a card; the rest are summed in one line.
  static let shownReasons = 8

  /// The agency as people know it: directory name, else the name in the request, else its identifier.
  package var agencyLabel: String {
    if let name = contact?.agencyName, !name.isEmpty { return name }
    return request.agencyName.isEmpty ? assessment.agencyID : request.agencyName
  }

  package var senderLabel: String { assessment.sender.isEmpty ? "no sender account" : assessment.sender }

  /// When it came, in UTC and on the agency's clock.
  package var receivedText: String {
    let utc = TimeText.dateAndClock(assessment.receivedAt) + " UTC"
    guard let offset = request.localOffsetMinutes, offset != 0 else { return utc }
    let local = TimeText.dateAndClock(assessment.receivedAt, offsetMinutes: offset)
    return utc + " (there: \(local), \(TimeText.offset(offset)))"
  }

  /// `Emergency request by portal`.
  package var kindText: String {
    if isErased { return "Erased request" }
    let type = AlertEntry.words(request.type.name)
    return type.prefix(1).uppercased() + type.dropFirst() + (request.type == .emergency ? " request" : "")
      + " by \(AlertEntry.words(request.channel.name))"
  }

  static func words(_ name: String) -> String {
    switch name {
    case "ip_logs": "IP logs"
    case "mlat", "epoc", "api": name.uppercased()
    default: String(name.map { $0 == "_" ? " " : $0 })
    }
  }

  func card(anchorPrefix: String = "alert") -> ReportPage.AlertCard {
    ReportPage.AlertCard(
      anchor: anchor(anchorPrefix), rank: assessment.rank, title: agencyLabel, subtitle: kindText,
      score: Figure.decimal(assessment.score, 1), badges: badges, facts: facts,
      phone: contact?.callbackPhone ?? "", call: CallBackGuidance.callStep(self),
      steps: CallBackGuidance.steps(for: self), reasons: shownReasonLines, total: reasonTotal,
      enough: whatWouldHaveBeenEnough, fellows: fellowLines)
  }

  /// Other requests of the campaign that a card names; the rest are told by their number.
  static let shownFellows = 6

  /// The other requests of its campaign, a line each, the latest ones where there are many.
  package var fellowLines: [String] {
    let left = fellows.count - AlertEntry.shownFellows
    return (left > 0 ? ["\(Figure.counted(left, "earlier request"))"] : [])
      + fellows.suffix(AlertEntry.shownFellows).map { fellow in
        let agency = fellow.agencyName.isEmpty ? fellow.agencyID : fellow.agencyName
        let score = fellow.score.map { ", score \(Figure.decimal($0, 1))" } ?? ""
        return "\(fellow.requestID), \(agency), \(TimeText.dateAndClock(fellow.receivedAt)) UTC\(score)"
      }
  }

  /// Sentences on the smallest change that would have kept it from being an alert; none where that is not known.
  package var whatWouldHaveBeenEnough: [String] {
    guard assessment.isAlert, assessment.alertLevel != nil else { return [] }
    guard assessment.counterfactuals.isEmpty else { return assessment.counterfactuals.map(\.text) }
    return [
      "No one change, nor any two together, would have kept it from being an alert: it stands on several stories."
    ]
  }

  /// A fragment name that holds nothing of the request's own text.
  func anchor(_ prefix: String) -> String {
    let place = assessment.isLate ? "late-\(assessment.receivedAt.microseconds)" : String(assessment.rank)
    return "\(prefix)-\(assessment.night)-\(place)"
  }

  private var badges: [ReportPage.Badge] {
    var badges: [ReportPage.Badge] = []
    if let verdict {
      badges.append(verdict.isFraudulent ? .init("Confirmed forged", .alarm) : .init("Confirmed genuine", .good))
    } else if assessment.isAlert {
      badges.append(.init("Call-back open", .notice))
    }
    if assessment.campaignID != nil { badges.append(.init("Campaign", .alarm)) }
    if assessment.isHeld { badges.append(.init("Held: teaches nothing", .plain)) }
    if assessment.isLate { badges.append(.init("Came late", .plain)) }
    if !assessment.isCertified { badges.append(.init("p-value not certified", .notice)) }
    return badges
  }

  private var facts: [NamedValue] {
    var facts = [
      NamedValue("Request", assessment.requestID),
      NamedValue("Sender", senderLabel),
      NamedValue("Agency", agencyFact),
      NamedValue("Received", receivedText),
    ]
    if isErased {
      facts.append(NamedValue("Erased", "who sent it and what it asked for are kept no more"))
    } else {
      var asked = [Figure.counted(request.targetCount, "target")]
      asked += request.categories.elements.map { AlertEntry.words($0.name) }
      facts.append(NamedValue("Asks for", asked.joined(separator: ", ")))
    }
    if !request.natures.isEmpty {
      let natures = request.natures.elements.map { AlertEntry.words($0.name) }
      facts.append(NamedValue("Danger claimed", natures.joined(separator: ", ")))
    }
    if let minutes = request.deadlineMinutes {
      facts.append(NamedValue("Reply demanded", "within " + AlertEntry.duration(minutes: Int(clamping: minutes))))
    }
    if !request.platform.isEmpty { facts.append(NamedValue("Product", request.platform)) }
    facts.append(NamedValue("Evidence", evidenceText))
    facts.append(NamedValue("How rare", rarityText))
    if let probability = assessment.probability {
      facts.append(NamedValue("Probability of fraud", Figure.percent(probability) + ", calibrated"))
    }
    if let campaign = assessment.campaignID { facts.append(NamedValue("Campaign", campaign)) }
    if let verdict { facts.append(NamedValue("Verdict", verdictText(verdict))) }
    return facts
  }

  private var agencyFact: String {
    var parts = [assessment.agencyID]
    if let type = request.agencyType { parts.append(type.name) }
    if !request.agencyCountry.isEmpty { parts.append(request.agencyCountry) }
    return parts.joined(separator: ", ")
  }

  var evidenceText: String {
    "\(Figure.signed(assessment.evidence.value)) bits, \(Figure.odds(bits: assessment.evidence.value)) that it is forged, "
      + "before calibration"
  }

  var rarityText: String {
    let share =
      "\(Figure.oneIn(assessment.pValue)) past requests looked at least this odd (p = "
      + "\(Figure.probability(assessment.pValue)))"
    guard !assessment.isCertified, assessment.missingForCertificate > 0 else { return share }
    return share + "; \(Figure.count(assessment.missingForCertificate)) more clean requests are needed to certify this"
  }

  private func verdictText(_ verdict: VerdictEntry) -> String {
    var text = verdict.isFraudulent ? "forged" : "genuine"
    text += ", " + TimeText.dateAndClock(verdict.labelledAt) + " UTC"
    if !verdict.source.isEmpty { text += ", by \(verdict.source)" }
    if !verdict.note.isEmpty { text += ": \(verdict.note)" }
    return text
  }

  /// An adjustment of less is too light for a line of its own on a card, in bits.
  private static let lightest = 0.5

  /// The heaviest reasons, the adjustments that count and the base rate; what is left over is summed in one line.
  private var reasonLines: (shown: [Reason], rest: [Reason]) {
    let reasons = ReasonLine.ordered(assessment.reasons)
    let evidence = reasons.prefix { ReasonLine.kind(of: $0).isEvidence }
    var (shown, rest) = (
      Array(evidence.prefix(AlertEntry.shownReasons)), Array(evidence.dropFirst(AlertEntry.shownReasons))
    )
    for reason in reasons.dropFirst(evidence.count) {
      let kind = ReasonLine.kind(of: reason)
      let isLight = (kind == .group || kind == .habit) && abs(reason.contribution.value) < AlertEntry.lightest
      if isLight { rest.append(reason) } else { shown.append(reason) }
    }
    return (shown, rest)
  }

  private var shownReasonLines: [ReasonLine] { reasonLines.shown.map(ReasonLine.init) }

  private var reasonTotal: ReportPage.ReasonTotal {
    let rest = reasonLines.rest
    return ReportPage.ReasonTotal(
      bits: assessment.evidence.value, odds: Figure.odds(bits: assessment.evidence.value), restCount: rest.count,
      restBits: rest.reduce(Bits.zero) { $0 + $1.contribution }.value)
  }

  static func duration(minutes: Int) -> String {
    switch minutes {
    case ..<120: Figure.counted(minutes, "minute")
    case ..<2880: Figure.decimal(Double(minutes) / 60, minutes % 60 == 0 ? 0 : 1) + " hours"
    default: Figure.decimal(Double(minutes) / 1440, minutes % 1440 == 0 ? 0 : 1) + " days"
    }
  }
}
