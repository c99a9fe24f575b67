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
  /// [look][channel] → weight in grains; [look][channel][habit] → Σ weight · ratio in grains.
  package private(set) var weight: [Int64]
  package private(set) var ratios: [Int64]
  /// What is subtracted, in bits: from the state the night began with.
  package private(set) var shift: [HabitVector]

  package init(looks: Int) {
    self.looks = looks
    weight = [Int64](repeating: 0, count: looks * Normaliser.channels)
    ratios = [Int64](repeating: 0, count: looks * Normaliser.channels * 8)
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
          let ratio = bits[look]
          var share: Int64 = 0
          for h in 0..<8 {
            // Habits that stand alike are worked out once.
            if h == 0 || ratio[h] != ratio[h - 1] {
              share = Int64(min(Normaliser.ceiling, exp2(ratio[h])) * Double(grains))
            }
            ratios[cell * 8 + h] += share
          }
        }
      }
    }
  }

  /// Adds what a night learned apart.
  package mutating func merge(_ other: Normaliser) {
    for i in weight.indices { weight[i] += other.weight[i] }
    for i in ratios.indices { ratios[i] += other.ratios[i] }
  }

  /// Closes a night: older nights fade by `factor`, and the shifts are worked out anew.
  package mutating func close(factor: Double) {
    for i in weight.indices { weight[i] = Int64(Double(weight[i]) * factor) }
    for i in ratios.indices { ratios[i] = Int64(Double(ratios[i]) * factor) }
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
        let mean = (Double(ratios[cell * 8 + h]) / 1024 + Normaliser.priorWeight) / (n + Normaliser.priorWeight)
        shift[cell][h] = max(-3, min(3, log2(max(mean, 1e-3))))
      }
    }
  }

  package func encode(into out: inout ByteWriter) {
    out.varint(UInt64(looks))
    for w in weight { out.signed(w) }
    for r in ratios { out.signed(r) }
  }

  package init(from reader: inout ByteReader, looks: Int) throws(ByteReadingError) {
    let stored = try reader.looks(atMost: looks)
    self.init(looks: looks)
    for i in 0..<(stored * Normaliser.channels) { weight[i] = try reader.signed() }
    for i in 0..<(stored * Normaliser.channels * 8) { ratios[i] = try reader.signed() }
    refresh()
  }
}
