import RequestModel

extension RankedSample {
  /// Per campaign the hours from its first request to its first alert; infinite where none alerts.
  func hoursToAlert(_ alerts: [Bool]) -> [Double] {
    var first = [Int64](repeating: .max, count: campaignCount)
    var alerted = [Int64](repeating: .max, count: campaignCount)
    for i in rows.indices where campaigns[i] >= 0 {
      let at = rows[i].receivedAt.microseconds
      first[campaigns[i]] = min(first[campaigns[i]], at)
      if alerts[i] { alerted[campaigns[i]] = min(alerted[campaigns[i]], at) }
    }
    return zip(first, alerted).map { $1 == .max ? .infinity : Double($1 - $0) / 3_600_000_000 }
  }

  /// Per campaign how many of its requests came before its first alert: all of them where none alerts.
  func requestsBeforeAlert(_ alerts: [Bool]) -> [Double] {
    var before = [Double](repeating: 0, count: campaignCount)
    var isCaught = [Bool](repeating: false, count: campaignCount)
    let byArrival = rows.indices.filter { campaigns[$0] >= 0 }
      .sorted { (rows[$0].receivedAt, rows[$0].requestID) < (rows[$1].receivedAt, rows[$1].requestID) }
    for i in byArrival {
      if alerts[i] { isCaught[campaigns[i]] = true }
      if !isCaught[campaigns[i]] { before[campaigns[i]] += 1 }
    }
    return before
  }

  /// The weighted median of one value a campaign: the least value that at least half of the campaigns do not exceed.
  func median(_ values: [Double], _ resample: Resample) -> Double {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    let half = resample.campaigns.reduce(0, +) / 2
    var sum = 0.0
    for c in order {
      sum += resample.campaigns[c]
      if sum >= half, resample.campaigns[c] > 0 { return values[c] }
    }
    return .nan
  }

  /// The share of all alerts that fall on genuine requests of each scenario, scenarios in alphabetical order.
  ///
  /// Complexity: O(n · replicates).
  func benignShares(of alerts: [Bool], _ bootstrap: ClusterBootstrap) -> [AlertQuality.BenignShare] {
    let alerted = rows.indices.filter { alerts[$0] }
    let benign = Dictionary(grouping: alerted.filter { campaigns[$0] < 0 }) { rows[$0].scenario }
    let scenarios = benign.sorted { $0.key < $1.key }
    let shares = bootstrap.estimates(self, limits: scenarios.map { _ in 0...1 }) { resample in
      let total = alerted.reduce(0) { $0 + resample.weights[$1] }
      return scenarios.map { $0.value.reduce(0) { $0 + resample.weights[$1] } / total }
    }
    return zip(scenarios, shares).map { scenario, share in
      AlertQuality.BenignShare(
        scenario: scenario.key, alerts: scenario.value.reduce(0) { $0 + weights[$1] }, share: share)
    }
  }
}
