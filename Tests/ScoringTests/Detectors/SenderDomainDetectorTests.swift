import Detection
import RequestModel
import Testing

@Suite struct SenderDomainDetectorTests {
  @Test func `a domain new to the log outranks the agency's own`() throws {
    try LookTrial.expectOdder("sender_domain", saying: "a domain new to the log") {
      $0.senderRegistrableDomain = "elsewhere.example"
    }
  }

  @Test func `the first domain of an agency that has only telephoned is no new one`() throws {
    var town = SmallTown(seed: 12, agencies: 3, officersEach: 2)
    var log = town.log(nights: 20, aNight: 6).map(LookTrial.dressed)
    func request(_ day: Int, domain: String) -> Request {
      var out = LookTrial.dressed(town.request(by: town.officers[1], day: day))
      out.agencyID = "the telephoning ones"
      (out.sender, out.senderDomain, out.senderRegistrableDomain) =
        domain.isEmpty ? ("", "", "") : ("desk@" + domain, domain, domain)
      out.channel = domain.isEmpty ? .phone : .email
      return out
    }
    for day in 2..<18 { log.append(request(day, domain: "")) }
    let run = try NightRun.folded(SmallTown.ordered(log))
    let night = SmallTown.firstNight.advanced(by: 20)
    let first = try LookTrial.finding("sender_domain", [request(20, domain: "desk.example")], in: run, night: night)
    var moved = LookTrial.dressed(town.request(by: town.officers[0], day: 20))
    moved.senderRegistrableDomain = "desk.example"
    let second = try LookTrial.finding("sender_domain", [moved], in: run, night: night)
    #expect(first.bits < second.bits - 1, "\(first.bits), \(second.bits)")
    #expect(first.bits < 0.05, "\(first.bits)")
  }

  @Test func `a request without a domain leaves it silent`() throws {
    try LookTrial.expectSilent("sender_domain", .notThisKind) { $0.senderRegistrableDomain = "" }
  }
}
