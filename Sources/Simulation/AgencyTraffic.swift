import RequestModel
import Statistics

/// The genuine requests of one agency, day after day.
///
/// Holds only what one agency needs to remember: its open cases and the season it is in. Days must come in order.
struct AgencyTraffic: Sendable {
  /// Requests that come out of one occasion at the desk.
  static let requestsPerCluster = 1.25

  private struct OpenCase: Sendable {
    var key: UInt64
    var sender: Int32
  }

  private var cases: [OpenCase] = []
  private var season = Int32.min
  private var swing = 1.0
  private var sawEmergency = false

  mutating func day(_ day: Int32, _ agency: Agency, _ world: World, into drafts: inout [Draft]) {
    var random = SeededGenerator(seed: agency.key).split("day").split(Int(day))
    let block = day.quotientAndRemainder(dividingBy: 28).quotient
    if block != season {
      season = block
      var slow = SeededGenerator(seed: agency.key).split("season").split(Int(block))
      swing = slow.gamma(shape: agency.steadiness, scale: 1 / agency.steadiness)
    }
    let incident = world.incident(agency, day)
    let surge = incident.map { world.incidents[$0].factor } ?? 1
    let rate = agency.rate * swing
    // In an incident even quiet agencies write.
    let stirred = incident == nil ? 0 : 0.5
    let emergencies = random.poisson(
      mean: stirred + rate * agency.emergencyShare * surge * world.growth(day, emergency: true)
        * world.activity(agency, day, emergency: true))
    let routine = random.poisson(
      mean: rate * (1 - agency.emergencyShare) * world.growth(day, emergency: false)
        * world.activity(agency, day, emergency: false))
    let occasions = emergencies + routine
    let dump = world.dumps[day]?.contains(agency.index) ?? false
    let bulk = world.bulks[day]?.contains(agency.index) ?? false
    guard occasions > 0 || dump || bulk else { return }
    let loads = agency.senders.map { $0.load(on: day) }
    guard loads.contains(where: { $0 > 0 }) else { return }
    for i in 0..<occasions {
      occasion(
        emergency: i < emergencies, loads, day, agency, world, i < emergencies ? incident : nil, &random, into: &drafts)
    }
    if dump { backlog(loads, day, agency, world, &random, into: &drafts) }
    if bulk { bulkCase(loads, day, agency, world, &random, into: &drafts) }
  }

  /// One occasion: a case, new or open, and the requests it needs.
  private mutating func occasion(
    emergency: Bool, _ loads: [Double], _ day: Int32, _ agency: Agency, _ world: World, _ incident: Int?,
    _ random: inout SeededGenerator, into drafts: inout [Draft]
  ) {
    var sender = Int32(random.index(weights: loads))
    var key = random.next()
    if !cases.isEmpty, random.chance(emergency ? 0.08 : 0.22) {
      let open = cases[random.below(cases.count)]
      key = open.key
      if loads[Int(open.sender)] > 0 { sender = open.sender }
    } else {
      if cases.count >= 8 { cases.removeFirst() }
      cases.append(OpenCase(key: key, sender: sender))
    }
    let person = agency.senders[Int(sender)]
    var second = Clockwork.second(person, on: day, agency: agency, emergency: emergency, &random)
    let count = random.geometric(mean: AgencyTraffic.requestsPerCluster)
    for i in 0..<min(12, count) {
      let caseKey = i == 0 || random.chance(0.6) ? key : random.next()
      let type = emergency ? RequestType.emergency : Draws.type(agency.typeMix, &random)
      var draft = Draft(
        instant: world.instant(agency, day: day, second: second), agency: Int32(agency.index), sender: sender,
        homeAgency: Int32(agency.index), type: type,
        channel: Clockwork.channel(agency, day: day, emergency: emergency, &random), caseKey: caseKey,
        seed: random.next())
      if let incident, random.chance(0.8) { draft.incident = Int32(incident) }
      if !agency.partners.isEmpty, random.chance(0.4) { draft.agency = Int32(random.pick(agency.partners)) }
      draft.scenario = oddity(draft, person, day, second, agency, world)
      if emergency { sawEmergency = true }
      drafts.append(draft)
      resend(draft, on: day, world, &random, into: &drafts)
      second = min(86_399, second + random.logNormal(median: 240, sigma: 1))
    }
  }

  /// The same request again, as written, minutes to days later.
  private func resend(
    _ draft: Draft, on day: Int32, _ world: World, _ random: inout SeededGenerator, into drafts: inout [Draft]
  ) {
    guard !world.parameters.excluding.contains(.duplicate), random.chance(0.012) else { return }
    var again = draft
    again.instant += Int64(random.logNormal(median: 5_400, sigma: 1.6) * 1e6)
    again.scenario = .duplicate
    again.writtenDay = day
    drafts.append(again)
  }

  /// Many old cases in an hour.
  private mutating func backlog(
    _ loads: [Double], _ day: Int32, _ agency: Agency, _ world: World, _ random: inout SeededGenerator,
    into drafts: inout [Draft]
  ) {
    let sender = Int32(random.index(weights: loads))
    let start = 32_400 + 21_600 * random.uniform()
    for _ in 0..<(20 + random.below(81)) {
      var draft = Draft(
        instant: world.instant(agency, day: day, second: start + 3_600 * random.uniform()),
        agency: Int32(agency.index), sender: sender, homeAgency: Int32(agency.index),
        type: Draws.type(agency.typeMix, &random),
        channel: Clockwork.channel(agency, day: day, emergency: false, &random), caseKey: random.next(),
        seed: random.next())
      draft.scenario = .backlogDump
      drafts.append(draft)
    }
  }

  /// One large case: hundreds of accounts under one number.
  private mutating func bulkCase(
    _ loads: [Double], _ day: Int32, _ agency: Agency, _ world: World, _ random: inout SeededGenerator,
    into drafts: inout [Draft]
  ) {
    let sender = Int32(random.index(weights: loads))
    let key = random.next()
    let types: [RequestType] = [.subpoena, .searchWarrant, .courtOrder]
    for _ in 0..<(1 + random.below(4)) {
      var draft = Draft(
        instant: world.instant(
          agency, day: day,
          second: Clockwork.second(agency.senders[Int(sender)], on: day, agency: agency, emergency: false, &random)),
        agency: Int32(agency.index), sender: sender, homeAgency: Int32(agency.index), type: random.pick(types),
        channel: Clockwork.channel(agency, day: day, emergency: false, &random), caseKey: key, seed: random.next())
      draft.targets = Int32(min(900, random.pareto(minimum: 80, shape: 1.1)))
      draft.scenario = .bulkCase
      drafts.append(draft)
    }
  }

  /// The benign story that a request belongs to, the rarer before the commoner.
  private func oddity(
    _ draft: Draft, _ sender: Sender, _ day: Int32, _ second: Double, _ agency: Agency, _ world: World
  ) -> Scenario? {
    let excluded = world.parameters.excluding
    func recent(_ since: Int32, _ days: Int32 = 30) -> Bool {
      since >= world.first && day >= since && day < since &+ days
    }
    func allowed(_ scenario: Scenario) -> Scenario? { excluded.contains(scenario) ? nil : scenario }
    if draft.incident >= 0 { return .incidentSurge }
    if draft.agency != draft.homeAgency { return .jointTaskForce }
    if draft.type == .emergency, !sawEmergency, agency.rate < 0.02 {
      if let first = allowed(.firstEmergency) { return first }
    }
    if recent(sender.tenure.lowerBound), sender.tenure.lowerBound > world.first { return allowed(.newOfficer) }
    if agency.domainDay < .max, recent(agency.domainDay) { return .domainChange }
    if agency.portalDay < .max, recent(agency.portalDay) { return allowed(.portalMove) }
    if let moved = sender.detached, day >= moved.day, day < moved.day + 45 { return .detachedOfficer }
    if let template = agency.templates.last, recent(template.day) { return .newTemplate }
    if agency.isNightUnit, second < 21_600 || second > 75_600 { return .nightUnit }
    if agency.isWelfareUnit, draft.type == .emergency { return .welfareUnit }
    if world.calendars[agency.country].kind(day) == .afterHoliday { return allowed(.holidaySpike) }
    if world.calendars[agency.country].kind(day) == .holiday { return allowed(.holidaySpike) }
    if agency.languages.count > 1 { return allowed(.multilingual) }
    if world.clocks[agency.clock].changeDays.contains(where: { day >= $0 && day < $0 + 7 }) {
      return allowed(.daylightSaving)
    }
    return nil
  }
}
