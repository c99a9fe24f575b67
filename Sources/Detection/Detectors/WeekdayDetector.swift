import Baselines
package import RequestModel

/// Flags a request on a day of the week on which this sender is rarely at work.
///
/// A circular scale of seven days; holidays count as Sundays.
/// - Blind spots: working days. Known false positives: on-call weeks, incident weekends.
/// - Complexity: O(1).
package struct WeekdayDetector: Detector {
  package static let id = "weekday"
  package static let family = Family.timing
  package static let group = EvidenceGroup.timing
  package static let summary = "Sent on a day of the week this sender rarely works."
  private let forger: [HabitVector]
  private let imitation: HabitVector

  package init(_ model: ForgerModel) {
    forger = (0..<7).map { model.probability(Self.id, $0 < 5 ? "working_day" : "weekend", otherwise: 1 / 7) }
    imitation = model.imitation(Self.id)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let day = context.isHoliday ? 6 : context.local.weekday
    sightings.closed(.weekday, value: day, size: 7, forger: forger[day], imitation: imitation)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    if context.isHoliday { return "sent on a public holiday, which counts as a Sunday" }
    return "sent on a " + LocalTime.dayNames[context.local.weekday]
  }
}
