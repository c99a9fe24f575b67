package import RequestModel

/// Labelled requests in order of their score, ready to be measured many times over.
///
/// Rows go from the oddest down; ties go by request id, as in the report. Whatever is measured is a sum over this order,
/// and a bootstrap resample is the same order under other weights, so that nothing is ever sorted twice.
package struct RankedSample: Sendable {
  package let rows: [Labelled]
  /// Calendar nights of the period, those without a labelled request included.
  package let nightCount: Int
  /// How many campaigns the fraudulent rows form.
  package let campaignCount: Int
  // Columns of `rows` that every measure walks over: a row is long, and these are not.
  let scores: [Double]
  let weights: [Double]
  /// Per row its campaign's number, from 0 in order of the campaigns' first requests; −1 for a genuine row.
  let campaigns: [Int]
  /// Per row its night's number within the period.
  let nights: [Int]
  /// Per campaign the weight of its requests.
  let campaignWeights: [Double]
  /// Per row whether the next row's score is lower: thresholds can only be cut there.
  let endsTie: [Bool]
  /// Per row its place in its night, from 1.
  let placeInNight: [Int]

  /// Sorts the rows; `period` defaults to the nights from the first row's to the last row's.
  ///
  /// Complexity: O(n log n).
  package init(_ unordered: [Labelled], period: ClosedRange<Night>? = nil) throws(TuningError) {
    guard !unordered.isEmpty else { throw .noRows }
    guard unordered.allSatisfy({ !$0.score.isNaN }) else { throw .unusableScore }
    guard unordered.allSatisfy({ $0.weight > 0 && $0.weight.isFinite }) else { throw .unusableWeight }
    let rows = unordered.sorted { ($1.score, $0.requestID) < ($0.score, $1.requestID) }
    let all = unordered.map(\.night)
    let period = period ?? all.min()!...all.max()!
    guard all.allSatisfy(period.contains) else { throw .outsidePeriod }
    self.rows = rows
    nightCount = period.lowerBound.distance(to: period.upperBound) + 1
    nights = rows.map { period.lowerBound.distance(to: $0.night) }
    endsTie = rows.indices.map { $0 + 1 == rows.count || rows[$0 + 1].score < rows[$0].score }

    var numbers: [String: Int] = [:]
    var campaigns = [Int](repeating: -1, count: rows.count)
    var count = 0
    let byArrival = rows.indices.filter { rows[$0].isFraudulent }
      .sorted { (rows[$0].receivedAt, rows[$0].requestID) < (rows[$1].receivedAt, rows[$1].requestID) }
    for i in byArrival {
      if let known = numbers[rows[i].campaign], !rows[i].campaign.isEmpty {
        campaigns[i] = known
      } else {
        campaigns[i] = count
        if !rows[i].campaign.isEmpty { numbers[rows[i].campaign] = count }
        count += 1
      }
    }
    self.campaigns = campaigns
    campaignCount = count
    var campaignWeights = [Double](repeating: 0, count: count)
    for i in rows.indices where campaigns[i] >= 0 { campaignWeights[campaigns[i]] += rows[i].weight }
    self.campaignWeights = campaignWeights
    scores = rows.map(\.score)
    weights = rows.map(\.weight)

    var seen = [Int](repeating: 0, count: nightCount)
    var places: [Int] = []
    places.reserveCapacity(rows.count)
    for night in nights {
      seen[night] += 1
      places.append(seen[night])
    }
    placeInNight = places
  }

  /// The rows that `isIncluded` takes, over the same period; nil where it takes none.
  package func filtered(_ isIncluded: (Labelled) -> Bool) -> RankedSample? {
    guard let first = nights.first else { return nil }
    let start = Night(day: rows[0].night.day - Int32(first))
    return try? RankedSample(rows.filter(isIncluded), period: start...start.advanced(by: nightCount - 1))
  }

  package var fraudWeight: Double { campaignWeights.reduce(0, +) }
  package var totalWeight: Double { weights.reduce(0, +) }
  /// The share of fraud: the average precision of a coin.
  package var prevalence: Double { fraudWeight / totalWeight }

  func requireBothClasses() throws(TuningError) {
    guard campaignCount > 0 else { throw .noFraud }
    guard campaigns.contains(-1) else { throw .noGenuine }
  }
}
