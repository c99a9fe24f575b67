import RequestModel
import Statistics

extension Disguise {
  /// What the scenario demands beyond the forger's habits.
  func scenario(_ work: Composition, _ random: inout SeededGenerator) {
    var campaignWide = SeededGenerator(seed: campaign.key).split("scenario")
    switch campaign.scenario {
    case .newMailbox:
      if !work.row.categories.isEmpty { work.row.categories = [.subscriber, .content, .payment] }
    case .lookAlikeDomain:
      // Intake sometimes goes by the name in the letter, sometimes knows only the domain.
      if campaignWide.chance(0.3) { work.row.agencyID = "" }
      if !work.row.returnPath.isEmpty { work.row.returnPath = work.row.senderEmail }
      if work.row.channel == .email, work.row.dkim != nil {
        (work.row.spf, work.row.dkim, work.row.dmarc) = (.pass, .pass, .pass)
      }
    case .divertedReply: divert(work)
    case .oddHours:
      if !work.row.sessionCountry.isEmpty { work.row.sessionCountry = abroad(&campaignWide) }
    case .escalatedUrgency:
      work.row.deadlineMinutes = [10, 15, 20, 30][campaignWide.below(4)]
      if !world.parameters.shift.contains(.calmWording) { work.hand.pressure = 1 }
    case .categoryFlip:
      let rarest = EmergencyNature.allCases.min {
        agency.natureMix[Int($0.rawValue)] < agency.natureMix[Int($1.rawValue)]
      }
      if work.row.type == .emergency {
        work.row.natures = [campaignWide.chance(0.5) ? .childSafety : rarest ?? .terrorism]
      }
    case .foreignTargets, .sameTarget: moveAbroad(&work.row, &campaignWide)
    case .personalTarget: narrow(work, &campaignWide)
    case .sharedTemplate: shareLetter(work)
    case .platformSpray:
      work.row.platform = world.style.platforms[Int(draft.step) % world.style.platforms.count]
    case .portalTakeover:
      if work.row.mfa != nil { work.row.mfa = false }
      divert(work)
    case .forgedProcess:
      let other = campaignWide.pick(Country.all)
      if !work.row.citations.isEmpty { work.row.citations = [campaignWide.pick(LegalProcess.routine(other))] }
    case .sharedCallback: shareOffice(work, &campaignWide)
    case .probeThenHarvest:
      if work.row.type == .preservation { work.row.targets = Array(work.row.targets.prefix(1)) }
    case .assetFreeze: aimAtAssets(work)
    default: break
    }
  }

  private func divert(_ work: Composition) {
    var same = SeededGenerator(seed: campaign.key).split("reply")
    work.row.replyTo =
      Names.letters(4, &same) + ".desk." + Names.letters(5, &same) + "@" + campaign.attacker.replyDomain
  }

  private func abroad(_ random: inout SeededGenerator) -> String {
    let own = world.countries[agency.country].code
    let others = Country.all.filter { $0.code != own }
    return random.pick(others).code
  }

  private func moveAbroad(_ row: inout RequestRow, _ random: inout SeededGenerator) {
    let country = abroad(&random)
    for i in row.targets.indices { row.targets[i].country = country }
  }

  /// One private person, everything about where they are, nobody named as in danger.
  private func narrow(_ work: Composition, _ random: inout SeededGenerator) {
    let shifted = world.parameters.shift.contains(.phonesAndPayments)
    let country = work.row.targets.first?.country ?? ""
    work.row.targets = [
      CaseFile.target(shifted ? .phone : .username, country, &random)
    ]
    work.row.categories = [.subscriber, .ipLogs, .location]
    work.facts.namesVictim = false
  }

  /// One bought letter and one attachment for all mailboxes.
  private func shareLetter(_ work: Composition) {
    work.hand.template = campaign.key
    work.hand.person = campaign.key
    work.hand.rewriting = 0
    work.hand.typos = 0
    work.hand.language = .en
    var same = SeededGenerator(seed: campaign.key).split("attachment")
    work.row.attachments = [Names.hex(64, &same)]
  }

  /// The same telephone and superior whoever is said to write.
  private func shareOffice(_ work: Composition, _ random: inout SeededGenerator) {
    work.row.callbackPhone = "+1 555 " + Names.digits(7, &random)
    work.facts.phone = work.row.callbackPhone
    work.row.supervisorName = Names.person(.en, &random)
    work.row.supervisorPhone = work.row.callbackPhone
    if random.chance(0.5) { work.row.badge = Names.digits(6, &random) }
  }

  /// A holder of coins, first by name, then by purse.
  private func aimAtAssets(_ work: Composition) {
    var same = SeededGenerator(seed: campaign.key).split("holder")
    let country = work.row.targets.first?.country ?? ""
    work.row.targets = [CaseFile.target(.payment, country, &same)]
    if work.row.type == .emergency {
      work.row.targets.append(
        CaseFile.target(world.parameters.shift.contains(.phonesAndPayments) ? .phone : .email, country, &same))
    }
    work.row.categories = [.subscriber, .payment]
  }
}
