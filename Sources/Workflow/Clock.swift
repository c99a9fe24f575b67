package import RequestModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The machine's clock: read for the journal of runs, for `yesterday` and for progress, never for a score.
package enum Clock {
  package static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
  }

  /// Seconds on a clock that only goes forward.
  package static func monotonicSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension Instant {
  /// `YYYY-MM-DDThh:mm:ssZ`.
  package var utcText: String {
    let day = seconds.flooredDivision(by: 86_400)
    let second = seconds.flooredRemainder(by: 86_400)
    func two(_ n: Int64) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let time = "\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))"
    return "\(CivilDate(daysSinceEpoch: Int32(clamping: day)))T\(time)Z"
  }
}
