import Foundation
import Statistics
import Testing
import Tuning

@Suite struct CalibrationQualityTests {
  let bootstrap = ClusterBootstrap(seed: 2, replicates: 60)

  /// Rows whose labels are drawn from the probabilities, which are then reported through `distortion`.
  func sample(_ count: Int, seed: UInt64, distortion: (Double) -> Double) throws -> RankedSample {
    var noise = SeededGenerator(seed: seed)
    return try RankedSample(
      (0..<count).map { i in
        let p = 0.02 + 0.6 * noise.uniform() * noise.uniform()
        return row(i, night: i % 50, score: p, isFraudulent: noise.uniform() < p, probability: distortion(p))
      })
  }

  @Test func `A hand-worked pair`() throws {
    let rows = [
      row(0, score: 1, isFraudulent: true, probability: 0.8), row(1, score: 0, isFraudulent: false, probability: 0.4),
    ]
    let found = try RankedSample(rows).calibrationQuality(binCount: 1, bootstrap: bootstrap)
    #expect(abs(found.brier.value - (0.04 + 0.16) / 2) < 1e-15)
    #expect(abs(found.logLoss.value - (-log(0.8) - log(0.6)) / 2) < 1e-15)
    #expect(abs(found.expectedCalibrationError.value - 0.1) < 1e-15)  // mean 0.6 said, 0.5 seen
  }

  @Test func `True probabilities lie inside the band and their error is what chance makes`() throws {
    let found = try sample(2000, seed: 1) { $0 }.calibrationQuality(bootstrap: bootstrap)
    #expect(found.bins.count == 10)
    #expect(found.bins.count { $0.isInsideBand } >= 8)
    #expect(found.expectedCalibrationError.value <= 1.5 * found.calibrationErrorIfCalibratedLimit)
    #expect(found.calibrationErrorIfCalibrated > 0)
  }

  @Test func `Boastful probabilities leave the band and lose on every score`() throws {
    let honest = try sample(2000, seed: 1) { $0 }.calibrationQuality(bootstrap: bootstrap)
    let boastful = try sample(2000, seed: 1) { min(1, 2 * $0) }.calibrationQuality(bootstrap: bootstrap)
    #expect(boastful.bins.count { !$0.isInsideBand } >= 5)
    #expect(boastful.brier.value > honest.brier.value)
    #expect(boastful.logLoss.value > honest.logLoss.value)
    #expect(boastful.expectedCalibrationError.low > boastful.calibrationErrorIfCalibratedLimit)
  }

  @Test func `Bins hold equal numbers, and rows of one probability share theirs`() throws {
    let even = try sample(1000, seed: 3) { $0 }.calibrationQuality(bootstrap: bootstrap)
    #expect(even.bins.map(\.weight) == [Double](repeating: 100, count: 10))
    let tied = try sample(1000, seed: 3) { _ in 0.2 }.calibrationQuality(bootstrap: bootstrap)
    #expect(tied.bins.map(\.weight) == [1000])
  }

  @Test func `A certain and wrong probability costs much but not infinity`() throws {
    let rows = [
      row(0, score: 1, isFraudulent: true, probability: 0), row(1, score: 0, isFraudulent: false, probability: 1),
    ]
    let found = try RankedSample(rows).calibrationQuality(bootstrap: bootstrap)
    #expect(found.logLoss.value.isFinite && found.logLoss.value > 30)
  }

  @Test func `A missing probability is refused`() throws {
    let rows = [row(0, score: 1, isFraudulent: true), row(1, score: 0, isFraudulent: false, probability: 1)]
    #expect(throws: TuningError.unusableProbability) {
      try RankedSample(rows).calibrationQuality(bootstrap: bootstrap)
    }
  }
}
