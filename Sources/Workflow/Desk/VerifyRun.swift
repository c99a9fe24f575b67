import Reporting
import RequestModel
import Scoring
import Statistics
import Storage

/// Checks the store: the file, the chain of nights, every stored score, and some of them judged once more.
package enum VerifyRun {
  package struct Outcome: Sendable {
    package var nights = 0
    package var scores = 0
    /// What the checks of digests found, a sentence each, at most `limit`.
    package var problems: [String] = []
    /// How many scores judged again came to what.
    package var replayed: [Replay: Int] = [:]
    /// How many nights' state digests, made again from the stored values, came to what.
    package var states: [Replay: Int] = [:]

    package static let limit = 20
    package var isWhole: Bool { problems.isEmpty && replayed[.mismatch] == nil }
  }

  /// What judging a score once more came to.
  package enum Replay: String, CaseIterable, Sendable {
    case same
    /// The request, or the state it was judged against, is kept no more.
    case erased
    /// It was judged with another model, another configuration or by another version of the scoring.
    case otherVersion = "other version"
    case mismatch
  }

  /// - Parameter version: what this program's scoring is taken for.
  package static func run(
    replay: Int, options: RunOptions, version: Int = ScoringVersion.current
  ) throws -> Outcome {
    try DeskStore.read(options) { store, configuration in
      try store.checkIntegrity()
      var outcome = Outcome()
      let setup = try EngineSetup.forDesk(configuration, store: store, version: version)
      guard let last = try store.closedThrough() else { return outcome }
      let nights = try store.nights(in: Night(day: .min)...last)
      var previous: [UInt8] = []
      for (place, night) in nights.enumerated() {
        try Signals.checkpoint()
        for problem in try problems(of: night, previous: previous, store: store, outcome: &outcome)
        where outcome.problems.count < Outcome.limit {
          outcome.problems.append("Night \(night.night): \(problem).")
        }
        previous = night.digests.chain
        options.progress?(Progress(phase: "Verifying", done: place + 1, total: nights.count, unit: "nights"))
      }
      outcome.nights = nights.count
      let stray = try store.scoreCount() - outcome.scores
      if stray > 0, outcome.problems.count < Outcome.limit {
        outcome.problems.append("\(Figure.counted(stray, "score")) belong to no night that is closed.")
      }
      for state in try StateReplay.results(nights, store: store) {
        outcome.states[state.result, default: 0] += 1
        if state.result == .mismatch, outcome.problems.count < Outcome.limit {
          outcome.problems.append("Night \(state.night): its state is not the one that was written.")
        }
      }
      if replay > 0 {
        try self.replay(replay, nights: nights, store: store, setup: setup, configuration: configuration, &outcome)
      }
      return outcome
    }
  }

  /// Recomputes the digests of a night from its rows.
  private static func problems(
    of night: StoredNight, previous: [UInt8], store: Store, outcome: inout Outcome
  ) throws -> [String] {
    var found: [String] = []
    let digests = night.digests
    if digests.previousChain != previous { found.append("it does not follow the night before it") }
    if NightFold.chain(night.night, digests) != digests.chain { found.append("its link of the chain is wrong") }
    let scores = try store.scores(closedWith: night.night)
    outcome.scores += scores.count
    let late = Set(scores.filter(\.isLate).map(\.requestID))
    let requests = try store.requestDigests(closedWith: night.night).filter { !late.contains($0.requestID) }
    if NightFold.requestsDigest(requests.map(\.digest)) != digests.requests {
      found.append("its requests are not those that were judged")
    }
    let inOrder =
      scores.filter { !$0.isLate }
      + scores.filter(\.isLate).sorted { ($0.night, $0.receivedAt) < ($1.night, $1.receivedAt) }
    if Digesting.digest(inOrder.map(\.digest)) != digests.scores {
      found.append("its scores are not those that were written")
    }
    let changed = scores.filter(isChanged)
    if let first = changed.first {
      found.append(
        "\(Figure.counted(changed.count, "score")) changed, the first that of \(Terminal.plain(first.requestID))")
    }
    if counts(scores) != night.counts { found.append("its counts are not those of its scores") }
    return found
  }

  /// Whether a row says something else than its digest vouches for.
  ///
  /// The score is a function of the evidence. Where retention took the contributions, the digest is all that is left of
  /// the rest.
  private static func isChanged(_ score: StoredScore) -> Bool {
    score.score != Assessment.score(of: Bits(units: score.evidence))
      || !score.contributions.isEmpty && Digesting.digest(Assessment(score)) != score.digest
  }

  /// What a night's row counts of the scores that its close wrote.
  private static func counts(_ scores: [StoredScore]) -> StoredNight.Counts {
    let own = scores.filter { !$0.isLate }
    return StoredNight.Counts(
      requests: own.count, late: scores.count - own.count, alerts: scores.count(where: \.isAlert),
      held: own.count(where: \.isHeld))
  }

  /// Judges the last `count` scores once more.
  private static func replay(
    _ count: Int, nights: [StoredNight], store: Store, setup: EngineSetup, configuration: Configuration,
    _ outcome: inout Outcome
  ) throws {
    let recall = NightRecall(store: store, setup: setup, configuration: configuration)
    // Without the key the directory's telephone numbers are unknown, and every look at them another.
    let lacksNumbers =
      !configuration.agencyDirectory.isEmpty && (try? WorkspaceKey.read(path: configuration.keyFile)) == nil
    var left = count
    for night in nights.reversed() where left > 0 {
      try Signals.checkpoint()
      let isOther =
        lacksNumbers || night.digests.model != setup.modelDigest
        || night.digests.configuration != setup.configurationDigest
      // What an erased request had shown its night is gone for the others of that night too.
      let hasErased = try store.requestDigests(closedWith: night.night).contains(where: \.isErased)
      for score in try store.scores(closedWith: night.night).reversed().prefix(left) {
        left -= 1
        let found = try result(score, isOther: isOther, recall: recall)
        outcome.replayed[found == .mismatch && hasErased ? .erased : found, default: 0] += 1
      }
    }
  }

  private static func result(_ score: StoredScore, isOther: Bool, recall: NightRecall) throws -> Replay {
    guard !isOther else { return .otherVersion }
    guard let again = try recall.recomputed(score) else { return .erased }
    let isSame =
      again.evidence.units == score.evidence && again.pValue == score.pValue && again.probability == score.probability
      && again.isHeld == score.isHeld && again.isCertified == score.isCertified && again.agencyID == score.agencyID
      && again.sender == score.sender
    return isSame ? .same : .mismatch
  }
}

extension VerifyRun.Outcome {
  /// What a person should know, a line each.
  package var lines: [String] {
    var lines = ["\(nights) nights and \(scores) scores: " + (problems.isEmpty ? "the chain is whole." : "damaged.")]
    lines += problems
    let counts = VerifyRun.Replay.allCases.compactMap { kind in replayed[kind].map { "\($0) \(kind.rawValue)" } }
    if !counts.isEmpty { lines.append("Judged again: " + counts.joined(separator: ", ") + ".") }
    let same = states[.same] ?? 0
    if same > 0 { lines.append("The state of \(same) nights made again from what is stored: the same.") }
    return lines
  }

  /// The same as one JSON object.
  package var json: String {
    let value = JSONValue.object([
      .init("nights", .integer(nights)), .init("scores", .integer(scores)),
      .init("problems", .array(problems.map { .string($0) })), .init("states", counts(states)),
      .init("replayed", counts(replayed)),
    ])
    return value.text() + "\n"
  }

  private func counts(_ found: [VerifyRun.Replay: Int]) -> JSONValue {
    .object(
      VerifyRun.Replay.allCases.map { .init($0.rawValue.replacing(" ", with: "_"), .integer(found[$0] ?? 0)) })
  }
}
