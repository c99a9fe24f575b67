import Baselines
import Detection
import RequestModel
import Scoring
import Statistics
import Testing

@Suite struct NightEngineTests {
  private static func town(_ seed: UInt64, nights: Int = 36) -> [Request] {
    var town = SmallTown(seed: seed)
    var log = town.log(nights: nights, aNight: 5)
    // A stolen account among them, so that holding and suspicion take part.
    let victim = town.officers[1]
    log += [
      town.forgery(of: victim, day: 30), town.forgery(of: victim, day: 30, hour: 3), town.forgery(of: victim, day: 32),
    ]
    return SmallTown.ordered(log.filter { NightRun.night(of: $0) < SmallTown.firstNight.advanced(by: nights) })
  }
  private struct Failure: Error { var underlying: any Error }
  private static let log = town(1)
  private static let run = Result { try NightRun.folded(log) }.mapError(Failure.init)

  @Test func `contributions add up to the evidence of every request exactly`() throws {
    for assessment in try Self.run.get().assessments {
      #expect(assessment.reasons.reduce(Bits.zero) { $0 + $1.contribution } == assessment.evidence)
    }
    let last = SmallTown.firstNight.advanced(by: 35)
    let tail = Self.log.filter { NightRun.night(of: $0) == last }
    let detailed = try Self.run.get().judged(tail, night: last)
    let known = try Self.run.get().byID
    for entry in detailed {
      #expect(entry.assessment.reasons.reduce(Bits.zero) { $0 + $1.contribution } == entry.assessment.evidence)
      // Judged again against the stored night before, every detail shown, it is the same score.
      #expect(entry.assessment.evidence == known[entry.assessment.requestID]?.evidence)
      #expect(entry.assessment.pValue == known[entry.assessment.requestID]?.pValue)
    }
  }

  @Test func `the same log gives the same assessments and the same bytes`() throws {
    let again = try NightRun.folded(Self.log)
    #expect(try again.assessments == Self.run.get().assessments)
    #expect(try again.shelf.latest == Self.run.get().shelf.latest)
  }

  @Test func `a new engine every night from stored bytes equals one engine for all nights`() throws {
    let fresh = try NightRun.folded(Self.log, memory: .freshEveryNight)
    #expect(try fresh.assessments == Self.run.get().assessments)
    #expect(try fresh.shelf.latest == Self.run.get().shelf.latest)
  }

  @Test func `cutting the log anywhere leaves every earlier score as it was`() throws {
    let known = try Self.run.get().byID
    for cut in [37, Self.log.count - 1] {
      let part = try NightRun.folded(Array(Self.log.prefix(cut)))
      for assessment in part.assessments {
        let whole = known[assessment.requestID]
        #expect(assessment.evidence == whole?.evidence)
        #expect(assessment.pValue == whole?.pValue)
        #expect(assessment.reasons == whole?.reasons)
      }
    }
  }

  @Test func `changing later rows of the same night leaves earlier scores as they were`() throws {
    let cut = 101
    var other = Self.log
    for i in cut..<other.count {
      other[i].sessionDevice = "changed"
      other[i].type = .freeze
      other[i].targets = []
      other[i].wording = nil
    }
    let changed = try NightRun.folded(other)
    let known = try Self.run.get().byID
    for assessment in changed.assessments.prefix(cut) {
      #expect(assessment.evidence == known[assessment.requestID]?.evidence)
      #expect(assessment.pValue == known[assessment.requestID]?.pValue)
    }
    #expect(changed.assessments[cut].evidence != known[changed.assessments[cut].requestID]?.evidence)
  }

  @Test func `scores do not depend on the key of the pseudonyms`() throws {
    var log = Self.log
    // Far more targets than any look keeps.
    var random = SeededGenerator(seed: 3)
    for i in [80, 100, 120] {
      let repeated = log[i - 30].targets
      log[i].sender = log[i - 30].sender
      log[i].agencyID = log[i - 30].agencyID
      log[i].targets =
        repeated
        + (0..<200).map { _ in
          Target(type: .email, value: Pseudonym(high: random.next(), low: random.next()), country: "US")
        }
    }
    let plain = try NightRun.folded(log.map { Rekeying(key: 0).request($0) })
    for key: UInt64 in [11] {
      let rekeyed = try NightRun.folded(log.map { Rekeying(key: key).request($0) })
      #expect(rekeyed.assessments.map(\.evidence) == plain.assessments.map(\.evidence))
      #expect(rekeyed.assessments.map(\.pValue) == plain.assessments.map(\.pValue))
      #expect(rekeyed.assessments.map(\.reasons) == plain.assessments.map(\.reasons))
    }
  }

  @Test func `what leaves memory comes back from the store the same`() throws {
    var town = SmallTown(seed: 31, agencies: 4, officersEach: 3)
    let log = town.log(nights: 16, aNight: 5)
    func state(room: Int?) throws -> [String: [UInt8]] {
      let engine = NightRun().makeEngine()
      if let room { engine.set.room = room }
      var shelf = StateShelf()
      for (night, requests) in Dictionary(grouping: log, by: NightRun.night(of:)).sorted(by: { $0.key < $1.key }) {
        _ = try engine.close(
          NightInput(night: night, filings: engine.filings(SmallTown.ordered(requests))),
          reader: shelf.reader(before: night),
          lateReader: { shelf.reader(before: $0) })
        shelf.put(engine.set.takeChanges(), night: night)
        #expect(room == nil || engine.set.release().isEmpty)
      }
      return shelf.latest
    }
    #expect(try state(room: nil) == state(room: 500))
  }
}

/// A change of the secret key: pseudonyms and the hashes of words are mapped one to one, lists are sorted anew.
struct Rekeying {
  var key: UInt64

  private func word(_ value: UInt64) -> UInt64 { key == 0 ? value : mixed(value ^ mixed(key)) }
  private func pseudonym(_ value: Pseudonym) -> Pseudonym {
    Pseudonym(high: word(value.high &+ 77), low: word(value.low))
  }

  func request(_ request: Request) -> Request {
    var out = request
    out.senderName = request.senderName.map(pseudonym)
    out.badge = request.badge.map(pseudonym)
    out.callbackPhone = request.callbackPhone.map(pseudonym)
    out.supervisorName = request.supervisorName.map(pseudonym)
    out.supervisorPhone = request.supervisorPhone.map(pseudonym)
    out.caseNumber = request.caseNumber.map(pseudonym)
    out.sessionIP = request.sessionIP.map(pseudonym)
    out.attachments = request.attachments.map(pseudonym)
    out.replyTo?.localPart = pseudonym(request.replyTo?.localPart ?? Pseudonym(high: 0, low: 0))
    out.targets = request.targets.map { Target(type: $0.type, value: pseudonym($0.value), country: $0.country) }
      .sorted { ($0.value.high, $0.value.low) < ($1.value.high, $1.value.low) }
    if var wording = request.wording {
      wording.words = wording.words.map { .init(hash: word($0.hash), count: $0.count) }
      wording.lines = wording.lines.map(word)
      wording.shingles = wording.shingles.map(word)
      out.wording = wording
    }
    return out
  }
}
