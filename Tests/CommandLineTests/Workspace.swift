import Foundation

/// A fresh workspace in a folder of its own, and the program run in it.
struct Workspace {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let made = try Program.run(["init", "--quiet"], in: scratch.path)
    guard made.status == 0 else { throw Failure(message: made.errors) }
  }

  struct Failure: Error { var message: String }

  func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Program.Outcome {
    try Program.run(arguments, in: scratch.path, input: input, environment: environment)
  }

  /// The objects of a JSON Lines file.
  func lines(_ name: String) throws -> [[String: Any]] { try Workspace.objects(try scratch.read(name)) }

  static func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  /// The files of rejected rows that runs left beside the store.
  func rejectsFiles() throws -> [String] { try scratch.names().filter { $0.contains(".rejects-") }.sorted() }
}

/// Rows of a request log.
enum Rows {
  /// Row `n` of a small log: one a minute from 2024-03-01T00:00:00Z, five senders of two agencies.
  static func row(_ n: Int, changing changes: [String: String] = [:]) -> String {
    let minute = n % 60 < 10 ? "0\(n % 60)" : "\(n % 60)"
    let hour = n / 60 % 24 < 10 ? "0\(n / 60 % 24)" : "\(n / 60 % 24)"
    let day = n / 1440 + 1 < 10 ? "0\(n / 1440 + 1)" : "\(n / 1440 + 1)"
    var fields = [
      "request_id": "\"r\(n)\"", "received_at": "\"2024-03-\(day)T\(hour):\(minute):00Z\"", "channel": "\"email\"",
      "request_type": "\"subpoena\"", "agency_id": "\"agency-\(n % 2)\"",
      "sender_email": "\"officer\(n % 5)@police\(n % 2).example\"",
      "targets": "[{\"type\":\"email\",\"value\":\"someone\(n)@mail.example\"}]",
    ]
    fields.merge(changes) { $1 }
    return "{" + fields.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}\n"
  }

  static func log(_ range: Range<Int>) -> String { range.map { row($0) }.joined() }
}
