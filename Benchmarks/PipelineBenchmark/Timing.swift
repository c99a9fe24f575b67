import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Seconds that `work` took, and what it returned.
func timed<Value>(_ work: () throws -> Value) rethrows -> (seconds: Double, value: Value) {
  let start = DispatchTime.now().uptimeNanoseconds
  let value = try work()
  return (Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9, value)
}

/// What a piece of work took: on the clock, and of all processor cores together.
///
/// On a machine that does other things besides, the second says more.
struct Cost {
  var seconds: Double
  var coreSeconds: Double

  /// - Parameter isChild: the work is done by a process that is waited for.
  init(isChild: Bool = false, _ work: () throws -> Void) rethrows {
    let before = Cost.used(isChild)
    seconds = try timed(work).seconds
    coreSeconds = Cost.used(isChild) - before
  }

  /// Seconds of all cores that this process, or those it waited for, took so far.
  static func used(_ isChild: Bool = false) -> Double {
    var usage = rusage()
    // RUSAGE_CHILDREN and RUSAGE_SELF, which are numbers on one system and an enumeration on another.
    getrusage(isChild ? -1 : 0, &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
  }

  /// Requests a second on the clock, and a second of one core.
  func rate(_ count: Int) -> String {
    perSecond(count, seconds) + ", \(Int(Double(count) / max(coreSeconds, 1e-9))) a core"
  }
}

/// The processor seconds of the cheapest of several runs, which other programs change less than those of the clock.
func cheapest(_ repeats: Int, _ work: () throws -> Void) rethrows -> Double {
  var best = Double.infinity
  for _ in 0..<max(1, repeats) { best = min(best, try Cost(work).coreSeconds) }
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
