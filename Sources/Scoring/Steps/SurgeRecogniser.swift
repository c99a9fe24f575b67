import Baselines
import Detection
import RequestModel

/// Recognises what happens to a whole country: an incident over which many agencies write, and the day after holidays.
struct SurgeRecogniser {
  let filing: Filing
  let local: LocalTime
  let frame: NightFrame
  let country: String
  let agency: UInt32
  let rhythm: CountryRhythm?
  let tonight: NightDangers

  /// How many times the usual number of agencies makes a surge.
  static let factor = 3.0
  /// Days off that a holiday is looked for in, before a working day.
  static let daysOff: Int32 = 5

  func steps() -> [RecognisedStep] { [surge, holiday].compactMap { $0 } }

  private var surge: RecognisedStep? {
    guard filing.request.type == .emergency, !filing.request.natures.isEmpty else { return nil }
    let day = frame.night.day
    let date = local.date
    let isEntered = frame.directory.isIncident(date, country: country, agency: filing.request.agencyID)
    var most = 0
    for nature in filing.request.natures.elements {
      let here = tonight.others(than: agency, in: country, naming: nature)
      // This agency may have been among those of the night before.
      let before = max(0, (rhythm?.agencies(naming: nature, on: day - 1) ?? 0) - 1)
      let others = max(here, before)
      guard isEntered || others >= BenignStep.incidentSurge.least else { continue }
      let usual = rhythm?.usual(nature, before: day - 1)
      guard isEntered || usual.map({ Double(others) >= SurgeRecogniser.factor * $0 }) == true else { continue }
      most = max(most, others)
    }
    guard most > 0 || isEntered else { return nil }
    let because =
      isEntered
      ? "The calendar names an incident in this country"
      : "\(most) other agencies of this country wrote over the same danger within a day, far more than usual"
    return RecognisedStep(step: .incidentSurge, looks: BenignStep.incidentSurge.places, others: most, because: because)
  }

  private var holiday: RecognisedStep? {
    let today = local.date.daysSinceEpoch
    guard local.weekday < 5, !frame.directory.isHoliday(local.date, country: country, agency: filing.request.agencyID)
    else {
      return nil
    }
    for back in 1...SurgeRecogniser.daysOff {
      let date = CivilDate(daysSinceEpoch: today - back)
      if frame.directory.isHoliday(date, country: country, agency: filing.request.agencyID)
        || (date.weekday < 5 && rhythm?.wasQuiet(today - back) == true)
      {
        return RecognisedStep(
          step: .holiday, looks: BenignStep.holiday.places, others: 0,
          because: "The first working day after a public holiday")
      }
      // An ordinary working day lies between.
      if date.weekday < 5 { return nil }
    }
    return nil
  }
}
