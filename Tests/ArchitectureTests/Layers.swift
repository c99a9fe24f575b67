/// The layers of the design, and who may import which outside module.
enum Layers {
  /// From the top down; a room imports rooms of lower layers only, never one beside it.
  static let rooms: [Set<String>] = [
    ["countersign"],
    ["Workflow"],
    ["Ingestion", "Storage", "Reporting", "Tuning", "Simulation"],
    ["Scoring"],
    ["Detection", "LinearModels"],
    ["Baselines", "LinearAlgebra", "Wording"],
    ["RequestModel", "Statistics"],
  ]

  /// Outside modules and the only rooms that may name them.
  static let outside: [String: Set<String>] = [
    "ArgumentParser": ["countersign"],
    "CBLAS": ["LinearAlgebra"],
    "CConfusables": ["Detection"],
    "CPSL": ["Ingestion"],
    "CSimdjson": ["Ingestion"],
    "CStemmer": ["Wording"],
    "CZlib": ["Ingestion"],
    "CZstd": ["Ingestion"],
    "Dispatch": ["LinearModels", "Workflow"],
    "Crypto": ["Ingestion", "Reporting", "Wording", "Workflow"],
    "GRDB": ["Storage"],
    "GRDBSQLite": ["Storage"],
    "Mustache": ["Reporting"],
    "Yams": ["Ingestion", "Workflow"],
  ]

  /// What the toolchain brings, named anywhere: `Purity` watches what is used of it.
  static let anywhere: Set<String> = ["Darwin", "Foundation", "FoundationEssentials", "Glibc", "Synchronization"]

  /// The rooms from RequestModel to Reporting: no files, database, clock, environment, printing or unseeded randomness.
  static let pure: Set<String> = rooms[2...].reduce(into: Set<String>()) { $0.formUnion($1) }.subtracting(["Storage"])

  static func depth(of room: String) -> Int? { rooms.firstIndex { $0.contains(room) } }

  /// Why `room` may not import `module`; nil where it may.
  static func objection(to module: String, in room: String) -> String? {
    if let below = depth(of: module) {
      guard let own = depth(of: room) else { return "\(room) stands in no layer" }
      return below > own ? nil : "\(room) may not import \(module): imports point down the layers"
    }
    if let owners = outside[module] {
      return owners.contains(room) ? nil : "\(module) belongs to \(owners.sorted().joined(separator: ", "))"
    }
    return anywhere.contains(module) ? nil : "\(module) stands in no list of modules"
  }
}

/// What a pure room may not write: ways to files, clock, environment, terminal and unseeded randomness.
enum Purity {
  static let forbidden = [
    "FileManager", "FileHandle", "ProcessInfo", "Process()", "CommandLine", "Bundle.", "UserDefaults", "URLSession",
    "Date()", "Date.now", "ContinuousClock", "SuspendingClock", "DispatchTime", "clock_gettime(", "gettimeofday(",
    "time(nil)", "getenv(", "setenv(", "print(", "debugPrint(", "dump(", "readLine()", "readLine(strippingNewline",
    "NSLog(", "fopen(", "fputs(",
    "Data(contentsOf:", "String(contentsOf:", "contentsOfFile:", "atomically:", "SystemRandomNumberGenerator",
    ".shuffled()", ".randomElement()",
    "UUID()", "arc4random", "Locale.current", "TimeZone.current", "Calendar.current", ".autoupdatingCurrent",
    ".hashValue", "Hasher()", "getpid(", "rand()", "drand48(", "isatty(", "fopen64(", "printf(", "exit(", "system(",
  ]

  /// `random(in:)` is impure only where no generator is handed in.
  private static let unseeded = ".random(in:"

  /// The forbidden words that stand in `code`, each with its line; a word inside a longer name does not count.
  static func impurities(in code: String) -> [String] {
    var found: [String] = []
    for (number, line) in code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for word in forbidden where stands(word, in: line) { found.append("line \(number + 1): \(word)") }
      if line.contains(unseeded), !line.contains("using:") { found.append("line \(number + 1): \(unseeded)") }
    }
    return found
  }

  private static func stands(_ word: String, in line: Substring) -> Bool {
    line.ranges(of: word).contains { range in
      guard range.lowerBound > line.startIndex, word.first != "." else { return true }
      let before = line[line.index(before: range.lowerBound)]
      let joined = before.isLetter || before.isNumber || before == "_"
      // `.print(` and `.dump(` are somebody's method; `.contentsOf:` does not exist.
      return !joined && !(before == "." && word.hasSuffix("("))
    }
  }
}
