import Foundation

/// A workspace in which the nights of a small log are closed, and what tests compare of it.
struct NightDesk {
  /// One key for all desks, save where a test wants another.
  static let key = String(repeating: "5a", count: 32)

  /// A lower bar than the default, since a log of four weeks cannot certify one in a hundred.
  static let environment = ["COUNTERSIGN_ALERT_FLOOR_P": "0.05"]

  let scratch: Scratch
  private let environment: [String: String]

  /// - Parameter environment: further variables of every run.
  init(key: String = NightDesk.key, environment: [String: String] = [:]) throws {
    scratch = try Scratch()
    self.environment = NightDesk.environment.merging(environment) { $1 }
    try done(run("init", "--quiet"))
    // Written in place, so that the mode stays.
    let file = try FileHandle(forWritingTo: URL(filePath: scratch.path + "/countersign.key"))
    try file.write(contentsOf: Data(key.utf8))
    try file.close()
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  @discardableResult
  func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments, in: scratch.path, environment: environment)
  }

  @discardableResult
  func done(_ outcome: Program.Outcome) throws -> Program.Outcome {
    guard outcome.status == 0 else { throw Failure(description: "exit status \(outcome.status): \(outcome.errors)") }
    return outcome
  }

  /// Takes a file in and closes every night of the small log; returns the scores.
  @discardableResult
  func closeAll(_ files: String..., options: [String] = []) throws -> String {
    let arguments = ["nightly"] + files + ["--through", TinyLog.lastNight, "--scores", "scores.jsonl", "--quiet"]
    try done(Program.run(arguments + options, in: scratch.path, environment: environment))
    return try scratch.read("scores.jsonl")
  }

  /// What a night's closed state comes to.
  func stateDigest() throws -> String {
    let status = try done(run("status", "--json"))
    guard let digest = try object(status.output)["state_digest"] as? String else {
      throw Failure(description: "no state digest in \(status.output)")
    }
    return digest
  }

  func object(_ text: String) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  /// The scores that the nights left in their own folders, one after the other.
  func scoresOfNights() throws -> String {
    try TinyLog.nights.map { try scratch.read("Reports/\($0.night)/scores.jsonl") }.joined()
  }
}

/// The small log, judged in one run as plain JSON Lines: what every other way must come to.
struct Undisturbed {
  let scores: String
  let stateDigest: String

  static let result = Result {
    let desk = try NightDesk()
    try desk.scratch.write(TinyLog.text, to: "log.jsonl")
    let scores = try desk.closeAll("log.jsonl")
    return Undisturbed(scores: scores, stateDigest: try desk.stateDigest())
  }
}

/// The rows of a scores file, each in one canonical text, without what is final only when their night closes.
func scoresWithoutPlaces(_ text: String) throws -> [String] {
  try Workspace.objects(text).map { row in
    let kept = row.filter { !["rank", "alert", "campaign_id"].contains($0.key) }
    return String(decoding: try JSONSerialization.data(withJSONObject: kept, options: .sortedKeys), as: UTF8.self)
  }
}
