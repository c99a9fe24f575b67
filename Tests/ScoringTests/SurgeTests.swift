import RequestModel
import Scoring
import Statistics
import Testing

/// An incident that sets thirty agencies writing at once does not drown the analysts.
@Suite struct SurgeTests {
  private static let nights = 28
  private static let hit = 30
  private struct Failure: Error { var underlying: any Error }

  /// Sixty agencies, every second one in the country of the incident, and a month of their ordinary business.
  private static let month: Result<(town: SmallTown, run: NightRun), Failure> = Result {
    var town = SmallTown(seed: 71, agencies: 2 * hit, officersEach: 2)
    let log = town.log(nights: nights, aNight: 90)
    var run = NightRun()
    run.settings.alertFloor = 0.02
    try run.fold(log)
    return (town, run)
  }.mapError(Failure.init)

  /// The alerts of the week after it, with an emergency or more from each agency hit, by night as by day, or without.
  private static func queue(surge: Bool, weighsSteps: Bool = true) throws -> (alerts: Int, ofSurge: Int, sent: Int) {
    var (town, run) = try month.get()
    var week = town.log(nights: nights + 7, aNight: 90).filter { NightRun.night(of: $0) >= last }
    // A thief or two are at work whatever happens.
    for (day, officer) in [(1, 3), (3, 40), (5, 77)] {
      week.append(town.forgery(of: town.officers[officer], day: nights + day))
    }
    var random = SeededGenerator(seed: 72)
    var sent: Set<String> = []
    if surge {
      for agency in 0..<hit {
        for _ in 0..<2 + random.below(4) {
          let officer = town.officers[agency * 4 + random.below(2)]
          var emergency = town.request(by: officer, day: nights + random.below(3), hour: random.below(22))
          emergency.type = .emergency
          emergency.natures = VocabularySet([.bombThreat])
          emergency.deadlineMinutes = 60
          emergency.legalCitations = []
          emergency.wording?.lexiconHits[Int(Lexicon.urgency.rawValue)] = 5
          week.append(emergency)
          sent.insert(emergency.id)
        }
      }
    }
    run.settings.weighsSteps = weighsSteps
    try run.fold(SmallTown.ordered(week))
    let alerts = run.assessments.filter { $0.night >= last && $0.isAlert }
    return (alerts.count, alerts.count { sent.contains($0.requestID) }, sent.count)
  }

  private static let last = SmallTown.firstNight.advanced(by: nights)

  @Test func `a week with an incident at thirty agencies raises the queue by less than half`() throws {
    let usual = try Self.queue(surge: false)
    let raised = try Self.queue(surge: true)
    let unweighed = try Self.queue(surge: true, weighsSteps: false)
    #expect(usual.alerts >= 8)
    #expect(raised.sent >= 2 * Self.hit)
    #expect(2 * raised.alerts < 3 * usual.alerts)
    // It is the recognition of the surge that keeps the queue short.
    #expect(raised.ofSurge < unweighed.ofSurge)
  }
}
