import Foundation

// PipelineBenchmark                            measures everything and prints it beside the aims
// PipelineBenchmark parse|ingest|score|history|looks   one part
// PipelineBenchmark nightly FOLDER LOG DAY     closes a log's nights in a workspace and answers in JSON (a part calls
//                                              this, to see one process's time and memory)
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
case "nightly" where arguments.count == 4:
  try printNightly(folder: arguments[1], log: arguments[2], day: Int32(arguments[3]) ?? 0)
case let name where name == nil || parts.contains { $0.name == name }:
  let scratch = try Scratch()
  defer { scratch.remove() }
  for part in parts where name == nil || part.name == name { try part.run(scratch) }
default:
  FileHandle.standardError.write(Data("usage: PipelineBenchmark [PART]; see the head of main.swift\n".utf8))
  exit(2)
}
