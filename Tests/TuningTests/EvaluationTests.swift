import Foundation
import RequestModel
import Statistics
import Testing
import Tuning

/// Average precision by its definition: at every distinct score, count anew.
private func slowAveragePrecision(_ rows: [Labelled]) -> Double {
  let total = rows.filter(\.isFraudulent).reduce(0) { $0 + $1.weight }
  var last = 0.0
  var sum = 0.0
  for threshold in Set(rows.map(\.score)).sorted(by: >) {
    let above = rows.filter { $0.score >= threshold }
    let found = above.filter(\.isFraudulent).reduce(0) { $0 + $1.weight }
    sum += (found - last) / total * found / above.reduce(0) { $0 + $1.weight }
    last = found
  }
  return sum
}

@Suite struct EvaluationTests {
  let quick = ClusterBootstrap(seed: 1, replicates: 50)

  @Test func `Average precision agrees with its definition, ties and weights included`() throws {
    for seed in 1...20 {
      var noise = SeededGenerator(seed: UInt64(seed))
      var rows = noise.rows(120, levels: seed % 2 == 0 ? 2 : 50)
      rows.append(row(500, night: 3, score: 2, isFraudulent: true))
      for i in rows.indices { rows[i].weight = seed % 3 == 0 ? 0.5 + noise.uniform() : 1 }
      let evaluation = try RankedSample(rows).evaluation(bootstrap: ClusterBootstrap(seed: 1, replicates: 2))
      #expect(abs(evaluation.averagePrecision.value - slowAveragePrecision(rows)) < 1e-12)
    }
  }

  @Test func `A hand-worked list`() throws {
    // Fraud at places 1, 3 and 4 of 5: precision 1/1, 2/3, 3/4 → mean 29/36.
    let truth = [true, false, true, true, false]
    let rows = truth.enumerated().map { row($0, score: Double(-$0), isFraudulent: $1) }
    let found = try RankedSample(rows).evaluation(budgets: [2], lengths: [1, 2, 4, 9], bootstrap: quick)
    #expect(abs(found.averagePrecision.value - 29.0 / 36) < 1e-15)
    #expect(found.precisionAt.map(\.precision.value) == [1, 0.5, 0.75, 0.6])
    #expect(found.prevalence == 0.6)
    #expect(found.campaigns == 3)
    #expect(found.atBudget[0].nightly.recall.value == 1.0 / 3)
    #expect(found.atBudget[0].nightlyRecallCeiling == 2.0 / 3)
  }

  @Test func `Constant scores have the prevalence as average precision`() throws {
    let rows = (0..<40).map { row($0, score: 1, isFraudulent: $0 % 4 == 0) }
    #expect(try RankedSample(rows).evaluation(bootstrap: quick).averagePrecision.value == 0.25)
  }

  @Test func `A perfect ranking reaches one, and no order of rows matters`() throws {
    var noise = SeededGenerator(seed: 3)
    let rows = noise.rows(200, separation: 30)
    let found = try RankedSample(rows).evaluation(bootstrap: quick)
    #expect(found.averagePrecision == Estimate(value: 1, low: 1, high: 1))
    #expect(try RankedSample(rows.reversed()).evaluation(bootstrap: quick) == found)
  }

  @Test func `A weight of two is the row twice`() throws {
    var noise = SeededGenerator(seed: 4)
    var rows = noise.rows(100)
    let doubled =
      rows
      + rows.enumerated().map {
        var r = $1; r.requestID += "b"; return r
      }
    for i in rows.indices { rows[i].weight = 2 }
    let a = try RankedSample(rows).evaluation(lengths: [], bootstrap: quick)
    let b = try RankedSample(doubled).evaluation(lengths: [], bootstrap: quick)
    #expect(abs(a.averagePrecision.value - b.averagePrecision.value) < 1e-12)
  }

  @Test func `Pooled places move between nights, nightly ones do not`() throws {
    // Night 0 has three frauds on top, night 1 one below them; one alert a night.
    let rows = [
      row(0, night: 0, score: 9, isFraudulent: true, campaign: "a"),
      row(1, night: 0, score: 8, isFraudulent: true, campaign: "b"),
      row(2, night: 0, score: 7, isFraudulent: true, campaign: "b"),
      row(3, night: 1, score: 6, isFraudulent: true, campaign: "b"),
      row(4, night: 1, score: 1, isFraudulent: false),
    ]
    let found = try RankedSample(rows).evaluation(budgets: [1], bootstrap: quick).atBudget[0]
    #expect(found.pooledRecall.value == 0.5)  // places 1 and 2 of night 0
    #expect(found.nightly.recall.value == 0.5)  // place 1 of each
    #expect(found.nightlyRecallCeiling == 0.5)
    #expect(found.pooledCampaignRecall.value == 1)
    #expect(found.nightly.campaignRecall.value == 1)
    #expect(found.nightlyCampaignRecallCeiling == 1)
    // Campaign b: first request at once, first alert a day and two seconds later.
    #expect(found.nightly.medianRequestsBeforeAlert.value == 0)
  }

  @Test func `The ceiling counts campaigns that compete for one night's places`() throws {
    // Three campaigns in night 0, one of them in night 1 too: one place a night can serve two.
    let rows = [
      row(0, night: 0, score: 1, isFraudulent: true, campaign: "a"),
      row(1, night: 0, score: 1, isFraudulent: true, campaign: "b"),
      row(2, night: 0, score: 1, isFraudulent: true, campaign: "c"),
      row(3, night: 1, score: 1, isFraudulent: true, campaign: "a"),
      row(4, night: 1, score: 9, isFraudulent: false),
    ]
    let found = try RankedSample(rows).evaluation(budgets: [1, 2], bootstrap: quick).atBudget
    #expect(abs(found[0].nightlyCampaignRecallCeiling - 2.0 / 3) < 1e-15)
    #expect(found[1].nightlyCampaignRecallCeiling == 1)
  }

  @Test func `Recall grows with the budget and never passes its ceiling`() throws {
    var noise = SeededGenerator(seed: 9)
    let found = try RankedSample(noise.rows(400)).evaluation(budgets: Array(1...10), bootstrap: quick).atBudget
    for (a, b) in zip(found, found.dropFirst()) {
      #expect(a.nightly.recall.value <= b.nightly.recall.value)
      #expect(a.pooledRecall.value <= b.pooledRecall.value)
      #expect(a.nightlyRecallCeiling <= b.nightlyRecallCeiling)
    }
    for a in found {
      #expect(a.nightly.recall.value <= a.nightlyRecallCeiling)
      #expect(a.nightly.campaignRecall.value <= a.nightlyCampaignRecallCeiling)
    }
  }

  @Test func `Time to the first alert is counted from the campaign's first request`() throws {
    let rows = [
      row(0, night: 0, score: 1, isFraudulent: true, campaign: "a"),
      row(1, night: 0, score: 5, isFraudulent: false, scenario: "new officer"),
      row(2, night: 2, score: 9, isFraudulent: true, campaign: "a"),
      row(3, night: 2, score: 3, isFraudulent: false),
    ]
    let found = try RankedSample(rows).evaluation(budgets: [1], bootstrap: quick).atBudget[0]
    let hours = found.nightly.medianHoursToAlert.value
    #expect(abs(hours - (48 + 2.0 / 3600)) < 1e-12)
    #expect(found.nightly.medianRequestsBeforeAlert.value == 1)
    #expect(found.nightly.benignShares.map(\.scenario) == ["new officer"])
    #expect(found.nightly.benignShares.map(\.share.value) == [0.5])
  }

  @Test func `A campaign that never alerts has no time to alert`() throws {
    let rows = [row(0, score: 1, isFraudulent: true), row(1, score: 2, isFraudulent: false)]
    let found = try RankedSample(rows).evaluation(budgets: [1], bootstrap: quick)
    #expect(found.atBudget[0].nightly.medianHoursToAlert.value == .infinity)
    let text = String(decoding: try JSONEncoder().encode(found), as: UTF8.self)
    #expect(!text.contains("inf") && !text.contains("nan"))
  }

  @Test func `The same seed gives the same intervals, another seed others`() throws {
    var noise = SeededGenerator(seed: 5)
    let sample = try RankedSample(noise.rows(300))
    let a = try sample.evaluation(bootstrap: ClusterBootstrap(seed: 7, replicates: 100))
    #expect(try sample.evaluation(bootstrap: ClusterBootstrap(seed: 7, replicates: 100)) == a)
    #expect(try sample.evaluation(bootstrap: ClusterBootstrap(seed: 8, replicates: 100)) != a)
    #expect(a.averagePrecision.low <= a.averagePrecision.value)
    #expect(a.averagePrecision.value <= a.averagePrecision.high)
    #expect(a.averagePrecision.low < a.averagePrecision.high)
  }

  @Test func `Requests of one campaign widen the interval over single ones`() throws {
    // 40 frauds, every second one found; told as 40 campaigns or as 4 whose requests share their fate.
    func width(_ campaign: (Int) -> String, _ isFound: (Int) -> Bool) throws -> Double {
      let rows =
        (0..<40).map {
          row($0, night: $0 % 10, score: isFound($0) ? 9 : 0, isFraudulent: true, campaign: campaign($0))
        } + (40..<140).map { row($0, night: $0 % 10, score: 1, isFraudulent: false) }
      let found = try RankedSample(rows).evaluation(budgets: [3], bootstrap: ClusterBootstrap(seed: 1, replicates: 400))
      return found.atBudget[0].nightly.recall.high - found.atBudget[0].nightly.recall.low
    }
    let single = try width({ "\($0)" }, { $0 % 2 == 0 })
    let clustered = try width({ "\($0 % 4)" }, { $0 % 2 == 0 })
    #expect(clustered > 2 * single)
  }

  @Test func `Alerts given by other rules are measured like those of a budget`() throws {
    var noise = SeededGenerator(seed: 6)
    let sample = try RankedSample(noise.rows(200))
    let top = zip(sample.rows, sample.alerts(budget: 2)).filter { $1 }.map(\.0.requestID)
    let found = try sample.quality(isAlert: { top.contains($0.requestID) }, bootstrap: quick)
    #expect(try sample.evaluation(budgets: [2], bootstrap: quick).atBudget[0].nightly == found)
    #expect(found.alertsPerNight.value == 2)
    let silent = try sample.quality(isAlert: { _ in false }, bootstrap: quick)
    #expect(silent.precision.value.isNaN && silent.recall.value == 0 && silent.campaignRecall.value == 0)
    #expect(silent.medianHoursToAlert.value == .infinity && silent.benignShares.isEmpty)
  }

  @Test func `What cannot be measured is refused`() throws {
    #expect(throws: TuningError.noRows) { try RankedSample([]) }
    #expect(throws: TuningError.unusableScore) { try RankedSample([row(0, score: .nan, isFraudulent: true)]) }
    #expect(throws: TuningError.unusableWeight) { try RankedSample([row(0, score: 1, isFraudulent: true, weight: 0)]) }
    #expect(throws: TuningError.noGenuine) {
      try RankedSample([row(0, score: 1, isFraudulent: true)]).evaluation(bootstrap: quick)
    }
    #expect(throws: TuningError.noFraud) {
      try RankedSample([row(0, score: 1, isFraudulent: false)]).evaluation(bootstrap: quick)
    }
    #expect(throws: TuningError.outsidePeriod) {
      try RankedSample([row(0, night: 5, score: 1, isFraudulent: false)], period: Night(day: 0)...Night(day: 4))
    }
  }
}
