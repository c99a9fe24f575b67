extension RankedSample {
  /// The mean precision over the recalled requests: Σ (R_k − R_k−1) · P_k over the distinct scores, from the top.
  ///
  /// Tied rows enter together, so that their order means nothing. In 0 … 1, the prevalence for constant scores; not a
  /// number without fraud. It has no interpolation and no trapezoids. Complexity: O(n).
  func averagePrecision(_ resample: Resample) -> Double {
    var found = 0.0
    var looked = 0.0
    var foundBefore = 0.0
    var sum = 0.0
    for i in rows.indices {
      let w = resample.weights[i]
      looked += w
      if campaigns[i] >= 0 { found += w }
      if endsTie[i] {
        if found > foundBefore { sum += (found - foundBefore) * found / looked }
        foundBefore = found
      }
    }
    return sum / found
  }

  /// The share of fraud among the first `k` rows, ties by request id; among all where there are fewer.
  func precision(first k: Int, _ resample: Resample) -> Double {
    var found = 0.0
    var looked = 0.0
    for i in rows.indices where looked < Double(k) {
      let w = min(resample.weights[i], Double(k) - looked)
      looked += w
      if campaigns[i] >= 0 { found += w }
    }
    return found / looked
  }
}
