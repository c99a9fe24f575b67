import Baselines
package import RequestModel

/// Flags a request sent at an hour its sender rarely uses, on the agency's own clock.
///
/// A circular scale of 24 hours, apart for working days and for weekends and holidays, each hour lending to its
/// neighbours; daylight saving moves nobody, since the clock is the agency's wall clock.
/// - Blind spots: a takeover within office hours. Known false positives: genuine night emergencies of day-shift units.
/// - Complexity: O(1) a request; the profile has 48 bins.
package struct HourOfWeekDetector: Detector {
  package static let id = "hour_of_week"
  package static let family = Family.timing
  package static let group = EvidenceGroup.timing
  package static let summary = "Sent at an hour this sender rarely uses."
  private let forger: [HabitVector]
  private let imitation: HabitVector

  package init(_ model: ForgerModel) {
    forger = (0..<24).map { model.probability(Self.id, HourOfWeekDetector.part(of: $0), otherwise: 1 / 24) }
    imitation = model.imitation(Self.id)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let isRest = context.isHoliday || context.local.weekday >= 5
    sightings.scale(
      .hour, condition: isRest ? 1 : 0, step: context.local.hour, size: 24, circular: true,
      forger: forger[context.local.hour], imitation: imitation)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    let minute = context.local.minute
    let day = LocalTime.dayNames[context.local.weekday]
    return "sent at \(context.local.hour):\(minute < 10 ? "0" : "")\(minute) on a \(day)"
      + (context.isHoliday ? " (holiday)" : "") + ", local time of the agency"
  }

  /// The part of the day that the forger's table speaks of; its numbers are per hour.
  static func part(of hour: Int) -> String {
    switch hour {
    case 0..<6: "night"
    case 6..<9: "morning"
    case 9..<18: "office"
    default: "evening"
    }
  }
}
