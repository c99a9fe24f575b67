import RequestModel
import Statistics

/// A request being written: the row, how its writer writes, and what the letter tells.
final class Composition {
  var row = RequestRow()
  var hand = Hand()
  var facts = LetterFacts()
}

/// Turns drafts into rows; a pure function of the world and the draft.
struct Composer: Sendable {
  let world: World

  func compose(_ draft: Draft) -> RequestRow {
    var random = SeededGenerator(seed: draft.seed)
    let house = world.houses[Int(draft.agency)]
    let homeHouse = world.houses[Int(draft.homeAgency)]
    let forged = draft.campaign >= 0
    let sender: Sender =
      if draft.sender >= 0 { homeHouse.agency.senders[Int(draft.sender)] } else {
        world.campaigns[Int(draft.campaign)].impostor(of: draft.homeAgency) ?? homeHouse.agency.senders[0]
      }
    let day = draft.writtenDay > .min ? draft.writtenDay : world.localDay(homeHouse.agency, draft.instant)
    let work = Composition()
    heading(&work.row, draft, house.agency, &random)
    identity(work, draft, house.agency, homeHouse.agency, sender, day, &random)
    request(work, draft, homeHouse.agency, day, &random)
    session(&work.row, homeHouse.agency, sender, day, &random)
    style(work, draft, homeHouse.agency, sender, day, &random)
    if forged {
      Disguise(
        world: world, campaign: world.campaigns[Int(draft.campaign)], draft: draft, agency: house.agency, day: day
      )
      .apply(to: work)
    }
    wording(work, random)
    outcome(&work.row, homeHouse.agency, forged, &random)
    Gaps.forget(&work.row, homeHouse.agency, random.split("gaps"))
    var row = RequestRow()
    swap(&row, &work.row)
    return row
  }

  private func heading(_ row: inout RequestRow, _ draft: Draft, _ agency: Agency, _ random: inout SeededGenerator) {
    row.receivedAt = Instant(microseconds: draft.instant - draft.instant.flooredRemainder(by: 1_000))
    let clock = world.clocks[agency.clock]
    row.offsetMinutes = agency.writesLocalOffset ? clock.offset(at: row.receivedAt.seconds) : 0
    row.channel = draft.channel
    row.type = draft.type
    row.platform = world.style.platforms[random.index(weights: agency.platformMix)]
    row.agencyID = agency.id
    row.agencyName = agency.name
    row.agencyCountry = world.countries[agency.country].code
    row.agencyType = agency.type
    if agency.statesTimezone { row.agencyTimezone = clock.zone.name }
  }

  private func identity(
    _ work: Composition, _ draft: Draft, _ agency: Agency, _ home: Agency, _ sender: Sender, _ day: Int32,
    _ random: inout SeededGenerator
  ) {
    let electronic = draft.channel == .email || draft.channel == .portal || draft.channel == .api
    if electronic {
      if home.accountsByID, draft.channel != .email {
        work.row.senderID = "acct-" + String(sender.key % 100_000_000)
      } else {
        work.row.senderEmail = home.address(of: sender, on: day)
        if agency.isUnresolved { work.row.agencyID = "" }
      }
    }
    work.row.senderName = sender.name
    work.row.badge = sender.badge
    if draft.channel == .email {
      let domain = home.domain(on: day)
      if !home.sharedReply.isEmpty {
        work.row.replyTo = home.sharedReply.contains("@") ? home.sharedReply : home.sharedReply + "@" + domain
      }
      work.row.returnPath =
        home.returnDomain.isEmpty
        ? work.row.senderEmail : "bounce-" + Names.letters(6, &random) + "@" + home.returnDomain
    }
    work.row.callbackPhone = sender.phone
    let chief = home.supervisors[Int(sender.key % UInt64(home.supervisors.count))]
    (work.row.supervisorName, work.row.supervisorPhone) = (chief.name, chief.phone)
    if draft.channel == .portal || draft.channel == .api {
      let opened = max(sender.accountDay, min(home.portalDay, day) - 3)
      work.row.accountCreatedAt = Instant(seconds: Int64(min(opened, day)) * 86_400 - Int64(sender.key % 86_400))
    }
    work.facts.officer = sender.name
    work.facts.phone = sender.phone
    work.facts.localDay = day
  }

  private func request(
    _ work: Composition, _ draft: Draft, _ home: Agency, _ day: Int32, _ random: inout SeededGenerator
  ) {
    let file = CaseFile(draft, home, world)
    let emergency = draft.type == .emergency
    work.row.caseNumber = file.number
    if emergency { work.row.natures = file.natures }
    let habits = emergency ? home.emergencyCitations : home.routineCitations
    if !habits.isEmpty {
      work.row.citations = random.chance(0.85) ? [random.pick(habits)] : habits
    }
    if random.chance(home.statesDeadline) {
      work.row.deadlineMinutes =
        emergency
        ? random.pick(random.chance(0.04) ? [5, 10, 10, 15, 20] : home.deadlines)
        : random.pick([10_080, 14_400, 20_160, 43_200])
    }
    work.row.targets = file.targets(count: Int(draft.targets), type: draft.type, home, world)
    work.row.categories = categories(home.categoryHabit, draft.type, &random)
    if home.presence[Agency.Gap.scope.rawValue] > 0.97 {
      work.row.scope = emergency ? 1 + random.below(7) : 7 * (1 + random.below(26))
    }
    let span = emergency ? random.geometric(mean: 4) : min(1_500, Int(random.logNormal(median: 60, sigma: 1)))
    let end = day - Int32(emergency ? 0 : random.geometric(mean: 12) - 1)
    work.row.periodEnd = CivilDate(daysSinceEpoch: end)
    work.row.periodStart = CivilDate(daysSinceEpoch: end - Int32(span))
    if draft.channel != .phone {
      let count = emergency ? random.below(2) : 1 + random.below(2)
      work.row.attachments = (0..<count).map { _ in Names.hex(64, &random) }
      if random.chance(home.coverSheets) {
        var sheet = SeededGenerator(seed: home.template(on: day))
        work.row.attachments.append(Names.hex(64, &sheet))
      }
    }
    work.facts.victim = file.victim
    work.facts.age = file.age
    work.facts.place = random.chance(0.7) ? home.place : file.place
    if draft.incident >= 0 {
      let incident = world.incidents[Int(draft.incident)]
      work.facts.incidentPlace = incident.place
      if emergency { work.row.natures = [incident.nature] }
    }
    work.facts.namesVictim = random.chance(0.7)
  }

  private func categories(
    _ habit: [Double], _ type: RequestType, _ random: inout SeededGenerator
  ) -> [DataCategory] {
    var chosen: [DataCategory] = []
    for category in Draws.categories {
      var chance = habit[Int(category.rawValue)]
      switch (type, category) {
      case (.emergency, .location): chance = min(1, chance * 2.5)
      case (.emergency, .content): chance *= 0.4
      case (.searchWarrant, .content), (.wiretap, .content): chance = max(chance, 0.8)
      case (.penRegister, .ipLogs): chance = 0.95
      case (.freeze, .payment): chance = 0.95
      default: break
      }
      if random.chance(chance) { chosen.append(category) }
    }
    return chosen.isEmpty ? [.subscriber] : chosen
  }

  private func session(
    _ row: inout RequestRow, _ home: Agency, _ sender: Sender, _ day: Int32, _ random: inout SeededGenerator
  ) {
    let online = row.channel == .portal || row.channel == .api
    guard online || row.channel == .email else { return }
    let away = random.chance(sender.mobility)
    let network = away ? 20_000 + random.below(20_000) : home.network
    if online || random.chance(0.5) {
      row.sessionIP = Networks.address(network, away ? random.below(250) : Int(sender.key % 250))
    }
    if online || random.chance(0.6) {
      // Away is the telephone's network, or the line at home.
      row.sessionASN = !away ? home.asn : random.chance(0.6) ? home.mobileASN : Networks.line(of: sender)
      row.sessionCountry = away ? world.countries[home.country].code : home.egress
      if random.chance(away ? 0.08 : 0.004) { row.sessionCountry = random.pick(world.countries).code }
    }
    if row.channel != .api, online || random.chance(0.3) {
      let device = away && random.chance(0.5) ? 7 + Int(sender.key & 1) : sender.device
      row.sessionDevice = Devices.text(device, day: day, lag: sender.lag, versions: world.style.keepsVersions)
    }
    if online { row.mfa = sender.usesSecondFactor && !random.chance(0.03) }
    if row.channel == .email {
      row.spf = random.chance(0.985) ? home.spf : (random.chance(0.5) ? .temperror : .softfail)
      row.dkim = random.chance(0.985) ? home.dkim : .fail
      row.dmarc = home.dmarc
    }
    if world.style.keepsAttributes {
      row.clerk = "clerk-" + String(random.below(world.style.clerks) + 1)
      if online { row.formVersion = day >= home.formDay ? "4.0" : "3.2" }
      if row.channel == .email { row.mailer = Mailers.all[Int(home.key % UInt64(Mailers.all.count))] }
      if !row.attachments.isEmpty { row.pages = row.attachments.count * (1 + random.below(3)) }
    }
  }

  private func style(
    _ work: Composition, _ draft: Draft, _ home: Agency, _ sender: Sender, _ day: Int32,
    _ random: inout SeededGenerator
  ) {
    work.hand = sender.hand
    work.hand.template = home.template(on: day)
    if home.languages.count > 1, draft.sender >= 0 {
      work.hand.language = home.languages[random.index(weights: home.languages.map(\.weight))].language
    }
    if draft.channel == .phone { work.hand.isTerse = true }
  }

  private func wording(_ work: Composition, _ source: SeededGenerator) {
    work.row.language = work.hand.language.code
    var letter = LetterWriter(work, random: source.split("letter"))
    if work.row.channel == .email || work.row.channel == .portal {
      work.row.subject = letter.subject()
    }
    work.row.body = letter.body()
  }

  /// What the desk did with it: refusals grew from one in a hundred to one in eight.
  private func outcome(_ row: inout RequestRow, _ home: Agency, _ forged: Bool, _ random: inout SeededGenerator) {
    let produced = world.countries[home.country].produced
    var good = row.type == .emergency ? produced : min(0.92, produced + 0.14)
    if forged { good *= 0.75 }
    let end = Int64(world.last + 1) * 86_400
    let delay = random.logNormal(median: row.type == .emergency ? 14_400 : 864_000, sigma: 1)
    let closed = row.receivedAt.seconds + Int64(min(delay, 3e7))
    if random.chance(good) {
      row.disposition = random.chance(0.7) ? .disclosed : .partiallyDisclosed
    } else {
      row.disposition =
        [.challenged, .rejected, .withdrawn, .partiallyDisclosed][random.index(weights: [0.3, 0.4, 0.1, 0.2])]
    }
    if closed < end {
      row.dispositionAt = Instant(seconds: closed)
    } else {
      row.disposition = .pending
    }
  }
}

/// The programs that write mail.
enum Mailers {
  static let all = ["Outlook 16", "Outlook 16", "Roundcube", "Zimbra", "Thunderbird", "webmail", "Apple Mail"]
}

/// Addresses that belong to nobody: the shared space of RFC 6598.
enum Networks {
  /// An access provider: the large ones serve most, in numbers kept for private use and beyond.
  static func provider(_ random: inout SeededGenerator) -> Int {
    64_512 + (random.chance(0.5) ? random.below(120) : random.below(4_500))
  }

  /// The provider of a person's line at home.
  static func line(of sender: Sender) -> Int {
    var random = SeededGenerator(seed: sender.key).split("line")
    return provider(&random)
  }

  static func address(_ network: Int, _ host: Int) -> String {
    "100." + String(64 + (network >> 8) % 64) + "." + String(network & 255) + "." + String(1 + host)
  }
}
