import Statistics

/// The profiles that stand behind one request, from its sender up to the whole log, with their ageing factors.
package struct Lineage {
  package var sender: Profile
  package var agency: Profile
  package var peers: Profile
  package var world: Profile
  /// Brings each level's counts to the night of the request.
  package var factors: SIMD4<Double>

  package init(sender: Profile, agency: Profile, peers: Profile, world: Profile, factors: SIMD4<Double>) {
    self.sender = sender
    self.agency = agency
    self.peers = peers
    self.world = world
    self.factors = factors
  }

  /// Reads the counts of many keys, each at the levels whose bits are set and zero elsewhere: `counts` has for every key
  /// the sender's, the agency's, the peers' and the whole log's.
  package func read(
    _ keys: UnsafeBufferPointer<UInt64>, at levels: UnsafeBufferPointer<UInt8>,
    into counts: UnsafeMutablePointer<Int64>
  ) {
    func read(_ profile: Profile, _ level: Int) {
      profile.counts.read(keys, where: levels, have: 1 << UInt8(level), into: counts + level, every: 4)
    }
    read(sender, 0)
    read(agency, 1)
    read(peers, 2)
    read(world, 3)
  }
}

/// What the log has of one value in one slot, at the four levels; weights in requests.
@usableFromInline package struct Tally: Sendable {
  /// Weight of the value itself.
  @usableFromInline package var value: SIMD4<Double>
  /// Weight of all values of the slot.
  @usableFromInline package var total: SIMD4<Double>
  /// Weight of values that were new when they came (open vocabularies only).
  @usableFromInline package var novelty: SIMD4<Double> = .zero

  @inlinable package init(value: SIMD4<Double>, total: SIMD4<Double>, novelty: SIMD4<Double> = .zero) {
    self.value = value
    self.total = total
    self.novelty = novelty
  }
}

/// The predictive probability of a value of a closed vocabulary: Dirichlet-multinomial, each level shrunk to the next.
///
/// p(level) = (count + κ · p(level above)) / (total + κ); the top is shrunk to `base`. κ in requests, per level.
/// In (0, 1]; never lower for a larger count; O(1). Source: hierarchical Dirichlet smoothing, MacKay & Peto 1995.
@inlinable package func closedPredictive(_ tally: Tally, base: Double, strengths: SIMD4<Double>) -> Double {
  var p = (tally.value[3] + strengths[3] * base) / (tally.total[3] + strengths[3])
  p = (tally.value[2] + strengths[2] * p) / (tally.total[2] + strengths[2])
  p = (tally.value[1] + strengths[1] * p) / (tally.total[1] + strengths[1])
  return (tally.value[0] + strengths[0] * p) / (tally.total[0] + strengths[0])
}

/// The predictive probability of a value of an open vocabulary: each level mixed with the next by its chance of novelty.
///
/// p(level) = (1 − h) · count/total + h · p(level above), where h is that level's chance of a new value (`NoveltyRates`),
/// learned from the log by sample size: what has all but faded at one level is not held to be rarer than what that level
/// never saw. A value new to the whole log gets the product of all four chances: the probability that *something* new
/// comes. Never lower for a larger count; O(1).
/// Source: Good-Turing discounts (Good 1953), interpolated (Chen & Goodman 1999), here estimated from the log.
@inlinable package func openPredictive(_ tally: Tally, novelty: SIMD4<Double>) -> Double {
  var p = tally.value.max() > 0 ? 0.0 : 1.0
  for level in stride(from: 3, through: 0, by: -1) {
    let h = novelty[level]
    p *= h
    if tally.value[level] > 0 { p += (1 - h) * min(1, tally.value[level] / max(tally.total[level], 1e-9)) }
  }
  return max(1e-12, p)
}
