import RequestModel
import Simulation
import Testing

@Suite("Attack scenarios") struct AttackScenarioTests {
  @Test func everyScenarioOccurs() {
    let seen = Set(SimulatedWorld.full.compactMap(\.truth.scenario))
    for scenario in Scenario.allCases { #expect(seen.contains(scenario), "\(scenario.rawValue)") }
  }

  @Test func forgedRowsHaveAnAttackAndACampaignAndGenuineOnesNeither() {
    for request in SimulatedWorld.full {
      #expect(request.truth.isFraudulent == (request.truth.scenario?.isAttack ?? false))
      #expect(request.truth.isFraudulent == !request.truth.campaign.isEmpty)
    }
  }

  @Test func aCampaignHasOneMailboxAtEachOfItsAgencies() {
    for scenario in Scenario.attacks {
      for campaign in SimulatedWorld.campaigns(scenario) {
        let online = campaign.filter { !$0.row.senderEmail.isEmpty }
        for agency in Set(online.map(\.truth.agency)) {
          let rows = online.filter { $0.truth.agency == agency }
          #expect(Set(rows.map { $0.row.senderEmail.prefix { $0 != "@" } }).count == 1, "\(scenario.rawValue)")
        }
        #expect(Set(campaign.map(\.truth.agency)).count <= 4)
      }
    }
  }

  @Test func aDormantMailboxWasSilentForHalfAYear() {
    for campaign in SimulatedWorld.campaigns(.dormantBurst) {
      guard let start = campaign.map(\.row.receivedAt).min() else { continue }
      #expect(campaign.allSatisfy { $0.row.type == .emergency })
      for sender in Set(campaign.map(\.row.sender)) {
        let before = SimulatedWorld.genuine.filter {
          $0.row.sender == sender && $0.truth.scenario != .duplicate && $0.row.receivedAt < start
            && $0.row.receivedAt.seconds > start.seconds - 180 * 86_400
        }
        #expect(before.isEmpty)
      }
    }
  }

  @Test func aNewMailboxIsInsideTheDomainAndWasNeverSeen() {
    for campaign in SimulatedWorld.campaigns(.newMailbox) {
      let senders = Set(campaign.map(\.row.sender))
      #expect(!SimulatedWorld.genuine.contains { senders.contains($0.row.sender) && !$0.row.sender.isEmpty })
      let known = Set(SimulatedWorld.genuine.filter { $0.truth.agency == campaign[0].truth.agency }.map(\.domain))
      if known.count > 1 { #expect(campaign.allSatisfy { known.contains($0.domain) || $0.domain.isEmpty }) }
    }
  }

  @Test func aLookAlikeDomainIsNobodysDomain() {
    let known = Set(SimulatedWorld.genuine.map(\.domain))
    for campaign in SimulatedWorld.campaigns(.lookAlikeDomain) {
      #expect(campaign.allSatisfy { !$0.domain.isEmpty && !known.contains($0.domain) })
    }
  }

  @Test func divertedRepliesLeaveTheDomain() {
    for campaign in SimulatedWorld.campaigns(.divertedReply) {
      for request in campaign {
        #expect(!request.row.replyTo.isEmpty && !request.row.replyTo.hasSuffix("@" + request.domain))
      }
    }
  }

  @Test func foreignTargetsAreForeign() {
    for scenario in [Scenario.foreignTargets, .sameTarget] {
      for request in SimulatedWorld.campaigns(scenario).joined() {
        #expect(request.row.targets.allSatisfy { $0.country != request.row.agencyCountry })
      }
    }
  }

  @Test func sprayAndSharedTargetAskAboutTheSameAccount() {
    for campaign in SimulatedWorld.campaigns(.platformSpray) + SimulatedWorld.campaigns(.sameTarget) {
      #expect(Set(campaign.map { $0.row.targets[0].value }).count == 1)
    }
    for campaign in SimulatedWorld.campaigns(.platformSpray) where campaign.count > 1 {
      #expect(Set(campaign.map(\.row.platform)).count > 1)
    }
    for campaign in SimulatedWorld.campaigns(.sameTarget) where campaign.count > 1 {
      #expect(Set(campaign.map(\.row.agencyCountry)).count > 1)
    }
  }

  @Test func oneOfficeAnswersForSeveralAgencies() {
    for campaign in SimulatedWorld.campaigns(.sharedCallback) {
      let phones = campaign.map(\.row.callbackPhone).filter { !$0.isEmpty }
      #expect(Set(phones).count <= 1)
      if campaign.count > 1 { #expect(Set(campaign.map(\.truth.agency)).count > 1) }
    }
  }

  @Test func aSharedTemplateComesWithOneAttachment() {
    for campaign in SimulatedWorld.campaigns(.sharedTemplate) {
      #expect(Set(campaign.map(\.row.attachments).filter { !$0.isEmpty }).count <= 1)
      // The salutation, settled by the template, is the same in all letters that have one.
      let closings = campaign.compactMap { $0.row.body.split(separator: "\n").dropFirst().first }
      #expect(!closings.isEmpty || campaign.allSatisfy { $0.row.body.isEmpty })
    }
  }

  @Test func probesArePreservationsAndFreezesFollowEmergencies() {
    for campaign in SimulatedWorld.campaigns(.probeThenHarvest) {
      #expect(campaign.contains { $0.row.type == .preservation })
    }
    for campaign in SimulatedWorld.campaigns(.assetFreeze) where campaign.count > 1 {
      #expect(campaign.contains { $0.row.type == .freeze })
      #expect(campaign.allSatisfy { $0.row.targets.contains { $0.type == .payment } })
    }
  }

  @Test func excludedScenariosAreAbsent() {
    var parameters = SimulatedWorld.parameters(seed: 6, days: 120, agencies: 40, attacks: 12, requests: 800)
    parameters.excluding = Set(Scenario.allCases.filter { $0 != .lowAndSlow && $0 != .bulkCase })
    let seen = Set(SimulatedWorld.rows(parameters).compactMap(\.truth.scenario))
    #expect(seen == [.lowAndSlow, .bulkCase])
  }

  @Test func excludingAllAttacksLeavesNone() {
    var parameters = SimulatedWorld.parameters(seed: 6, days: 30, agencies: 20, attacks: 12, requests: 200)
    parameters.excluding = Set(Scenario.attacks)
    #expect(SimulatedWorld.rows(parameters).allSatisfy { !$0.truth.isFraudulent })
  }
}

@Suite("Attacker shift") struct AttackerShiftTests {
  private static let shifted: [SimulatedRequest] = {
    var parameters = SimulatedWorld.parameters(seed: 21, days: 150, agencies: 40, attacks: 40, requests: 400)
    parameters.shift = .all
    return SimulatedWorld.rows(parameters).filter(\.truth.isFraudulent)
  }()

  @Test func shiftedForgersClaimNoEmergency() {
    #expect(Self.shifted.count > 40)
    #expect(Self.shifted.allSatisfy { $0.row.type != .emergency || $0.truth.scenario == .assetFreeze } == true)
  }

  @Test func shiftedForgersUseThePortal() {
    let through = Self.shifted.filter { $0.row.channel == .portal }
    #expect(through.count == Self.shifted.count)
  }

  @Test func shiftedForgersAskAboutPhonesAndPayments() {
    let types = Self.shifted.filter { $0.truth.scenario != .poisoning }.flatMap { $0.row.targets.map(\.type) }
    #expect(types.allSatisfy { [.phone, .payment, .device].contains($0) })
  }

  @Test func unshiftedForgersDoOtherwise() {
    #expect(SimulatedWorld.forged.contains { $0.row.type == .emergency })
    #expect(SimulatedWorld.forged.contains { $0.row.channel == .email })
    #expect(SimulatedWorld.forged.contains { $0.row.targets.contains { $0.type == .username } })
  }
}
