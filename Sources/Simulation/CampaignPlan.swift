import RequestModel
import Statistics

/// Lays a campaign out in time: which mailbox sends what kind of request when.
struct CampaignPlan {
  let world: World
  let campaign: Campaign
  private var random: SeededGenerator
  private var drafts: [Draft] = []

  init(world: World, campaign: Campaign) {
    self.world = world
    self.campaign = campaign
    random = SeededGenerator(seed: campaign.key).split("plan")
  }

  /// The campaign's drafts; those after the end of the log are left out by the caller.
  mutating func make() -> [Draft] {
    let attacker = campaign.attacker
    let day = campaign.day
    switch campaign.scenario {
    case .dormantBurst:
      burst(5 + random.below(26), over: 1 + 2 * random.uniform(), type: .emergency)
    case .lowAndSlow:
      for week in 0..<(3 + random.below(10)) {
        send(claimedType(), on: day + Int32(week * 7 + random.below(3)), officeHours: true)
      }
    case .probeThenHarvest:
      for _ in 0..<(1 + random.below(2)) { send(.preservation, on: day, officeHours: attacker.keepsOfficeHours) }
      burst(4 + random.below(20), over: 1 + 3 * random.uniform(), after: 1 + Int32(random.below(4)))
    case .assetFreeze:
      send(.emergency, on: day, officeHours: attacker.keepsOfficeHours)
      for i in 0..<(1 + random.below(4)) {
        send(.freeze, on: day + 1 + Int32(i), officeHours: attacker.keepsOfficeHours)
      }
    case .poisoning:
      let rehearsals = 6 + random.below(12)
      for i in 0..<rehearsals { send(nil, on: day + Int32(i * 2 + random.below(2)), officeHours: true) }
      for i in drafts.indices { drafts[i].rehearses = true }
      burst(2 + random.below(6), over: 2, after: Int32(rehearsals * 2))
    case .sharedTemplate, .sharedCallback, .sameTarget:
      burst(max(2 * campaign.mailboxes.count, min(24, attacker.requests)), over: 1 + 5 * random.uniform())
    case .platformSpray:
      burst(max(2, min(12, world.style.platforms.count)), over: 0.2 + random.uniform())
    case .personalTarget: burst(1 + random.below(3), over: 2)
    case .newMailbox: burst(1 + random.below(8), over: 1 + 3 * random.uniform(), type: .emergency)
    case .forgedProcess: burst(min(30, attacker.requests), over: 1 + 9 * random.uniform(), type: forgedType())
    case .typeFlip, .categoryFlip, .escalatedUrgency:
      burst(max(2, min(20, attacker.requests)), over: 1 + 4 * random.uniform(), type: .emergency)
    default:
      let span = Double(min(30, attacker.requests)) * attacker.gap / 86_400
      burst(min(30, attacker.requests), over: min(21, max(0.1, span)))
    }
    for i in drafts.indices { drafts[i].step = Int32(i) }
    return drafts
  }

  private mutating func claimedType() -> RequestType {
    // An emergency where the forger's habit is to claim one, else the process the victim sends most.
    if random.chance(campaign.attacker.claimsEmergency) { return .emergency }
    let house = world.agencies[campaign.mailboxes[0].agency]
    return random.chance(0.6) ? Draws.type(house.typeMix, &random) : forgedType()
  }

  private mutating func forgedType() -> RequestType {
    random.pick([.subpoena, .subpoena, .courtOrder, .mlat, .other, .searchWarrant])
  }

  private mutating func burst(_ count: Int, over days: Double, after wait: Int32 = 0, type: RequestType? = nil) {
    for _ in 0..<count {
      let offset = Int32(days * random.uniform())
      var chosen = type ?? claimedType()
      if chosen == .emergency, world.parameters.shift.contains(.noEmergency) { chosen = forgedType() }
      send(chosen, on: campaign.day + wait + offset, officeHours: campaign.attacker.keepsOfficeHours)
      // Who is at it sends some more in the same hour.
      guard drafts.count > 1, random.chance(0.35) else { continue }
      let previous = drafts[drafts.count - 2]
      if !previous.rehearses {
        drafts[drafts.count - 1].instant = previous.instant + Int64(random.logNormal(median: 900, sigma: 1) * 1e6)
      }
    }
  }

  /// Plans one request; without a type it is as the victim's own requests are.
  private mutating func send(_ type: RequestType?, on wanted: Int32, officeHours: Bool) {
    let attacker = campaign.attacker
    let box = campaign.mailboxes[drafts.count % campaign.mailboxes.count]
    let house = world.agencies[box.agency]
    var day = min(wanted, max(campaign.day, world.last))
    if officeHours || attacker.restsOnDaysOff {
      for _ in 0..<4 where day < world.last && world.calendars[house.country].kind(day) != .working { day += 1 }
    }
    let instant: Int64
    if campaign.scenario == .oddHours, !world.parameters.shift.contains(.officeHours) {
      instant = world.instant(house, day: day, second: 3_600 * (1.5 + 4 * random.uniform()))
    } else if officeHours {
      let person = box.impostor ?? house.senders[max(0, box.sender)]
      var hour = 0.0
      while hour < 7 || hour > 19 { hour = random.normal(mean: person.middle + 0.5, deviation: 2.2) }
      instant = world.instant(house, day: day, second: 3_600 * hour)
    } else {
      var hour = random.normal(mean: attacker.peakHour, deviation: attacker.spread).truncatingRemainder(dividingBy: 24)
      if hour < 0 { hour += 24 }
      instant =
        (Int64(day) * 86_400 + Int64(hour * 3_600) + Int64(random.below(60))) * 1_000_000
        + Int64(random.below(1_000_000))
    }
    var kind = type ?? Draws.type(house.typeMix, &random)
    if kind == .emergency, world.parameters.shift.contains(.noEmergency) { kind = .subpoena }
    drafts.append(
      Draft(
        instant: max(instant, Int64(world.first) * 86_400_000_000), agency: Int32(box.agency),
        sender: Int32(box.sender),
        homeAgency: Int32(box.agency), type: kind, channel: channel(house, day), caseKey: random.next(),
        seed: random.next(), scenario: campaign.scenario, campaign: Int32(campaign.index)))
  }

  private mutating func channel(_ house: Agency, _ day: Int32) -> Channel {
    switch campaign.scenario {
    case .portalTakeover: return .portal
    case .lookAlikeDomain, .divertedReply: return world.parameters.shift.contains(.portal) ? .portal : .email
    default: break
    }
    if let fixed = campaign.attacker.channel { return fixed }
    let usual = Clockwork.channel(house, day: day, emergency: true, &random)
    return usual == .email || usual == .api ? usual : .portal
  }
}
