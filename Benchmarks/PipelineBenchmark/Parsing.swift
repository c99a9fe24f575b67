import Foundation
import Ingestion
import RequestModel

/// JSON Lines to validated requests, in gigabytes a second of one core.
func measureParsing(_ sizes: Sizes, _ scratch: Scratch) throws {
  for hasLetters in [false, true] {
    let log = try makeLog(
      scratch.file("parse.jsonl"), requests: sizes.requests, lastDay: lastDay, hasLetters: hasLetters)
    defer { try? FileManager.default.removeItem(atPath: log.path) }
    measureParsing(log, hasLetters: hasLetters)
  }
}

private func measureParsing(_ log: Log, hasLetters: Bool) {
  heading(
    "Parse and validate: \(log.requests) requests of \(log.bytesEach) bytes, "
      + (hasLetters ? "letters among them" : "no letters") + ", one thread")
  let bytes = [UInt8](FileManager.default.contents(atPath: log.path) ?? Data())
  let limits = IntakeLimits(latest: Instant(seconds: 4_000_000_000))
  func rate(_ aim: String, _ what: String, readsWording: Bool, _ work: (BlockWorker, RecordBlock) -> Int) {
    var passed = 0
    let seconds = cheapest(7) {
      let settings = IntakeSettings(
        pseudonymizer: Pseudonymizer(key: [UInt8](repeating: 1, count: 32)), limits: limits, readsWording: readsWording)
      let worker = BlockParser(settings: settings).makeWorker()
      var splitter = RecordSplitter(format: .jsonl, limits: limits)
      passed = 0
      bytes.withUnsafeBufferPointer { view in
        splitter.feed(view) { passed += work(worker, $0) }
        splitter.finish { passed += work(worker, $0) }
      }
    }
    let share = passed == log.requests ? "" : " (\(passed) passed)"
    report(
      what, rounded(Double(log.bytes) / seconds / 1e9) + " GB/s, \(perSecond(passed, seconds))" + share, aim: aim)
  }
  rate("≥ 1 GB/s", "split, simdjson, required fields", readsWording: false) { $0.check($1) }
  rate("", "whole request, pseudonyms, letter passed over", readsWording: false) { $0.parse($1).accepted.count }
  if hasLetters { rate("", "whole request, letter read", readsWording: true) { $0.parse($1).accepted.count } }
}
