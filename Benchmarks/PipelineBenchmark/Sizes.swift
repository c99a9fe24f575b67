import Foundation

/// How many requests each part works on.
struct Sizes {
  var requests = 40_000
  var shortHistory = 100_000
  var longHistory = 2_000_000
  var night = 5_000

  init(_ environment: [String: String]) {
    if environment["COUNTERSIGN_BENCH_QUICK"] != nil {
      (requests, shortHistory, longHistory) = (10_000, 20_000, 100_000)
    }
    func size(_ name: String, _ otherwise: Int) -> Int {
      environment["COUNTERSIGN_BENCH_" + name].flatMap(Int.init).map { max(1, $0) } ?? otherwise
    }
    requests = size("REQUESTS", requests)
    shortHistory = size("SHORT", shortHistory)
    longHistory = size("LONG", longHistory)
    night = size("NIGHT", night)
  }
}

/// A folder for logs and stores that goes when the run ends.
struct Scratch {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("countersign-bench-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func file(_ name: String) -> String { path + "/" + name }
  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
