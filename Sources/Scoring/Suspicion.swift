import Foundation
package import Statistics

/// What is remembered of a sender's suspicious requests: their own posteriors, which fade.
///
/// It raises the prior odds of the sender's next requests. It is fed by each request's own evidence, never by the raised
/// score, so that suspicion does not feed itself; a verdict replaces the posterior from the moment it is known.
package struct Suspicion: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    /// SipHash of the request id.
    package var request: UInt64
    package var second: Int64
    /// Posterior in units of 2⁻²⁰.
    package var posterior: Int64
  }
  static let one: Int64 = 1 << 20
  /// Posteriors below this are not worth remembering.
  static let least: Int64 = 1 << 10
  static let limit = 32

  package private(set) var entries: [Entry] = []

  package init() {}

  package var isEmpty: Bool { entries.isEmpty }

  /// P(the account is stolen | the requests remembered), at `second`.
  package func belief(at second: Int64, halfLifeDays: Double) -> Double {
    var clean = 1.0
    for entry in entries {
      let days = max(0, Double(second - entry.second) / 86_400)
      clean *= 1 - Double(entry.posterior) / Double(Suspicion.one) * exp2(-days / halfLifeDays)
    }
    return 1 - clean
  }

  /// Bits that the belief adds to the prior odds: with chance `belief` the share `thiefShare` of requests is forged.
  package func boost(at second: Int64, baseBits: Double, halfLifeDays: Double, thiefShare: Double) -> Double {
    if entries.isEmpty { return 0 }
    let c = belief(at: second, halfLifeDays: halfLifeDays)
    let base = probability(ofLog2Odds: baseBits)
    return max(0, log2Odds(base * (1 - c) + thiefShare * c) - baseBits)
  }

  package mutating func note(request: UInt64, second: Int64, posterior: Double) {
    let units = Int64((posterior * Double(Suspicion.one)).rounded())
    guard units >= Suspicion.least else { return }
    entries.append(Entry(request: request, second: second, posterior: units))
    trim()
  }

  /// A verdict replaces what was believed of a request.
  package mutating func settle(request: UInt64, second: Int64, isFraud: Bool) {
    entries.removeAll { $0.request == request }
    if isFraud { entries.append(Entry(request: request, second: second, posterior: Suspicion.one - 1)) }
    trim()
  }

  private mutating func trim() {
    entries.sort { ($0.second, $0.request) < ($1.second, $1.request) }
    while entries.count > Suspicion.limit {
      let least = entries.indices.min { entries[$0].posterior < entries[$1].posterior }!
      entries.remove(at: least)
    }
  }

  /// Forgets what has faded to nothing by `second`.
  package mutating func forget(before second: Int64, halfLifeDays: Double) {
    entries.removeAll { Double(second - $0.second) / 86_400 > 8 * halfLifeDays }
  }

  package func encode(into out: inout ByteWriter) {
    out.varint(UInt64(entries.count))
    for entry in entries {
      out.fixed(entry.request)
      out.signed(entry.second)
      out.signed(entry.posterior)
    }
  }

  package init(from reader: inout ByteReader) throws(ByteReadingError) {
    for _ in 0..<(try reader.length(bytesEach: 10)) {
      entries.append(
        Entry(request: try reader.fixed(), second: try reader.signed(), posterior: try reader.signed()))
    }
  }
}
