import Dispatch
import RequestModel
import Scoring
import Statistics
import Testing

@Suite struct CrewTests {
  /// Nights large enough to be divided, with a stolen account in the second half.
  private static let log: [Request] = {
    var town = SmallTown(seed: 11)
    let victim = town.officers[2]
    let log = town.log(nights: 16, aNight: 44)
    return SmallTown.ordered(
      log + [town.forgery(of: victim, day: 12), town.forgery(of: victim, day: 12, hour: 3)])
  }()

  private static func folded(_ crew: Crew) throws -> NightRun {
    var run = NightRun()
    run.crew = crew
    // A verdict, so that a lesson is taught again at the close of a night.
    run.verdicts[log[40].id] = (isFraud: false, night: SmallTown.firstNight.advanced(by: 14))
    try run.fold(log)
    return run
  }

  @Test func `how many judge, and who is first, leaves no trace`() throws {
    let alone = try Self.folded(.alone)
    let backwards = Crew(size: 3) { count, work in for i in (0..<count).reversed() { work(i) } }
    let together = Crew(size: 2) { DispatchQueue.concurrentPerform(iterations: $0, execute: $1) }
    for crew in [backwards, together] {
      let run = try Self.folded(crew)
      #expect(run.assessments == alone.assessments)
      #expect(run.shelf.latest == alone.shelf.latest)
    }
  }
}
