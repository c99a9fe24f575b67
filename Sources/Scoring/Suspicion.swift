import Foundation
package import Statistics

/// The chance that an account is stolen, filtered from its requests as they came.
///
/// A two-state filter. In a stolen account the share `thiefShare` of requests is the thief's, so a request whose own
/// likelihood ratio is r multiplies the odds by (1 − s) + s·r: an odd request raises them, every ordinary one lowers them
/// a little, and a busy sender's chance oddities wash out. The odds never fall below where they began (Page's CUSUM, 1954),
/// and the excess over that fades with a half-life. It is fed by each request's own evidence, never by the raised score,
/// so that suspicion does not feed itself; a verdict replaces what was believed of a request from the moment it is known.
package struct Suspicion: Sendable, Equatable {
  /// One request since the chance last stood at its floor.
  package struct Entry: Sendable, Equatable {
    /// SipHash of the request id.
    package var request: UInt64
    package var second: Int64
    /// log₂ of the request's own likelihood ratio; a confirmed fraud has `confirmed`.
    package var bits: Bits
  }

  /// How the filter is set.
  package struct Parameters: Sendable, Hashable {
    package var baseBits: Double
    package var halfLifeDays: Double
    /// What a genuine request's own evidence comes to on the mean (`UsualEvidence`): the zero of the filter.
    package var usualBits: Double
    package var thiefShare = Parameters.usualShare

    package init(baseBits: Double, halfLifeDays: Double, usualBits: Double = 0) {
      self.baseBits = baseBits
      self.halfLifeDays = halfLifeDays
      self.usualBits = usualBits
    }

    /// As base rate, settings and the log's usual evidence set it.
    init(_ settings: ScoringSettings, _ weighting: Weighting, usual: UsualEvidence) {
      self.init(
        baseBits: weighting.baseBits, halfLifeDays: settings.suspicionHalfLifeDays, usualBits: usual.bits)
    }

    /// The chance that any account is stolen: what makes the base rate of forged requests.
    var floor: Double { min(0.2, probability(ofLog2Odds: baseBits) / Parameters.usualShare) }
    /// The thief's share in an account of ordinary business.
    static let usualShare = 0.25

    /// The thief's share in an account that is hardly used.
    private static let mostShare = 0.8

    /// The same filter for a sender of `rate` requests a day: beside `thiefRate` of the thief's own.
    ///
    /// What is usual is an average over the log, and wrong by some tenths of a bit for the one sender and on the one day:
    /// a busy account would sum that up request by request, so it is believed in proportion to the thief's share.
    func sender(rate: Double, thiefRate: Double) -> Parameters {
      var out = self
      out.thiefShare = max(0.05, min(Parameters.mostShare, thiefRate / (thiefRate + rate)))
      out.usualBits *= out.thiefShare / Parameters.mostShare
      return out
    }
  }

  static let limit = 64
  /// The part of a repeated oddity that counts again.
  static let repeated = 0.3
  /// One request proves at most this much to the filter.
  static let ceiling = 10.0
  static let confirmed = Bits(1000)

  package private(set) var entries: [Entry] = []

  package init() {}

  package var isEmpty: Bool { entries.isEmpty }

  /// P(the account is stolen) at `second`, before a request that comes then.
  ///
  /// O(entries).
  package func belief(at second: Int64, _ parameters: Parameters) -> Double {
    let floor = parameters.floor
    var c = floor
    var last = entries.first?.second ?? second
    var strongest = 0.0
    for entry in entries {
      c = Suspicion.faded(c, floor: floor, seconds: entry.second - last, parameters.halfLifeDays)
      // A second odd request mostly repeats the oddity of the first: only what it adds, and a part of the rest, is news.
      var bits = entry.bits.value
      if entry.bits < Suspicion.confirmed {
        bits -= parameters.usualBits
        if bits > 0 {
          let old = min(strongest, bits)
          strongest = max(strongest, bits)
          bits += (Suspicion.repeated - 1) * old
        }
      }
      c = Suspicion.updated(c, floor: floor, bits, parameters.thiefShare)
      last = entry.second
    }
    return Suspicion.faded(c, floor: floor, seconds: second - last, parameters.halfLifeDays)
  }

  private static func faded(_ c: Double, floor: Double, seconds: Int64, _ halfLifeDays: Double) -> Double {
    floor + (c - floor) * exp2(-max(0, Double(seconds)) / 86_400 / halfLifeDays)
  }

  private static func updated(_ c: Double, floor: Double, _ bits: Double, _ share: Double) -> Double {
    if bits >= confirmed.value { return 0.98 }
    let factor = (1 - share) + share * exp2(min(ceiling, bits))
    let odds = c / (1 - c) * factor
    return min(0.98, max(floor, odds / (1 + odds)))
  }

  /// Bits that the belief adds to the prior odds of the next request; zero at the floor.
  package func boost(at second: Int64, _ parameters: Parameters) -> Double {
    if entries.isEmpty { return 0 }
    let c = belief(at: second, parameters)
    return max(0, log2Odds(min(0.9, parameters.thiefShare * c)) - log2Odds(parameters.thiefShare * parameters.floor))
  }

  /// Takes in a request's own evidence; what has no trace left is dropped.
  package mutating func note(_ entry: Entry, _ parameters: Parameters) {
    if entries.isEmpty, entry.bits.value - parameters.usualBits <= 1 { return }
    entries.append(entry)
    entries.sort { ($0.second, $0.request) < ($1.second, $1.request) }
    if entries.count > Suspicion.limit { entries.removeFirst(entries.count - Suspicion.limit) }
    if belief(at: entries[entries.count - 1].second, parameters) <= parameters.floor * 1.02 { entries = [] }
  }

  /// A verdict replaces what was believed of a request; one that was reached by reading lowers it.
  package mutating func settle(request: UInt64, second: Int64, _ finding: Finding, _ parameters: Parameters) {
    let known = entries.first { $0.request == request }
    entries.removeAll { $0.request == request }
    switch finding {
    case .forged: note(Entry(request: request, second: second, bits: Suspicion.confirmed), parameters)
    case .genuine: break
    case .readAsGenuine:
      guard let known, known.bits < Suspicion.confirmed else { return }
      note(
        Entry(request: request, second: known.second, bits: known.bits - Bits(Finding.readingBits)), parameters)
    }
  }

  /// How many requests speak of a thief at all; one at least, where the belief rests on less.
  package var suspicious: Int { max(1, entries.count { $0.bits.value > 0 }) }

  /// How many other requests speak of a thief at all, or are confirmed frauds.
  package func telling(but request: UInt64) -> Int { entries.count { $0.bits.value > 0 && $0.request != request } }

  package func isConfirmed(_ request: UInt64) -> Bool {
    entries.contains { $0.request == request && $0.bits >= Suspicion.confirmed }
  }

  /// Forgets what has faded to nothing by `second`.
  package mutating func forget(before second: Int64, _ parameters: Parameters) {
    guard let last = entries.last else { return }
    if Double(second - last.second) / 86_400 > 8 * parameters.halfLifeDays { entries = [] }
  }

  package func encode(into out: inout ByteWriter) {
    out.varint(UInt64(entries.count))
    for entry in entries {
      out.fixed(entry.request)
      out.signed(entry.second)
      out.signed(entry.bits.units)
    }
  }

  package init(from reader: inout ByteReader) throws(ByteReadingError) {
    for _ in 0..<(try reader.length(bytesEach: 10)) {
      entries.append(
        Entry(request: try reader.fixed(), second: try reader.signed(), bits: Bits(units: try reader.signed())))
    }
  }
}
