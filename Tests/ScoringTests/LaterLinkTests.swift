import Detection
import RequestModel
import Scoring
import Statistics
import Testing

/// What a closed request would have been worth, had later members of its campaign been seen before it.
@Suite struct LaterLinkTests {
  private static let nights = 18
  private static let after = SmallTown.firstNight.advanced(by: nights)

  @Test func `a later forgery of another agency's account lifts the earlier one, and nothing else does`() throws {
    var town = SmallTown(seed: 5, agencies: 4, officersEach: 2)
    let log = town.log(nights: Self.nights, aNight: 8)
    let first = town.forgery(of: town.officers[1], day: Self.nights)
    let colleague = town.forgery(of: town.officers[0], day: Self.nights, hour: 3)
    var second = town.forgery(of: town.officers[5], day: Self.nights, hour: 4)
    second.targets = first.targets
    let honest = town.request(by: town.officers[7], day: Self.nights)
    let run = try NightRun.folded(log)
    let engine = run.makeEngine()
    let past = try engine.hindsight(at: Self.after, on: [first], reader: run.shelf.reader(before: Self.after))
    func gain(seen: [Request] = [], unseen: [Request]) throws -> Bits {
      try past.linkageGain(of: first, seen: seen, unseen: unseen)
    }
    #expect(try gain(unseen: [second]) > Bits(1))
    #expect(try gain(unseen: []) == .zero)
    #expect(try gain(unseen: [colleague]) == .zero)
    #expect(try gain(unseen: [honest]) == .zero)
    // What it had seen already is no news.
    #expect(try gain(seen: [second], unseen: [second]) == .zero)
  }

  @Test func `a window that is read for one request alone answers it as the whole one does`() throws {
    var town = SmallTown(seed: 8, agencies: 4, officersEach: 2)
    var log = (0..<40).map { town.request(by: town.officers[$0 % 8], day: 0) }
    for place in 0..<20 { log[place + 20].targets = log[place].targets }
    var written = LinkWindow()
    for request in log {
      for key in LinkKeys(request).all { written.note(key, agency: SharedTrace(request).agency, night: Self.after) }
    }
    let bytes = written.encoded(Self.after)
    var sharing = 0
    for request in log {
      var part = LinkWindow()
      let keys = LinkKeys(request)
      try part.read(bytes, night: Self.after, only: CountTable(keys.all.map { (key: $0, count: 1) }))
      let links = Links(keys, agency: SharedTrace(request).agency, window: part)
      #expect(links == Links(keys, agency: SharedTrace(request).agency, window: written))
      sharing += links.targetAgencies > 0 ? 1 : 0
    }
    #expect(sharing > 0)
    #expect(try !LinkWindow.isCrowded([bytes]))
  }

  @Test func `ties hold what a forger reuses at another agency, in either order, and nothing else`() {
    var town = SmallTown(seed: 6)
    var a = town.forgery(of: town.officers[0], day: 0)
    var b = town.forgery(of: town.officers[4], day: 1)
    let same = town.forgery(of: town.officers[1], day: 1)
    let honest = town.request(by: town.officers[5], day: 0)
    func ties(of request: Request, after others: Request...) -> Ties {
      var window = LinkWindow()
      for other in others {
        let trace = SharedTrace(other)
        for key in trace.keys { window.note(key, agency: trace.agency, night: Self.after) }
      }
      return Links(LinkKeys(request), agency: SharedTrace(request).agency, window: window).ties
    }
    #expect(ties(of: b, after: a).hold(SharedTrace(a)) && ties(of: a, after: b).hold(SharedTrace(b)))
    #expect(ties(of: same, after: a).isEmpty)
    #expect(ties(of: honest, after: a).isEmpty && ties(of: a, after: honest).isEmpty)
    #expect(!ties(of: b, after: a, honest).hold(SharedTrace(honest)))
    // A number that the agency has shown before is no tie; a letter is one where most of its new lines are shared.
    #expect(ties(of: same, after: a, b).isEmpty)
    for shared in [2, 3, 6] {
      (a.callbackPhone, a.replyTo, b.callbackPhone, b.replyTo) = (nil, nil, nil, nil)
      a.wording?.shingles = (0..<6).map { UInt64($0) }
      b.wording?.shingles = (0..<6).map { UInt64($0 < shared ? $0 : 100 + $0) }
      #expect(ties(of: b, after: a).hold(SharedTrace(a)) == (shared >= 3))
    }
  }
}
