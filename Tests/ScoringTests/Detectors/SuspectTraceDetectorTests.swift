import RequestModel
import Scoring
import Statistics
import Testing

@Suite struct SuspectTraceDetectorTests {
  private static let day = 18

  /// What the look says of an honest request of another agency that shows what a forged one showed, days later.
  private static func finding(
    days: Int, clearedOn cleared: Int? = nil, showing change: (inout Request, Request) -> Void
  ) throws -> LookTrial.Finding {
    var town = SmallTown(seed: 21, agencies: 6, officersEach: 2)
    var log = town.log(nights: day, aNight: 12)
    let forged = town.forgery(of: town.officers[0], day: day, hour: 2)
    log += (0..<days).flatMap { past in town.officers.map { town.request(by: $0, day: day + past) } } + [forged]
    var run = NightRun()
    if let cleared {
      run.verdicts = [forged.id: (isFraud: false, night: SmallTown.firstNight.advanced(by: day + cleared))]
    }
    try run.fold(SmallTown.ordered(log))
    #expect(run.byID[forged.id]!.evidence > Bits(-2))
    var later = town.request(by: town.officers[8], day: day + days)
    change(&later, forged)
    return try LookTrial.finding(
      "suspect_trace", [later], in: run, night: SmallTown.firstNight.advanced(by: day + days))
  }

  private static func givesNumber(_ later: inout Request, _ forged: Request) {
    later.callbackPhone = forged.callbackPhone
  }

  @Test(arguments: [2, 45]) func `a number that a suspicious request gave tells against the next agency, for months`(
    days: Int
  ) throws {
    let shown = try Self.finding(days: days, showing: Self.givesNumber)
    let other = try Self.finding(days: days) { later, _ in later.callbackPhone = Pseudonym(high: 3, low: 33) }
    #expect(shown.bits > other.bits + 1)
    #expect(shown.observed?.contains("that a suspicious request of another agency showed") == true)
    #expect(other.observed?.hasPrefix("shows no target") == true)
  }

  @Test func `a target of a suspicious request tells as well`() throws {
    let shown = try Self.finding(days: 2) { later, forged in later.targets = forged.targets }
    #expect(shown.bits > 1)
  }

  @Test func `a verdict that clears the request ends it`() throws {
    let cleared = try Self.finding(days: 4, clearedOn: 1, showing: Self.givesNumber)
    #expect(cleared.bits < 0.5)
  }
}
