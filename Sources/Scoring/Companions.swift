import Foundation
package import Statistics

/// How often two looks were odd in the same request on past, unheld traffic: one story told twice counts once.
///
/// A new officer brings a new badge, a new number and a new supervisor together; a new letterhead brings new lines, new
/// words and a new shape of case numbers. Given the first, the second is no news. What it loses is the measured lift
/// log₂ [ P(both odd) / (P(one odd) · P(other odd)) ], summed over the heavier odd looks and shrunk to none with the weight
/// of `prior` expected pairs; looks that are odd independently lose nothing.
/// - In bits, ≥ 0, never more than the look itself says; the same whatever the order in which requests were learned.
/// - Blind spots: a forger's own oddities come together too, and lose as much.
/// - Complexity: O(odd looks²) a request, O(looks²) a night.
/// - Source: pointwise mutual information, shrunk. A dependence tree (Chow & Liu 1968) would take the heaviest neighbour
///   alone; the sum did better on simulated logs of two other makes.
package struct Companions: Sendable, Equatable {
  /// From so many bits on a look counts as odd.
  package static let odd = 1.0
  /// Expected pairs' worth of belief that two looks are independent.
  static let prior = 4.0
  package let looks: Int
  /// Learned requests, in grains.
  package private(set) var total: Int64 = 0
  /// [look][look], the later look first, in grains; how often a look was odd stands where both are the same.
  package private(set) var pairs: [Int64]
  /// [look][look] log₂ lift, ≥ 0: from the state the night began with.
  private var lift: [Double]

  package init(looks: Int) {
    self.looks = looks
    pairs = [Int64](repeating: 0, count: looks * looks)
    lift = [Double](repeating: 0, count: looks * looks)
  }

  /// What every look of one request repeats, in bits, and nothing where fewer than two are odd; `bits` are its looks before
  /// weights.
  package func repeated(_ bits: [Double], weights: [Double]) -> [Double] {
    var told: [(look: Int, weight: Double)] = []
    for l in 0..<looks where bits[l] >= Companions.odd { told.append((l, weights[l] * bits[l])) }
    guard told.count > 1 else { return [] }
    var out = [Double](repeating: 0, count: looks)
    told.sort { ($1.weight, $0.look) < ($0.weight, $1.look) }
    for i in 1..<told.count {
      var known = 0.0
      for j in 0..<i { known += lift[told[i].look * looks + told[j].look] }
      out[told[i].look] = min(bits[told[i].look], known)
    }
    return out
  }

  /// Adds one unheld request.
  package mutating func learn(_ bits: [Double], grains: Int64) {
    total += grains
    let odd = (0..<looks).filter { bits[$0] >= Companions.odd }
    for (i, l) in odd.enumerated() {
      for m in odd[...i] { pairs[l * looks + m] += grains }
    }
  }

  /// Adds what a night learned apart.
  package mutating func merge(_ other: Companions) {
    total += other.total
    for i in pairs.indices { pairs[i] += other.pairs[i] }
  }

  /// Closes a night: older nights fade by `factor`, and the lifts are worked out anew.
  package mutating func close(factor: Double) {
    total = Int64(Double(total) * factor)
    for i in pairs.indices { pairs[i] = Int64(Double(pairs[i]) * factor) }
    refresh()
  }

  private mutating func refresh() {
    guard total > 0 else { return }
    for l in 0..<looks {
      for m in 0..<l {
        let (a, b) = (Double(pairs[l * looks + l]), Double(pairs[m * looks + m]))
        let expected = a * b / Double(total) / 1024 + Companions.prior
        let both = Double(pairs[l * looks + m]) / 1024 + Companions.prior
        let bits = max(0, log2(both / expected))
        lift[l * looks + m] = bits
        lift[m * looks + l] = bits
      }
    }
  }

  package func encode(into out: inout ByteWriter) {
    out.varint(UInt64(looks))
    out.signed(total)
    for l in 0..<looks { for m in 0...l { out.signed(pairs[l * looks + m]) } }
  }

  package init(from reader: inout ByteReader, looks: Int) throws(ByteReadingError) {
    let stored = try reader.looks(atMost: looks)
    self.init(looks: looks)
    total = try reader.signed()
    for l in 0..<stored { for m in 0...l { pairs[l * looks + m] = try reader.signed() } }
    refresh()
  }
}

extension ByteReader {
  /// How many looks had been written of; those that were added since stand behind them in the registry.
  mutating func looks(atMost looks: Int) throws(ByteReadingError) -> Int {
    let stored = try varint()
    guard stored <= UInt64(looks) else { throw ByteReadingError() }
    return Int(stored)
  }
}
