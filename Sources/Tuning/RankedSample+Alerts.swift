extension RankedSample {
  /// Which rows alert: a score of at least `threshold` and a place of at most `budget` in their night.
  package func alerts(threshold: Double = -.infinity, budget: Int = .max) -> [Bool] {
    rows.indices.map { scores[$0] >= threshold && placeInNight[$0] <= budget }
  }

  /// The rows above the budget of the whole period: `budget` a night, pooled over all nights, ties by request id.
  ///
  /// What a desk could do that may carry unused places from one night to another; an upper bound for a fixed threshold.
  func pooledAlerts(budget: Int, _ resample: Resample) -> [Bool] {
    let (product, overflow) = budget.multipliedReportingOverflow(by: nightCount)
    var left = overflow ? Double.infinity : Double(product)
    return rows.indices.map { i in
      let w = resample.weights[i]
      guard left > 0 else { return false }
      left -= w
      return w > 0
    }
  }

  /// The share of fraudulent requests that alert.
  func recall(of alerts: [Bool], _ resample: Resample) -> Double {
    var found = 0.0
    var total = 0.0
    for i in rows.indices where campaigns[i] >= 0 {
      let w = resample.weights[i]
      total += w
      if alerts[i] { found += w }
    }
    return found / total
  }

  /// The share of alerts that are fraudulent; not a number without alerts.
  func precision(of alerts: [Bool], _ resample: Resample) -> Double {
    var found = 0.0
    var total = 0.0
    for i in rows.indices where alerts[i] {
      let w = resample.weights[i]
      total += w
      if campaigns[i] >= 0 { found += w }
    }
    return found / total
  }

  /// The share of campaigns with at least one alert.
  func campaignRecall(of alerts: [Bool], _ resample: Resample) -> Double {
    var isCaught = [Bool](repeating: false, count: campaignCount)
    for i in rows.indices where alerts[i] && campaigns[i] >= 0 { isCaught[campaigns[i]] = true }
    let total = resample.campaigns.reduce(0, +)
    return zip(isCaught, resample.campaigns).reduce(0) { $0 + ($1.0 ? $1.1 : 0) } / total
  }

  /// The most that any ranking can recall with `budget` alerts a night: nights with more fraud than places lose the rest.
  func recallCeiling(budget: Int) -> Double {
    var heaviest = [[Double]](repeating: [], count: nightCount)
    for i in rows.indices where campaigns[i] >= 0 { heaviest[nights[i]].append(weights[i]) }
    return heaviest.reduce(0) { $0 + $1.sorted(by: >).prefix(budget).reduce(0, +) } / fraudWeight
  }

  /// The most campaigns that any ranking can alert on with `budget` alerts a night, as a share.
  ///
  /// A matching of campaigns to places of the nights they are active in, by augmenting paths.
  /// Complexity: O(campaigns · (fraudulent requests + nights)).
  func campaignRecallCeiling(budget: Int) -> Double {
    guard campaignCount > 0, budget > 0 else { return campaignCount > 0 ? 0 : .nan }
    var active = [Set<Int>](repeating: [], count: campaignCount)
    for i in rows.indices where campaigns[i] >= 0 { active[campaigns[i]].insert(nights[i]) }
    let choices = active.map { $0.sorted() }
    var guests = [[Int]](repeating: [], count: nightCount)
    func place(_ campaign: Int, _ tried: inout [Bool]) -> Bool {
      for night in choices[campaign] where !tried[night] {
        tried[night] = true
        if guests[night].count < budget {
          guests[night].append(campaign)
          return true
        }
        for seat in guests[night].indices where place(guests[night][seat], &tried) {
          guests[night][seat] = campaign
          return true
        }
      }
      return false
    }
    var placed = 0
    for campaign in 0..<campaignCount {
      var tried = [Bool](repeating: false, count: nightCount)
      if place(campaign, &tried) { placed += 1 }
    }
    return Double(placed) / Double(campaignCount)
  }
}
