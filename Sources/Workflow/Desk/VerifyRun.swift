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
    /// Of how many scores the request was erased, or the details dropped, since: digests are all that is left to check.
    package var erased = 0
    /// Whether the key was at hand, without which seals cannot be made again.
    package var hasKey = true
    /// How many rows bear no seal, by table: of an earlier version, or written while the key was away.
    package var bare: [String: Int] = [:]
    /// The last link of the chain: whoever keeps it elsewhere can tell whether the nights before it were written anew.
    package var chain: [UInt8] = []
    /// How many scores judged again came to what.
    package var replayed: [Replay: Int] = [:]
    /// How many nights' state digests, made again from the stored values, came to what.
    package var states: [Replay: Int] = [:]

    package static let limit = 20
    package var isWhole: Bool { problems.isEmpty && replayed[.mismatch] == nil }

    mutating func note(_ problem: String) {
      if problems.count < Outcome.limit { problems.append(problem) }
    }
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
      guard let last = try store.closedThrough() else { return outcome }
      let nights = try store.nights(in: Night(day: .min)...last)
      try checkNights(nights, store: store, configuration: configuration, options: options, &outcome)
      for problem in try store.bookkeepingProblems() { outcome.note(problem) }
      try checkSeals(store, &outcome)
      for state in try StateReplay.results(nights, store: store) {
        outcome.states[state.result, default: 0] += 1
        if state.result == .mismatch {
          outcome.note("Night \(state.night): its state is not the one that was written.")
        }
      }
      if replay > 0 {
        let setup = try EngineSetup.forDesk(configuration, store: store, version: version)
        try self.replay(replay, nights: nights, store: store, setup: setup, configuration: configuration, &outcome)
      }
      return outcome
    }
  }

  private static func checkNights(
    _ nights: [StoredNight], store: Store, configuration: Configuration, options: RunOptions, _ outcome: inout Outcome
  ) throws {
    let key = try? WorkspaceKey.read(path: configuration.keyFile)
    var check = NightCheck(store: store, seal: key.map { ScoreSeal(key: $0) })
    for (place, night) in nights.enumerated() {
      try Signals.checkpoint()
      for problem in try check.problems(of: night) { outcome.note("Night \(night.night): \(problem).") }
      options.progress?(Progress(phase: "Verifying", done: place + 1, total: nights.count, unit: "nights"))
    }
    for problem in try check.problemsOfCampaigns() { outcome.note(problem) }
    outcome.nights = nights.count
    outcome.scores = check.scores
    outcome.erased = check.erased
    outcome.hasKey = key != nil
    outcome.chain = nights.last?.digests.chain ?? []
    let stray = try store.scoreCount() - check.scores
    if stray > 0 { outcome.note("\(Figure.counted(stray, "score")) belong to no night that is closed.") }
  }

  /// Rows that no judgement and no night vouches for, against their seals.
  private static func checkSeals(_ store: Store, _ outcome: inout Outcome) throws {
    guard outcome.hasKey else { return }
    for table in try store.sealChecks() {
      if table.broken > 0 {
        outcome.note("\(Figure.counted(table.broken, "row")) of the table \(table.table) changed.")
      }
      if table.bare > 0 { outcome.bare[table.table] = table.bare }
    }
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
    var lines = [
      "\(Figure.counted(nights, "night")) and \(Figure.counted(scores, "score")): "
        + (problems.isEmpty ? "the chain is whole." : "damaged.")
    ]
    lines += problems
    let counts = VerifyRun.Replay.allCases.compactMap { kind in replayed[kind].map { "\($0) \(kind.rawValue)" } }
    if !counts.isEmpty { lines.append("Judged again: " + counts.joined(separator: ", ") + ".") }
    let same = states[.same] ?? 0
    if same > 0 {
      lines.append("The state of \(Figure.counted(same, "night")) made again from what is stored: the same.")
    }
    if erased > 0 {
      lines.append(
        "Of \(Figure.counted(erased, "score")) the request or the details are erased: no more than digests is left.")
    }
    if !hasKey {
      lines.append(
        "The key is away: who a score is about, its campaign, its sentences and the seals of rows were not checked.")
    }
    if !bare.isEmpty {
      let tables = bare.sorted { $0.key < $1.key }.map { "\($0.key) \(Figure.count($0.value))" }.joined(separator: ", ")
      lines.append(
        "Without a seal, of an earlier version or written while the key was away, so that nobody vouches for them: "
          + "rows of \(tables).")
    }
    if !chain.isEmpty { lines.append("The last link of the chain: \(Hexadecimal.text(chain))") }
    return lines
  }

  /// The same as one JSON object.
  package var json: String {
    let value = JSONValue.object([
      .init("nights", .integer(nights)), .init("scores", .integer(scores)),
      .init("problems", .array(problems.map { .string($0) })), .init("states", counts(states)),
      .init("replayed", counts(replayed)), .init("erased", .integer(erased)), .init("key", .bool(hasKey)),
      .init("without_seal", .object(bare.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) })),
      .init("chain", .string(Hexadecimal.text(chain))),
    ])
    return value.text() + "\n"
  }

  private func counts(_ found: [VerifyRun.Replay: Int]) -> JSONValue {
    .object(
      VerifyRun.Replay.allCases.map { .init($0.rawValue.replacing(" ", with: "_"), .integer(found[$0] ?? 0)) })
  }
}
