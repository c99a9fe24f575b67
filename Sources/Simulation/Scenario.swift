/// A story that the simulator can tell: an attack (A1 … A20) or a benign oddity (B1 … B16).
package enum Scenario: String, CaseIterable, Hashable, Sendable, Codable {
  case dormantBurst = "A1"
  case newMailbox = "A2"
  case lookAlikeDomain = "A3"
  case divertedReply = "A4"
  case oddHours = "A5"
  case escalatedUrgency = "A6"
  case categoryFlip = "A7"
  case typeFlip = "A8"
  case foreignTargets = "A9"
  case personalTarget = "A10"
  case sharedTemplate = "A11"
  case platformSpray = "A12"
  case sameTarget = "A13"
  case lowAndSlow = "A14"
  case portalTakeover = "A15"
  case forgedProcess = "A16"
  case sharedCallback = "A17"
  case probeThenHarvest = "A18"
  case assetFreeze = "A19"
  case poisoning = "A20"

  case nightUnit = "B1"
  case incidentSurge = "B2"
  case newOfficer = "B3"
  case domainChange = "B4"
  case daylightSaving = "B5"
  case holidaySpike = "B6"
  case portalMove = "B7"
  case multilingual = "B8"
  case jointTaskForce = "B9"
  case backlogDump = "B10"
  case detachedOfficer = "B11"
  case newTemplate = "B12"
  case firstEmergency = "B13"
  case welfareUnit = "B14"
  case duplicate = "B15"
  case bulkCase = "B16"

  package var isAttack: Bool { rawValue.hasPrefix("A") }

  package static let attacks = allCases.filter(\.isAttack)
  package static let benign = allCases.filter { !$0.isAttack }
}
