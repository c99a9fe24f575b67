import Foundation

// PipelineBenchmark                            measures everything and prints it beside the aims
// PipelineBenchmark parse|ingest|score|history|looks   one part
// PipelineBenchmark fold HISTORY NIGHT         folds one log, then one night, as JSON (a part calls this, to see one
//                                              process's memory)
//
// Sizes are requests, set by the environment: COUNTERSIGN_BENCH_REQUESTS (40000), COUNTERSIGN_BENCH_SHORT (100000),
// COUNTERSIGN_BENCH_LONG (2000000), COUNTERSIGN_BENCH_NIGHT (5000). COUNTERSIGN_BENCH_QUICK=1 takes about a minute.

let arguments = Array(CommandLine.arguments.dropFirst())
let sizes = Sizes(ProcessInfo.processInfo.environment)
let parts: [(name: String, run: (Scratch) throws -> Void)] = [
  ("parse", { try measureParsing(sizes, $0) }),
  ("ingest", { try measureIngest(sizes, $0) }),
  ("score", { try measureScoring(sizes, $0) }),
  ("looks", { try measureLooks(sizes, $0) }),
  ("history", { try measureHistory(sizes, $0) }),
]

switch arguments.first {
case "fold" where arguments.count == 3: try printFold(history: arguments[1], night: arguments[2])
case let name where name == nil || parts.contains { $0.name == name }:
  let scratch = try Scratch()
  defer { scratch.remove() }
  for part in parts where name == nil || part.name == name { try part.run(scratch) }
default:
  FileHandle.standardError.write(Data("usage: PipelineBenchmark [PART]; see the head of main.swift\n".utf8))
  exit(2)
}
