import RequestModel
import Statistics

/// Rewrites a request as the forger sends it: what is not copied from the victim's routine shows the forger's habits.
struct Disguise {
  let world: World
  let campaign: Campaign
  let draft: Draft
  let agency: Agency
  let day: Int32

  private var attacker: Attacker { campaign.attacker }

  func apply(to work: Composition) {
    var random = SeededGenerator(seed: draft.seed).split("disguise")
    // Early requests of a poisoner are the victim's own kind: only the session gives the forger away.
    session(&work.row, &random)
    guard !draft.rehearses else { return }
    targets(work, &random)
    ask(work, &random)
    identity(work, &random)
    letter(work, &random)
    scenario(work, &random)
  }

  private func imitates(_ random: inout SeededGenerator) -> Bool { random.chance(attacker.imitation) }

  private func session(_ row: inout RequestRow, _ random: inout SeededGenerator) {
    guard !attacker.ownsMachine else { return }
    if !row.sessionIP.isEmpty { row.sessionIP = Networks.address(attacker.network, Int(attacker.key % 250)) }
    if row.sessionASN != nil { row.sessionASN = attacker.asn }
    if !row.sessionCountry.isEmpty { row.sessionCountry = attacker.sessionCountry }
    if !row.sessionDevice.isEmpty {
      row.sessionDevice = Devices.text(attacker.device, day: day, lag: 0, versions: world.style.keepsVersions)
    }
    if row.mfa != nil { row.mfa = random.chance(attacker.passesSecondFactor) }
    if !row.mailer.isEmpty, attacker.key & 3 != 0 {
      row.mailer = Mailers.all[Int(attacker.key >> 4 % UInt64(Mailers.all.count))]
    }
  }

  private func targets(_ work: Composition, _ random: inout SeededGenerator) {
    let own = world.countries[agency.country].code
    let count = min(40, random.geometric(mean: attacker.accounts))
    work.row.targets = (0..<count).map { i in
      // The spray and the shared target ask about the same people in every request.
      let together = campaign.scenario == .platformSpray || campaign.scenario == .sameTarget
      var each =
        together
        ? SeededGenerator(seed: campaign.key).split("target").split(i) : random.split(100 + i)
      let country =
        each.chance(attacker.local) ? own : (each.chance(0.5) ? attacker.country : each.pick(world.countries).code)
      let type = Draws.target(attacker.targetMix, &each)
      return CaseFile.target(type, country, &each)
    }
  }

  private func ask(_ work: Composition, _ random: inout SeededGenerator) {
    if !work.row.categories.isEmpty, !random.chance(attacker.asksLikeVictim) {
      let chosen = DataCategory.allCases.filter { random.chance(attacker.categories[Int($0.rawValue)]) }
      work.row.categories = chosen.isEmpty ? [.subscriber, .ipLogs] : chosen
    }
    if work.row.type == .emergency, !work.row.natures.isEmpty, !imitates(&random) {
      work.row.natures = [Draws.nature(attacker.natureMix, &random)]
    }
    if work.row.type == .emergency, let deadline = attacker.deadline, !imitates(&random),
      agency.presence[Agency.Gap.deadline.rawValue] > 0
    {
      work.row.deadlineMinutes = deadline
    }
    if !imitates(&random), let end = work.row.periodEnd {
      work.row.periodStart = CivilDate(
        daysSinceEpoch: end.daysSinceEpoch - Int32(random.logNormal(median: 90, sigma: 1.2)))
    }
    if !work.row.caseNumber.isEmpty, !imitates(&random) { work.row.caseNumber = foreignCaseNumber(&random) }
    if !work.row.citations.isEmpty, !imitates(&random) {
      let other = random.chance(0.6) ? Country.all[0] : random.pick(Country.all)
      let list = work.row.type == .emergency ? LegalProcess.emergency(other) : LegalProcess.routine(other)
      work.row.citations = [random.pick(list)]
    }
    if !work.row.attachments.isEmpty {
      if random.chance(0.3) { work.row.attachments = [] }
      if random.chance(attacker.reuse) {
        var same = SeededGenerator(seed: attacker.template).split("attachment")
        work.row.attachments = [Names.hex(64, &same)]
      }
    }
  }

  private func foreignCaseNumber(_ random: inout SeededGenerator) -> String {
    let country = random.chance(0.5) ? world.countries[agency.country] : random.pick(Country.all)
    let shapes = LegalProcess.caseShapes(country)
    let shape = shapes[Int(attacker.key % UInt64(shapes.count))]
    let letters = ["CASE", "FBIX", "CYBR", "INVE"][Int(attacker.key >> 8 % 4)]
    return LegalProcess.caseNumber(
      shape: shape, prefix: letters, year: CivilDate(daysSinceEpoch: day).year, &random)
  }

  private func identity(_ work: Composition, _ random: inout SeededGenerator) {
    if attacker.replacesPhone {
      if !work.row.callbackPhone.isEmpty { work.row.callbackPhone = attacker.phone }
      work.facts.phone = attacker.phone
    }
    if attacker.divertsReply, work.row.channel == .email { divertReply(work) }
    if work.row.supervisorName.isEmpty == false, !imitates(&random) {
      var same = SeededGenerator(seed: attacker.key).split("supervisor")
      work.row.supervisorName = Names.person(agency.languages[0].language, &same)
      if random.chance(0.5) { work.row.supervisorPhone = attacker.phone }
    }
    if !work.row.badge.isEmpty, random.chance(0.3), !imitates(&random) {
      var same = SeededGenerator(seed: attacker.key).split("badge")
      work.row.badge = Names.digits(5, &same)
    }
  }

  private func divertReply(_ work: Composition) {
    var same = SeededGenerator(seed: attacker.key).split("reply")
    let name = Names.ascii(work.facts.officer)
    work.row.replyTo = name + "." + Names.letters(5, &same) + "@" + attacker.replyDomain
    if same.chance(0.4) { work.row.returnPath = work.row.replyTo }
  }

  private func letter(_ work: Composition, _ random: inout SeededGenerator) {
    switch attacker.letters {
    case .copiedFromVictim: work.hand.template = agency.template(on: day)
    default:
      work.hand.template = attacker.template
      work.hand.person = attacker.key
      let calm = world.parameters.shift.contains(.calmWording)
      work.hand.capitals = attacker.key & 7 == 0 && !calm ? .shouting : (attacker.key & 7 == 1 ? .subject : .none)
      work.hand.isTerse = attacker.key & 56 == 0
      work.hand.exclaims = attacker.key & 448 == 0
      work.hand.abbreviates = false
      work.hand.rewriting = attacker.letters == .ownWords ? 1 : 0.1
      if attacker.writesEnglish { work.hand.language = .en }
    }
    work.hand.typos = max(work.hand.typos * attacker.imitation, attacker.typos)
    work.hand.dropsAccents = attacker.dropsAccents
    // Genuine and forged pressure overlap: the forger's comes on top of the officer's only as far as the habit goes.
    work.hand.pressure =
      imitates(&random) && !world.parameters.shift.contains(.calmWording) ? work.hand.pressure : attacker.pressure
    work.hand.secrecy = max(work.hand.secrecy * 0.5, attacker.pressure * 0.6)
    work.facts.namesVictim = random.chance(0.45)
  }
}
