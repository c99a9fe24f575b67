import RequestModel
import Statistics

/// One attack: a forger, the mailboxes in use, and the scenario that it plays.
struct Campaign: Sendable {
  /// One mailbox or account that the forger sends from.
  struct Mailbox: Sendable {
    var agency: Int
    /// Position among the agency's senders; −1: an invented person.
    var sender: Int
    var impostor: Sender?
  }

  var index: Int
  var name: String
  var scenario: Scenario
  /// The first day, local to the first victim.
  var day: Int32
  var mailboxes: [Mailbox]
  var attacker: Attacker
  var key: UInt64
  /// Seconds since 1970 when the desk found the campaign out; nil: never.
  var found: Int64?
  var foundBy = ""

  func impostor(of agency: Int32) -> Sender? { mailboxes.first { $0.agency == Int(agency) }?.impostor }
}

extension World {
  /// Draws the campaigns: every attack scenario allowed takes its turn, in an order of chance.
  mutating func planCampaigns(_ making: AgencyMaking) {
    let allowed = Scenario.attacks.filter { !parameters.excluding.contains($0) }
    guard !allowed.isEmpty else { return }
    var random = self.random.split("campaigns")
    let order = allowed.shuffled(using: &random)
    let early = order.filter { !parameters.late.contains($0) }
    let length = Double(parameters.days)
    for index in 0..<parameters.attacks {
      var when = 0.06 + 0.9 * random.uniform()
      if early.isEmpty { when = 0.7 + 0.3 * when }
      let choice = when < 0.7 ? early : order
      let scenario = choice[index % choice.count]
      let day = first + Int32(when * length)
      let source = random.split(index)
      var own = source.split("own")
      var mailboxes = chooseMailboxes(scenario, day, making, &own)
      let attacker = Attacker(self, victim: agencies[mailboxes[0].agency], random: source.split("habits"))
      if scenario == .dormantBurst { silence(&mailboxes, before: day) }
      var campaign = Campaign(
        index: index,
        name: "C" + String(repeating: "0", count: max(0, 4 - String(index + 1).count)) + String(index + 1),
        scenario: scenario, day: day, mailboxes: mailboxes, attacker: attacker, key: own.key)
      if own.chance(style.discovery) {
        let wait = own.logNormal(median: style.labelDelay * 86_400, sigma: 1)
        campaign.found = Int64(day) * 86_400 + Int64(wait)
        campaign.foundBy = own.pick(["callback", "agency_report", "agency_report", "analyst", "audit"])
      }
      campaigns.append(campaign)
    }
    campaigns.sort { ($0.day, $0.index) < ($1.day, $1.index) }
    for i in campaigns.indices { campaigns[i].index = i }
  }

  private func chooseMailboxes(
    _ scenario: Scenario, _ day: Int32, _ making: AgencyMaking, _ random: inout SeededGenerator
  ) -> [Campaign.Mailbox] {
    let several: Int =
      switch scenario {
      case .sharedTemplate, .sharedCallback, .sameTarget: 2 + random.below(3)
      default: random.chance(0.12) ? 2 : 1
      }
    var result: [Campaign.Mailbox] = []
    for _ in 0..<min(several, agencies.count) {
      var choice = victim(scenario, &random)
      for _ in 0..<20
      where result.contains(where: { $0.agency == choice })
        || (scenario == .sameTarget && result.contains { agencies[$0.agency].country == agencies[choice].country })
      {
        choice = victim(scenario, &random)
      }
      if result.contains(where: { $0.agency == choice }) { continue }
      result.append(mailbox(scenario, choice, day, making, &random))
    }
    return result
  }

  /// The agency attacked: busy ones by their traffic, quiet ones by chance, or one that fits the story.
  private func victim(_ scenario: Scenario, _ random: inout SeededGenerator) -> Int {
    func anyone(_ count: Int, prefer: (Agency) -> Double) -> Int {
      let pool = (0..<count).map { _ in random.below(agencies.count) }
      return pool.max { (prefer(agencies[$0]), $1) < (prefer(agencies[$1]), $0) } ?? 0
    }
    switch scenario {
    case .lowAndSlow, .poisoning: return anyone(12) { $0.rate }
    case .typeFlip: return anyone(12) { $0.rate * (1 - $0.emergencyShare) * (1 - $0.emergencyShare) }
    case .portalTakeover: return anyone(16) { $0.portalDay < first ? $0.rate : 0 }
    case .categoryFlip, .escalatedUrgency, .oddHours: return anyone(5) { $0.rate }
    default: return random.chance(0.5) ? anyone(4) { $0.rate } : random.below(agencies.count)
    }
  }

  private func mailbox(
    _ scenario: Scenario, _ agency: Int, _ day: Int32, _ making: AgencyMaking, _ random: inout SeededGenerator
  ) -> Campaign.Mailbox {
    let house = agencies[agency]
    if scenario == .newMailbox || scenario == .lookAlikeDomain {
      let country = countries[house.country]
      let language = house.languages[0].language
      var invented = making.person(
        of: house, number: 500 + random.below(400), language, country, random.split("impostor"))
      if scenario == .newMailbox {
        invented.localPart =
          random.chance(0.5)
          ? invented.localPart
          : random.pick(["emergency", "edr.desk", "cyber.unit", "duty"]) + String(random.below(90))
      } else {
        let real = house.senders[random.below(house.senders.count)]
        if random.chance(0.6) {
          (invented.name, invented.localPart, invented.badge) = (real.name, real.localPart, real.badge)
        }
        invented.foreignAddress = invented.localPart + "@" + LookAlike.of(house.domain(on: day), &random)
      }
      invented.accountDay = day - Int32(random.below(6))
      return Campaign.Mailbox(agency: agency, sender: -1, impostor: invented)
    }
    if scenario == .lowAndSlow || (scenario != .dormantBurst && random.chance(0.6)) {
      let loads = house.senders.map { $0.load(on: day) }
      if loads.contains(where: { $0 > 0 }) {
        return Campaign.Mailbox(agency: agency, sender: random.index(weights: loads), impostor: nil)
      }
    }
    // Anyone who has, or had, an account by then; the dormant one has had it for a while.
    let since = scenario == .dormantBurst ? day - 230 : day
    let known = house.senders.indices.filter { house.senders[$0].tenure.lowerBound < since }
    let anyone = house.senders.indices.filter { house.senders[$0].tenure.lowerBound < day }
    let pool = known.isEmpty ? (anyone.isEmpty ? [0] : anyone) : known
    return Campaign.Mailbox(agency: agency, sender: random.pick(pool), impostor: nil)
  }

  /// Nobody has heard from these mailboxes for more than half a year.
  private mutating func silence(_ mailboxes: inout [Campaign.Mailbox], before day: Int32) {
    for mailbox in mailboxes where mailbox.sender >= 0 {
      agencies[mailbox.agency].senders[mailbox.sender].absence = (day - 230)..<(day + 40)
    }
  }
}

/// Domains that pass for another at a glance.
enum LookAlike {
  static func of(_ domain: String, _ random: inout SeededGenerator) -> String {
    let dot = domain.firstIndex(of: ".") ?? domain.endIndex
    var name = Array(domain[..<dot])
    let end = String(domain[dot...])
    switch random.below(6) {
    case 0:
      let i = random.below(name.count - 1)
      if name[i] == name[i + 1] { name.remove(at: i) } else { name.swapAt(i, i + 1) }
    case 1: name.insert(name[random.below(name.count)], at: random.below(name.count))
    case 2:
      let swaps: [Character: Character] = ["l": "1", "o": "0", "e": "3", "i": "l", "m": "n", "u": "v", "a": "e"]
      if let i = name.firstIndex(where: { swaps[$0] != nil }), let other = swaps[name[i]] { name[i] = other }
    case 3:
      if let i = name.firstIndex(of: "-") { name.remove(at: i) } else { name.insert("-", at: name.count / 2) }
    case 4: return String(name) + ".test"
    default: return String(name) + random.pick(["-gov", "-mail", "-us", "s"]) + end
    }
    return String(name) + end
  }
}
