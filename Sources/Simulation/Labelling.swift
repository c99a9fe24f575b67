import RequestModel
import Statistics

/// The desk's knowledge: few labels, late, and mostly of what was odd enough to be called back.
struct Labelling: Sendable {
  let world: World

  func label(_ draft: Draft, _ row: RequestRow) -> LabelRow? {
    var random = SeededGenerator(seed: draft.seed).split("label")
    let end = Int64(world.last + 1) * 86_400
    let received = row.receivedAt.seconds
    if draft.campaign >= 0 {
      let campaign = world.campaigns[Int(draft.campaign)]
      // Once a campaign is known, most of what came from it is found again.
      guard let found = campaign.found, random.chance(0.85) else { return nil }
      let at = max(found, received + 3_600) + Int64(random.below(86_400))
      return at < end ? LabelRow(isFraudulent: true, labelledAt: Instant(seconds: at), source: campaign.foundBy) : nil
    }
    var chance = world.style.callback
    if row.type == .emergency { chance *= 4 }
    if draft.scenario != nil { chance *= 2 }
    if row.disposition == .challenged || row.disposition == .rejected { chance *= 2.5 }
    guard random.chance(min(0.6, chance)) else { return nil }
    let wait = random.logNormal(median: row.type == .emergency ? 21_600 : 259_200, sigma: 1)
    let at = received + 600 + Int64(min(wait, 8e6))
    guard at < end else { return nil }
    let source = ["callback", "callback", "analyst", "agency_report", "audit"][random.below(5)]
    return LabelRow(isFraudulent: false, labelledAt: Instant(seconds: at), source: source)
  }
}
