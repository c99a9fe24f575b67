package import Detection
import Foundation
package import Statistics

/// The mean likelihood ratio of every look on past, unheld traffic, per channel and habit.
///
/// A true likelihood ratio averages 1 on genuine traffic; where a look's does not, its log mean is subtracted. Sums are
/// whole numbers, so that their order does not matter. Source: the martingale property of likelihood ratios.
package struct Normaliser: Sendable, Equatable {
  package static let channels = 7
  /// Ratios above this count as this: one wild night must not silence a look.
  static let ceiling = 64.0
  /// Requests' worth of prior belief that the mean is 1.
  static let priorWeight = 100.0

  package let looks: Int
  /// [look][channel] → weight in grains.
  package private(set) var weight: [Int64]
  /// [look][channel] → Σ weight · ratio in grains, by habit.
  package private(set) var ratios: [SIMD8<Int64>]
  /// What is subtracted, in bits: from the state the night began with.
  package private(set) var shift: [HabitVector]

  package init(looks: Int) {
    self.looks = looks
    weight = [Int64](repeating: 0, count: looks * Normaliser.channels)
    ratios = [SIMD8<Int64>](repeating: .zero, count: looks * Normaliser.channels)
    shift = [HabitVector](repeating: .zero, count: looks * Normaliser.channels)
  }

  package func shift(look: Int, channel: Int) -> HabitVector { shift[look * Normaliser.channels + channel] }

  /// Adds one unheld request; `bits` are the log₂ ratios before normalising of the looks that spoke.
  package mutating func learn(_ bits: [HabitVector], spoke: [Bool], channel: Int, grains: Int64) {
    weight.withUnsafeMutableBufferPointer { weight in
      ratios.withUnsafeMutableBufferPointer { ratios in
        for look in bits.indices where spoke[look] {
          let cell = look * Normaliser.channels + channel
          weight[cell] += grains
          ratios[cell] &+= Normaliser.shares(of: bits[look], grains: Double(grains))
        }
      }
    }
  }

  /// What log₂ ratios add, habit by habit; habits that stand alike are worked out once.
  @inline(__always)
  private static func shares(of bits: HabitVector, grains: Double) -> SIMD8<Int64> {
    func share(_ bits: Double) -> Int64 { Int64(min(Normaliser.ceiling, exp2(bits)) * grains) }
    var shares = SIMD8<Int64>(repeating: share(bits[0]))
    if bits.isUniform { return shares }
    for h in 1..<8 { shares[h] = bits[h] == bits[h - 1] ? shares[h - 1] : share(bits[h]) }
    return shares
  }

  /// Adds what a night learned apart.
  package mutating func merge(_ other: Normaliser) {
    for i in weight.indices { weight[i] += other.weight[i] }
    for i in ratios.indices { ratios[i] &+= other.ratios[i] }
  }

  /// Closes a night: older nights fade by `factor`, and the shifts are worked out anew.
  package mutating func close(factor: Double) {
    for i in weight.indices { weight[i] = Int64(Double(weight[i]) * factor) }
    for i in ratios.indices {
      for h in 0..<8 { ratios[i][h] = Int64(Double(ratios[i][h]) * factor) }
    }
    refresh()
  }

  private mutating func refresh() {
    for cell in shift.indices {
      let n = Double(weight[cell]) / 1024
      guard n > 0 else {
        shift[cell] = .zero
        continue
      }
      for h in 0..<8 {
        let mean = (Double(ratios[cell][h]) / 1024 + Normaliser.priorWeight) / (n + Normaliser.priorWeight)
        shift[cell][h] = max(-3, min(3, log2(max(mean, 1e-3))))
      }
    }
  }

  package func encode(into out: inout ByteWriter) {
    out.varint(UInt64(looks))
    for w in weight { out.signed(w) }
    for ratio in ratios { for h in 0..<8 { out.signed(ratio[h]) } }
  }

  package init(from reader: inout ByteReader, looks: Int) throws(ByteReadingError) {
    let stored = try reader.looks(atMost: looks)
    self.init(looks: looks)
    for i in 0..<(stored * Normaliser.channels) { weight[i] = try reader.signed() }
    for i in 0..<(stored * Normaliser.channels) { for h in 0..<8 { ratios[i][h] = try reader.signed() } }
    refresh()
  }
}
