import Baselines

/// How often the past showed what was seen, at the level whose own sample carries the expectation.
struct ExpectedShare: Sendable {
  // A night keeps hundreds of thousands of these: numbers first, so that no room is lost before them.

  /// Weight of the value, and of all values, at the level.
  var seen: Double
  var sample: Double
  /// P(what was seen | this sender, as known so far).
  var baseline: Double
  var level: Level
  /// How much of the expectation is borrowed from the agency, in per cent.
  private var borrowed: UInt8
  /// Whether a confirmed campaign brought the same.
  private var isKnownOfFrauds: Bool

  /// - Parameters:
  ///   - own: weight of the sender's own past.
  ///   - frauds: how many confirmed campaigns brought the same.
  init(level: Level, seen: Double, sample: Double, own: Double, baseline: Double, frauds: Double = 0) {
    self.level = level
    self.seen = seen
    self.sample = sample
    self.baseline = baseline
    borrowed = level == .sender && own > 0 ? UInt8((100 * 8 / (own + 8)).rounded()) : 0
    isKnownOfFrauds = frauds >= 0.2
  }

  func append(to bytes: inout [UInt8]) {
    Sentence.append(percent: baseline, to: &bytes)
    Sentence.append(" of requests", to: &bytes)
  }

  func appendHistory(to bytes: inout [UInt8]) {
    if sample < 1 {
      Sentence.append(": no past request to go by of ", to: &bytes)
    } else {
      Sentence.append(": ", to: &bytes)
      appendOften(to: &bytes)
      Sentence.append(past: sample, to: &bytes)
      Sentence.append(" of ", to: &bytes)
    }
    switch level {
    case .sender: Sentence.append("this sender", to: &bytes)
    case .agency: Sentence.append("this agency", to: &bytes)
    case .peers: Sentence.append("agencies of this kind", to: &bytes)
    case .world: Sentence.append("the whole log", to: &bytes)
    }
    Sentence.append("; expected ", to: &bytes)
    Sentence.append(percent: baseline, to: &bytes)
    if borrowed > 0, borrowed < 100 {
      Sentence.append(", ", to: &bytes)
      Sentence.append(Int(borrowed), to: &bytes)
      Sentence.append(" % borrowed from its agency", to: &bytes)
    }
    bytes.append(0x2E)
    if isKnownOfFrauds { Sentence.append(" A confirmed fraud brought the same before.", to: &bytes) }
  }
}

extension ExpectedShare {
  /// Below so many past requests a share is told as a count: nobody says “0.7 % of 13”.
  private static let fewest = 100.0

  /// How often it was seen, up to the number of past requests: `never in `, `once in `, `in 12 % of `.
  ///
  /// Old requests weigh less than one, so that a sighting of long ago may count for less than once.
  private func appendOften(to bytes: inout [UInt8]) {
    let times = min(seen, sample)
    switch times {
    case ...0: Sentence.append("never in ", to: &bytes)
    case _ where sample >= ExpectedShare.fewest:
      Sentence.append("in ", to: &bytes)
      Sentence.append(percent: times / sample, to: &bytes)
      Sentence.append(" of ", to: &bytes)
    case ..<0.5: Sentence.append("less than once in ", to: &bytes)
    case ..<1.5: Sentence.append("once in ", to: &bytes)
    case _ where times.rounded() >= sample.rounded(): Sentence.append("in all of ", to: &bytes)
    default:
      Sentence.append("in ", to: &bytes)
      Sentence.append(Int(times.rounded()), to: &bytes)
      Sentence.append(" of ", to: &bytes)
    }
  }
}

/// How many requests a day were expected of a sender.
struct ExpectedRate: Sendable {
  var daily: Double
  /// Weight of the past it rests on, in requests.
  var history: Double

  func append(to bytes: inout [UInt8]) {
    if daily >= 1 {
      Sentence.append(Int(daily.rounded()), to: &bytes)
      Sentence.append(" a day", to: &bytes)
    } else {
      Sentence.append("one in ", to: &bytes)
      Sentence.append(Int((1 / max(daily, 1e-3)).rounded()), to: &bytes)
      Sentence.append(" days", to: &bytes)
    }
  }

  func appendHistory(to bytes: inout [UInt8]) {
    Sentence.append("; ", to: &bytes)
    append(to: &bytes)
    Sentence.append(" expected from ", to: &bytes)
    Sentence.append(past: history, to: &bytes)
    bytes.append(0x2E)
  }
}

/// Puts sentences together as bytes of UTF-8: a night has many.
struct Sentence {
  private(set) var bytes: [UInt8] = []

  init(_ write: (inout [UInt8]) -> Void) {
    bytes.reserveCapacity(128)
    write(&bytes)
  }

  static func append(_ text: StaticString, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(0x2D) }
    append(magnitude: number.magnitude, to: &bytes)
  }

  private static func append(magnitude: UInt, to bytes: inout [UInt8]) {
    if magnitude >= 10 { append(magnitude: magnitude / 10, to: &bytes) }
    bytes.append(0x30 + UInt8(truncatingIfNeeded: magnitude % 10))
  }

  /// A weight in whole past requests: `13 past requests`.
  static func append(past weight: Double, to bytes: inout [UInt8]) {
    if weight < 1 { append("no", to: &bytes) } else { append(Int(weight.rounded()), to: &bytes) }
    append(weight >= 1 && weight < 1.5 ? " past request" : " past requests", to: &bytes)
  }

  static func append(percent p: Double, to bytes: inout [UInt8]) {
    if p < 0.001 { return append("under 0.1 %", to: &bytes) }
    let tenths = Int((p * 1000).rounded())
    if tenths >= 100 {
      append((tenths + 5) / 10, to: &bytes)
    } else {
      append(tenths / 10, to: &bytes)
      bytes.append(0x2E)
      append(tenths % 10, to: &bytes)
    }
    append(" %", to: &bytes)
  }

  /// The text with its first letter as a capital.
  static func appendCapitalised(_ text: String, to bytes: inout [UInt8]) {
    let start = bytes.count
    if let first = text.utf8.first, first >= 0x80 {
      bytes.append(contentsOf: text.prefix(1).uppercased().utf8)
      bytes.append(contentsOf: text.dropFirst().utf8)
      return
    }
    bytes.append(contentsOf: text.utf8)
    if start < bytes.count, bytes[start] >= 0x61, bytes[start] <= 0x7A { bytes[start] -= 0x20 }
  }
}
