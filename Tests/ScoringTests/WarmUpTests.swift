import Detection
import RequestModel
import Scoring
import Statistics
import Testing

/// What a thief would have to plant is worked out by playing it, and changes nothing.
@Suite struct WarmUpTests {
  private static let nights = 44
  private struct Failure: Error { var underlying: any Error }
  private static let log: [Request] = {
    var town = SmallTown(seed: 41, agencies: 3, officersEach: 3)
    return town.log(nights: nights, aNight: 10)
  }()
  private static let run = Result { try NightRun.folded(log) }.mapError(Failure.init)
  private static let last = SmallTown.firstNight.advanced(by: nights - 1)

  private static func rehearsal(_ agency: String) throws -> WarmUpRehearsal {
    let run = try run.get()
    let background = log.filter {
      $0.agencyID == agency && NightRun.night(of: $0) > last.advanced(by: -Int(WarmUpRehearsal.period))
    }
    return WarmUpRehearsal(
      engine: { run.makeEngine() }, reader: run.shelf.reader(before: last.advanced(by: 1)), night: last,
      background: background)
  }

  private static let budget = Result { try rehearsal("agency 0").budget(agencyID: "agency 0", horizon: 30) }
    .mapError(Failure.init)

  @Test func `the reference forgery does not pass today, and every plan is counted to its end`() throws {
    let found = try Self.budget.get()
    let budget = try #require(found)
    #expect(!budget.passesToday)
    #expect(budget.plans.count == WarmUpBudget.Manner.allCases.count * WarmUpRehearsal.rates.count)
    for plan in budget.plans {
      #expect((plan.requests == nil) == (plan.days == nil))
      if let requests = plan.requests, let days = plan.days {
        #expect(requests == days * plan.perDay)
        #expect(days >= 1 && days <= budget.horizon)
      }
      #expect(plan.alerts >= 0 && plan.held >= 0)
    }
    #expect(budget.sender.hasSuffix("@police0.example"))
  }

  @Test func `it is the same every time, and the agency's state is as it was`() throws {
    let before = try Self.run.get().shelf.latest
    #expect(try Self.rehearsal("agency 0").budget(agencyID: "agency 0", horizon: 30) == Self.budget.get())
    #expect(try Self.run.get().shelf.latest == before)
  }

  @Test func `without an account there is nothing to warm up`() throws {
    #expect(try Self.rehearsal("agency 99").budget(agencyID: "agency 99", horizon: 5) == nil)
  }

  @Test func `the reference forgery is what the prior holds most probable of its habit`() throws {
    let template = try #require(Self.log.last)
    let forged = ReferenceForgery(model: .documented).forged(template, id: "f", day: Self.last.day + 1, serial: 1)
    #expect(forged.type == .emergency && forged.channel == .email)
    #expect(forged.targets.count == 1 && forged.targets[0].type == .username)
    #expect(forged.receivedAt.seconds % 86_400 / 3_600 == 3)
    #expect(forged.sender == template.sender && forged.agencyID == template.agencyID)
    let process = ReferenceForgery(model: .documented, habit: .legalProcess)
      .forged(template, id: "f", day: Self.last.day + 1, serial: 1)
    #expect(process.type == .subpoena)
  }

  @Test func `ten times as many requests planted in a night gain a thief less than a bit at a colleague's`() throws {
    let before = try Self.device(afterPlanting: 0)
    let some = try Self.device(afterPlanting: 40)
    let many = try Self.device(afterPlanting: 400)
    // The agency learned sixteen requests' worth at most, beside the hundred or so of its own.
    #expect(some < before)
    #expect(many > some - Bits(1))
    #expect(many > .zero, "the device stays odd for a colleague: \(many.value)")
  }

  /// What a colleague's first request from a planted device is worth to the device look.
  private static func device(afterPlanting planted: Int) throws -> Bits {
    var town = SmallTown(seed: 43, agencies: 2, officersEach: 3)
    var run = NightRun()
    try run.fold(town.log(nights: 30, aNight: 8))
    var probe = town.request(by: town.officers[1], day: 31)
    probe.sessionDevice = "planted device"
    let night = SmallTown.firstNight.advanced(by: 31)
    let index = NightRun.registry.ids.firstIndex(of: "session_device")!
    let log = (0..<planted).map { _ in
      var request = town.request(by: town.officers[0], day: 30)
      request.channel = probe.channel
      request.sessionDevice = "planted device"
      return request
    }
    if !log.isEmpty { try run.fold(SmallTown.ordered(log)) }
    return try run.judged([probe], night: night)[0].looks[index]
  }
}
