/// How often a level meets a value it does not know, by how much it knows: the log's own Good-Turing curve.
///
/// For each level the requests seen so far fall into cells of sample size (powers of two) and of the entity's own share
/// of novelties; each cell counts requests and novelties. Below the sender, only requests that were new one level down
/// count. A cell is shrunk to a smooth prior curve worth `priorWeight` requests.
@usableFromInline package struct NoveltyRates: Sendable, Equatable {
  @inlinable package static var sizes: Int { 12 }
  @inlinable package static var shares: Int { 3 }
  @inlinable package static var priorWeight: Double { 8 }

  /// [level][size][share] → (seen, new), in grains.
  @usableFromInline package var seen: [Int64]
  @usableFromInline package var new: [Int64]

  package init() {
    seen = [Int64](repeating: 0, count: 4 * NoveltyRates.sizes * NoveltyRates.shares)
    new = seen
  }

  /// The cell of an entity with `total` requests of which `novel` were novelties.
  @inlinable package static func cell(level: Int, total: Double, novel: Double) -> Int {
    let size = total >= 1 ? min(sizes - 1, Int(total.exponent) + 1) : 0
    let share = total < 4 ? 1 : novel < 0.04 * total + 0.5 ? 0 : novel < 0.25 * total ? 1 : 2
    return (level * sizes + size) * shares + share
  }

  /// The chance of a novelty at each level.
  @inlinable package func rates(_ tally: Tally) -> SIMD4<Double> {
    var out = SIMD4<Double>(repeating: 1)
    for level in 0..<4 where tally.total[level] > 0 {
      let n = tally.total[level]
      // Prior: a first-order Pitman-Yor curve of the entity itself, (θ + σ·novelties) / (n + θ).
      let own = (0.5 + 0.6 * tally.novelty[level]) / (n + 0.5 + 0.6)
      let c = NoveltyRates.cell(level: level, total: n, novel: tally.novelty[level])
      let k = Double(seen[c]) * (1.0 / 1024)
      let pooled = (Double(new[c]) * (1.0 / 1024) + NoveltyRates.priorWeight * own) / (k + NoveltyRates.priorWeight)
      out[level] = min(0.999, max(0.003, pooled))
    }
    return out
  }

  /// Learns from one request of weight `weight` grains.
  @inlinable package mutating func learn(_ tally: Tally, weight: Int64) {
    for level in 0..<4 {
      if tally.total[level] > 0 {
        let c = NoveltyRates.cell(level: level, total: tally.total[level], novel: tally.novelty[level])
        seen[c] += weight
        if tally.value[level] == 0 { new[c] += weight }
      }
      if tally.value[level] > 0 { return }
    }
  }

  package mutating func merge(_ other: NoveltyRates) {
    for i in seen.indices {
      seen[i] += other.seen[i]
      new[i] += other.new[i]
    }
  }
}
