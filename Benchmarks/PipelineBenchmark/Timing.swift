import Foundation

/// Seconds that `work` took, and what it returned.
func timed<Value>(_ work: () throws -> Value) rethrows -> (seconds: Double, value: Value) {
  let start = DispatchTime.now().uptimeNanoseconds
  let value = try work()
  return (Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9, value)
}

/// The seconds of the fastest of several runs.
func fastest(_ repeats: Int, _ work: () throws -> Void) rethrows -> Double {
  var best = Double.infinity
  for _ in 0..<max(1, repeats) { best = min(best, try timed(work).seconds) }
  return best
}

/// One line of the results: what was measured, and what was aimed at.
func report(_ what: String, _ value: String, aim: String = "") {
  let name = what.padding(toLength: max(58, what.count), withPad: " ", startingAt: 0)
  let figure = value.padding(toLength: max(24, value.count), withPad: " ", startingAt: 0)
  print("  " + name + figure + (aim.isEmpty ? "" : "  aim " + aim))
}

func heading(_ text: String) { print("\n" + text) }

func rounded(_ value: Double, _ digits: Int = 2) -> String { String(format: "%.\(digits)f", value) }

func perSecond(_ count: Int, _ seconds: Double) -> String { "\(Int(Double(count) / seconds)) requests/s" }
