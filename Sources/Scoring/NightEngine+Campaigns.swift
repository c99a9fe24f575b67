import Detection
import RequestModel
import Statistics

extension NightEngine {
  /// Names the campaigns that judged requests belong to, with the suspicious ones of the window before.
  ///
  /// The requests are those of the night, in order. O(suspects + ties).
  func nameCampaigns(
    of filings: [Filing], _ judged: [Judged], late: [(filing: Filing, judged: Judged)] = [], night: Night,
    memory: CampaignMemory
  ) -> FoundCampaigns {
    var entries = zip(filings, judged).map { CampaignFinder.Entry(filing: $0, judged: $1) }
    entries += late.map { CampaignFinder.Entry(filing: $0.filing, judged: $0.judged, isLate: true) }
    let found = CampaignFinder(suspects: memory.withinReach(of: night), least: settings.campaignBits).find(entries)
    for (entry, id) in zip(entries, found.ids) { entry.judged.assessment.campaignID = id }
    return found
  }

  /// What the verdicts of a night make of what it notes: a cleared request ties no others, a forged one does.
  func settled(_ notes: CampaignMemory.Notes, by verdicts: [VerdictEffect], at night: Night) -> CampaignMemory.Notes {
    var notes = notes
    let known = set.world.campaigns.suspects
    for verdict in verdicts {
      let id = verdict.request.id
      let old = notes.suspects.last { $0.requestID == id } ?? known.first { $0.requestID == id }
      notes.suspects.removeAll { $0.requestID == id }
      guard verdict.isFraud else {
        if old != nil { notes.cleared.append(id) }
        continue
      }
      guard verdict.night >= night.advanced(by: -CampaignMemory.days) else { continue }
      notes.suspects.append(
        CampaignMemory.Suspect(
          requestID: id, receivedAt: verdict.request.receivedAt, night: verdict.night, account: old?.account ?? "",
          campaign: notes.named.last { $0.requestID == id }?.campaign ?? old?.campaign ?? "", isOdd: true,
          trace: SharedTrace(verdict.request)))
    }
    return notes
  }
}
