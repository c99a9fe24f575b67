import Foundation
import RequestModel
import Storage

@testable import Workflow

/// A workspace in a folder of its own, in which the small log of `Datasets/tiny` can be judged.
final class NightRoom {
  let path: String
  var options = RunOptions()

  static let tiny = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Datasets/tiny").standardized.path
  static let lastNight = Night("2024-01-28")!

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "countersign-room-\(UUID().uuidString)").path
    _ = try WorkspaceInit.run(directory: path, reusedKey: nil)
    options.configurationPath = path + "/countersign.yaml"
    options.environment = ["COUNTERSIGN_ALERT_FLOOR_P": "0.03"]
    options.threads = 1
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func nightly(through night: Night = lastNight, files: [String] = [tiny + "/requests.jsonl.gz"]) throws
    -> NightlyRun.Outcome
  {
    try NightlyRun.run(files: files, extent: .through(night), scores: nil, rejects: nil, options: options)
  }

  func write(_ text: String, to name: String) throws -> String {
    let file = path + "/" + name
    try Data(text.utf8).write(to: URL(filePath: file))
    return file
  }

  func store() throws -> Store { try StoreAccess.open(path: path + "/countersign.sqlite") }
}
