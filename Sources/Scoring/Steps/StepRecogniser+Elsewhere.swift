import Baselines
import Detection
import RequestModel
import Statistics

/// Steps that other agencies vouch for.
extension StepRecogniser {
  /// New values of the log's further fields, as the whole log's ledger keeps them.
  var adoptions: [UInt64] { oddities.lazy.filter { $0.aspect == .attributeCategory }.map(\.key) }

  /// Adds a new version of a form, and an officer of another agency.
  func addElsewhere(to steps: inout [RecognisedStep]) {
    if let agencies = adopters {
      steps.append(
        RecognisedStep(
          step: .newForm, looks: BenignStep.newForm.places, others: agencies,
          because:
            "\(agencies) other agencies came to show the same new form or route within \(StepRecogniser.window) days"))
    }
    if isOwnElsewhere {
      steps.append(
        RecognisedStep(
          step: .centralDesk, looks: BenignStep.centralDesk.places, others: 0,
          because: "A known account of another agency, on the device, network or number it uses there, files here"))
    }
  }

  /// How many other agencies newly show one of the values that are new here; nil where too few do.
  private var adopters: Int? {
    if everywhere.isEmpty { return nil }
    let agency = StepLedger.code(ofSender: filing.request.agencyID)
    let since = context.night.day - StepRecogniser.window
    let most = adoptions.map { everywhere.others(than: agency, showing: $0, since: since) }.max()
    return most.flatMap { $0 >= BenignStep.newForm.least ? $0 : nil }
  }

  /// Whether the account is established at the agency of its domain and comes as it does there: on its own device or
  /// network, and with a second of device, network and call-back number that it has used.
  private var isOwnElsewhere: Bool {
    guard let home = homeSender, home.activity.events >= Int64(StepRecogniser.established) * Profile.grain else {
      return false
    }
    func isOwn(_ key: UInt64) -> Bool { home.counts[key] >= Profile.grain }
    let onOwnMachine = sessionKeys.count(where: isOwn)
    return onOwnMachine + (phoneKey.map(isOwn) == true ? 1 : 0) >= 2 && onOwnMachine >= 1
  }
}
