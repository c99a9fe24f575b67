import RequestModel
import Statistics

/// A labelled request log made from a seed.
///
/// - The same parameters give the same rows in any run; rows come in order of `receivedAt`.
/// - Memory grows with agencies and campaigns and holds two days of small drafts, never the log.
/// - Complexity: O(agencies · days + requests).
/// - Every mail domain ends in a reserved name, every telephone number is one that cannot be dialled, and every network
///   address is out of shared or documentation space, save the free-mail domains that forgers divert replies to.
package struct Simulation: Sendable {
  package let parameters: SimulationParameters
  private let world: World

  package init(_ parameters: SimulationParameters) {
    self.parameters = parameters
    world = World(parameters)
  }

  /// What the desk's directory says of the agencies, by agency.
  package func directory() -> [AgencyListing] { world.directory() }

  /// Public holidays and incidents of the log's days, by date.
  package func calendar() -> [CalendarListing] { world.calendar() }

  /// Hands every request over, in order of time; all of them lie in the days asked for, counted in UTC.
  ///
  /// - Parameter consume: Called once a request; what it throws ends the run.
  package func run(_ consume: (SimulatedRequest) throws -> Void) rethrows {
    let composer = Composer(world: world)
    let labelling = Labelling(world: world)
    var traffic = [AgencyTraffic](repeating: AgencyTraffic(), count: world.agencies.count)
    var pending: [Draft] = []
    var nextCampaign = 0
    var serial = 0
    let begin = Int64(world.first) * 86_400_000_000
    let end = Int64(world.last + 1) * 86_400_000_000
    // Local days of one date spread over fifty hours of the world; what lies before the next date's first hour is final.
    for day in (world.first - 1)...(world.last + 2) {
      if day >= world.first, day <= world.last {
        for i in world.agencies.indices { traffic[i].day(day, world.houses[i].agency, world, into: &pending) }
      }
      while nextCampaign < world.campaigns.count, world.campaigns[nextCampaign].day <= day {
        var plan = CampaignPlan(world: world, campaign: world.campaigns[nextCampaign])
        pending += plan.make()
        nextCampaign += 1
      }
      let bound = day > world.last ? Int64.max : (Int64(day + 1) * 86_400 - 14 * 3_600) * 1_000_000
      var ready: [Draft] = []
      var later: [Draft] = []
      for draft in pending {
        if draft.instant < bound { ready.append(draft) } else { later.append(draft) }
      }
      ready.sort(by: Draft.precedes)
      pending = later
      for draft in ready {
        guard draft.instant >= begin, draft.instant < end else { continue }
        serial += 1
        var row = composer.compose(draft)
        row.id = Simulation.name(serial)
        let label = labelling.label(draft, row)
        try consume(SimulatedRequest(row: row, truth: truth(of: draft), label: label))
      }
      if day > world.last { break }
    }
  }

  private static func name(_ serial: Int) -> String {
    let digits = String(serial)
    return "REQ-" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }

  private func truth(of draft: Draft) -> Truth {
    let forged = draft.campaign >= 0
    return Truth(
      isFraudulent: forged, scenario: draft.scenario, campaign: forged ? world.campaigns[Int(draft.campaign)].name : "",
      agency: world.agencies[Int(draft.agency)].id)
  }
}
