import RequestModel
import Statistics

extension World {
  /// Sets the benign oddities: some forty agencies share one of each kind, and each kind occurs at least once.
  mutating func planBenign(_ making: AgencyMaking) {
    var random = self.random.split("benign")
    let share = max(1, agencies.count / 40)
    func wanted(_ scenario: Scenario) -> Bool { !parameters.excluding.contains(scenario) }
    let busy = agencies.indices.sorted { (agencies[$0].rate, $1) > (agencies[$1].rate, $0) }
    /// An agency with enough traffic for the oddity to be seen.
    func pickBusy() -> Int { busy[random.below(max(1, busy.count / 3))] }
    /// One that has traffic but does not make up the log.
    func pickMiddling() -> Int { busy[busy.count / 8 + random.below(max(1, busy.count / 3))] }
    func day() -> Int32 {
      let length = Double(last - first + 1)
      return first + Int32((0.1 + 0.8 * random.uniform()) * length)
    }
    for _ in 0..<share {
      if wanted(.nightUnit) { makeNightUnit(pickMiddling(), random.split(random.below(1 << 40))) }
      if wanted(.welfareUnit) {
        let i = pickMiddling()
        agencies[i].isWelfareUnit = true
        agencies[i].emergencyShare = 0.7 + 0.25 * random.uniform()
        agencies[i].natureMix = random.dirichlet([0.5, 6, 0.2, 5, 0.02, 0.05, 3])
      }
      if wanted(.domainChange) {
        let i = pickBusy()
        agencies[i].domainDay = day()
        agencies[i].laterDomain = Names.ascii(agencies[i].place) + "\(agencies[i].index)-gov.example"
      }
      if wanted(.portalMove) { agencies[pickBusy()].portalDay = day() }
      if wanted(.newTemplate) { agencies[pickBusy()].templates.append((day(), random.next())) }
      if wanted(.detachedOfficer) { detach(pickBusy(), day(), &random) }
      if wanted(.jointTaskForce), agencies.count > 2 { join(pickBusy(), &random) }
      if wanted(.backlogDump) { dumps[day(), default: []].append(pickBusy()) }
      if wanted(.bulkCase) { bulks[day(), default: []].append(pickBusy()) }
      if wanted(.incidentSurge) {
        // The first where most agencies are, so that several of them meet at the desk.
        let country = incidents.isEmpty ? commonestCountry() : agencies[pickBusy()].country
        surge(country, day(), &random)
      }
      if wanted(.multilingual) { mixLanguages(pickBusy(), &random) }
    }
  }

  private mutating func makeNightUnit(_ i: Int, _ source: SeededGenerator) {
    agencies[i].isNightUnit = true
    agencies[i].weekendRoutine = 0.8
    agencies[i].weekendEmergency = 0.95
    for s in agencies[i].senders.indices { agencies[i].senders[s].shift = .night }
  }

  private mutating func detach(_ i: Int, _ day: Int32, _ random: inout SeededGenerator) {
    guard
      let s = agencies[i].senders.indices.max(by: {
        (agencies[i].senders[$0].load(on: day), $1) < (agencies[i].senders[$1].load(on: day), $0)
      })
    else { return }
    let hours = random.pick([-9, -6, -5, 5, 6, 8])
    agencies[i].senders[s].detached = (day, hours)
  }

  private mutating func join(_ i: Int, _ random: inout SeededGenerator) {
    let peers = agencies.indices.filter { $0 != i && agencies[$0].country == agencies[i].country }
    let pool = peers.isEmpty ? agencies.indices.filter { $0 != i } : peers
    agencies[i].partners = (0..<min(3, pool.count)).map { _ in random.pick(pool) }
    agencies[i].local = min(agencies[i].local, 0.6)
  }

  private func commonestCountry() -> Int {
    var counts = [Int](repeating: 0, count: countries.count)
    for agency in agencies { counts[agency.country] += 1 }
    return counts.indices.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0
  }

  private mutating func surge(_ country: Int, _ day: Int32, _ random: inout SeededGenerator) {
    let language = countries[country].languages[0].language
    incidents.append(
      Incident(
        country: country, start: day, days: Int32(1 + random.below(3)), place: Names.place(language, &random),
        nature: random.pick([.threatToLife, .terrorism, .bombThreat, .other]), factor: 6 + 8 * random.uniform()))
  }

  private mutating func mixLanguages(_ i: Int, _ random: inout SeededGenerator) {
    let main = agencies[i].languages[0].language
    let known = countries[agencies[i].country].languages.map(\.language).filter { $0 != main }
    let allowed = Language.allCases.filter {
      $0 != main && (parameters.languages.isEmpty || parameters.languages.contains($0.code))
    }
    guard let second = known.first(where: allowed.contains) ?? (allowed.isEmpty ? nil : random.pick(allowed)) else {
      return
    }
    agencies[i].languages = [(main, 0.65), (second, 0.35)]
  }

  /// The incident under way in a country on a day.
  func incident(_ agency: Agency, _ day: Int32) -> Int? {
    incidents.firstIndex { $0.country == agency.country && day >= $0.start && day < $0.start + $0.days }
  }
}
