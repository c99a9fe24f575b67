import Foundation
import LinearAlgebra
import LinearModels
import Statistics
import Testing

@Suite struct LogisticRegressionTests {
  let truth = [1.5, -0.7, 0, 0.3]

  func fit(_ penalty: LogisticPenalty, seed: UInt64 = 1, rows: Int = 800) throws -> (LogisticFit, Matrix, [Double]) {
    var noise = SeededGenerator(seed: seed)
    let (design, labels) = noise.sample(rows: rows, truth: truth)
    let sample = try LogisticSample(design: design, labels: labels)
    return (try LogisticRegression(penalty: penalty, tolerance: 1e-11).fit(sample), design, labels)
  }

  @Test func `An intercept alone is the log odds of the share`() throws {
    // 3 of 4 positive: log 3.
    let sample = try LogisticSample(design: Matrix(rows: 4, columns: 0), labels: [1, 1, 1, 0])
    let fit = try LogisticRegression(penalty: .none).fit(sample)
    #expect(abs(fit.intercept - log(3)) < 1e-9)
    #expect(fit.certificate.status == .converged)
  }

  @Test func `A two-by-two table gives the log odds ratio`() throws {
    // Exposed 6 of 8 positive, unexposed 2 of 8: intercept log(2/6), coefficient log((6/2)/(2/6)) = log 9.
    let x = (0..<16).map { [$0 < 8 ? 1.0 : 0.0] }
    let y = (0..<16).map { $0 < 6 || $0 == 8 || $0 == 9 ? 1.0 : 0.0 }
    let fit = try LogisticRegression(penalty: .none).fit(LogisticSample(design: Matrix(x), labels: y))
    #expect(abs(fit.intercept - log(1.0 / 3)) < 1e-8)
    #expect(abs(fit.coefficients[0] - log(9)) < 1e-8)
  }

  @Test(arguments: [0.01, 1, 100]) func `At a ridge optimum loss and penalty pull equally`(c: Double) throws {
    let (fit, design, labels) = try fit(.ridge(c: c))
    #expect(fit.certificate.status == .converged)
    let gradient = lossGradient(fit, design, labels)
    for j in 0..<4 { #expect(abs(gradient[j] + fit.coefficients[j] / c) < 1e-8) }
    #expect(abs(gradient[4]) < 1e-8)
    #expect(fit.certificate.largestViolation < 1e-8)
    #expect(fit.certificate.gap < 1e-12)
  }

  @Test(arguments: [0.3, 1.0]) func `At an elastic-net optimum zeros are held and the rest balances`(ratio: Double)
    throws
  {
    let c = 0.02
    let (fit, design, labels) = try fit(.elasticNet(c: c, l1Ratio: ratio))
    #expect(fit.certificate.status == .converged)
    let gradient = lossGradient(fit, design, labels)
    for (j, b) in fit.coefficients.enumerated() {
      let pull = gradient[j] + (1 - ratio) * b / c
      if b == 0 {
        #expect(abs(pull) <= ratio / c + 1e-8)
      } else {
        #expect(abs(pull + (b > 0 ? ratio : -ratio) / c) < 1e-7)
      }
    }
    #expect(fit.coefficients.contains(0), "a strong penalty leaves the noise column at exactly 0")
  }

  @Test func `The elastic net without l1 is the ridge`() throws {
    let (a, _, _) = try fit(.ridge(c: 0.5))
    let (b, _, _) = try fit(.elasticNet(c: 0.5, l1Ratio: 0))
    #expect(a.coefficients == b.coefficients)
  }

  @Test func `More penalty, smaller coefficients and larger loss`() throws {
    for ratio in [0.0, 0.5, 1.0] {
      var lastNorm = Double.infinity
      var lastLoss = 0.0
      for c in [100, 1, 0.1, 0.01, 0.001] {
        let (fit, design, labels) = try fit(.elasticNet(c: c, l1Ratio: ratio))
        let norm = fit.coefficients.reduce(0) { $0 + ratio * abs($1) + (1 - ratio) * $1 * $1 / 2 }
        let loss = LogisticLoss.mean(logOdds: fit.logOdds(design), labels: labels)
        #expect(norm <= lastNorm)
        #expect(loss >= lastLoss)
        lastNorm = norm
        lastLoss = loss
      }
    }
  }

  @Test func `A weight is a repetition and a zero weight an absence`() throws {
    var noise = SeededGenerator(seed: 5)
    let (design, labels) = noise.sample(rows: 300, truth: truth)
    let weights = (0..<300).map { Double($0 % 4) }
    let weighted = try LogisticRegression().fit(LogisticSample(design: design, labels: labels, weights: weights))
    let repeated = (0..<300).flatMap { [Int](repeating: $0, count: $0 % 4) }
    let plain = try LogisticRegression().fit(LogisticSample(design: design, labels: labels).selecting(repeated))
    #expect(distance(weighted.coefficients, plain.coefficients) < 1e-9)
    #expect(abs(weighted.intercept - plain.intercept) < 1e-9)
  }

  @Test func `A soft label is the mixture of its two rows`() throws {
    var noise = SeededGenerator(seed: 6)
    let (design, _) = noise.sample(rows: 200, truth: truth)
    let soft = (0..<200).map { _ in noise.uniform() }
    let a = try LogisticRegression().fit(LogisticSample(design: design, labels: soft))
    let twice = design.selectingRows(Array(0..<200) + Array(0..<200))
    let labels = [Double](repeating: 1, count: 200) + [Double](repeating: 0, count: 200)
    let b = try LogisticRegression().fit(
      LogisticSample(design: twice, labels: labels, weights: soft + soft.map { 1 - $0 }))
    #expect(distance(a.coefficients, b.coefficients) < 1e-8)
  }

  @Test func `The order of rows changes rounding alone, the number of threads nothing`() throws {
    var noise = SeededGenerator(seed: 8)
    let (design, labels) = noise.sample(rows: 40_000, truth: [1, -1])
    let sample = try LogisticSample(design: design, labels: labels)
    let one = try LogisticRegression(threads: 1).fit(sample)
    #expect(try LogisticRegression(threads: 2).fit(sample) == one)
    #expect(try LogisticRegression(threads: 7).fit(sample) == one)
    let backwards = try LogisticRegression().fit(sample.selecting((0..<40_000).reversed()))
    #expect(distance(one.coefficients, backwards.coefficients) < 1e-9)
  }

  @Test func `Flipping the labels flips every sign`() throws {
    let (a, design, labels) = try fit(.ridge(c: 1))
    let b = try LogisticRegression(tolerance: 1e-11).fit(LogisticSample(design: design, labels: labels.map { 1 - $0 }))
    #expect(distance(a.coefficients, b.coefficients.map { -$0 }) < 1e-9)
    #expect(abs(a.intercept + b.intercept) < 1e-9)
  }

  @Test func `An offset common to all rows moves only the intercept`() throws {
    let (a, design, labels) = try fit(.ridge(c: 1))
    let offsets = [Double](repeating: 2, count: labels.count)
    let b = try LogisticRegression(tolerance: 1e-11).fit(
      LogisticSample(design: design, labels: labels, offsets: offsets))
    #expect(distance(a.coefficients, b.coefficients) < 1e-9)
    #expect(abs(a.intercept - b.intercept - 2) < 1e-9)
  }

  @Test func `Scaling a column scales its coefficient when nothing is penalised`() throws {
    let (a, design, labels) = try fit(.none)
    var scaled = design
    for i in 0..<design.rows { scaled[i, 1] *= 1e6 }
    let b = try LogisticRegression(penalty: .none, tolerance: 1e-11).fit(LogisticSample(design: scaled, labels: labels))
    #expect(abs(a.coefficients[1] - 1e6 * b.coefficients[1]) < 1e-8)
    #expect(abs(a.coefficients[0] - b.coefficients[0]) < 1e-8)
  }

  @Test func `Collinear columns share the weight under a ridge and converge without one`() throws {
    let (_, design, labels) = try fit(.none)
    let doubled = Matrix((0..<design.rows).map { design.row($0) + [design[$0, 0]] })
    let sample = try LogisticSample(design: doubled, labels: labels)
    let ridge = try LogisticRegression(tolerance: 1e-11).fit(sample)
    #expect(abs(ridge.coefficients[0] - ridge.coefficients[4]) < 1e-9)
    let free = try LogisticRegression(penalty: .none).fit(sample)
    let single = try LogisticRegression(penalty: .none).fit(LogisticSample(design: design, labels: labels))
    #expect(abs(free.certificate.objective - single.certificate.objective) < 1e-9)
  }

  @Test func `Separable data converge with a ridge and are named without one`() throws {
    let x = (0..<40).map { [Double($0) - 19.5] }
    let sample = try LogisticSample(design: Matrix(x), labels: (0..<40).map { $0 < 20 ? 0 : 1 })
    let ridge = try LogisticRegression(penalty: .ridge(c: 1e4)).fit(sample)
    #expect(ridge.certificate.status == .converged)
    #expect(ridge.coefficients[0] > 1)
    let free = try LogisticRegression(penalty: .none).fit(sample)
    #expect(free.certificate.status == .separable)
  }

  @Test func `Wild scales and rare positives converge`() throws {
    var noise = SeededGenerator(seed: 12)
    let (design, labels) = noise.sample(rows: 5000, truth: [2, 1], base: -7)
    var wild = design
    for i in 0..<5000 {
      wild[i, 0] = wild[i, 0] * 1e5 + 3e6
      wild[i, 1] *= 1e-4
    }
    let fit = try LogisticRegression(penalty: .ridge(c: 1e13)).fit(LogisticSample(design: wild, labels: labels))
    #expect(fit.certificate.status == .converged)
    let plain = try LogisticRegression(penalty: .none).fit(LogisticSample(design: design, labels: labels))
    #expect(abs(fit.coefficients[0] * 1e5 - plain.coefficients[0]) < 1e-3)
  }

  @Test func `What cannot be fitted is refused`() throws {
    let one = Matrix([[1], [2]])
    #expect(throws: LinearModelError.oneClassOnly) {
      try LogisticRegression().fit(LogisticSample(design: one, labels: [1, 1]))
    }
    #expect(throws: LinearModelError.lengthMismatch(expected: 2, found: 1)) {
      try LogisticSample(design: one, labels: [1])
    }
    #expect(throws: LinearModelError.noRows) { try LogisticSample(design: Matrix([]), labels: []) }
    #expect(throws: LinearModelError.labelOutOfRange) { try LogisticSample(design: one, labels: [0, 1.01]) }
    #expect(throws: LinearModelError.notFinite) { try LogisticSample(design: Matrix([[1], [.nan]]), labels: [0, 1]) }
    #expect(throws: LinearModelError.negativeWeight) {
      try LogisticSample(design: one, labels: [0, 1], weights: [1, -1])
    }
    #expect(throws: LinearModelError.noWeight) { try LogisticSample(design: one, labels: [0, 1], weights: [0, 0]) }
    #expect(throws: LinearModelError.penaltyOutOfRange) {
      try LogisticRegression(penalty: .ridge(c: 0)).fit(LogisticSample(design: one, labels: [0, 1]))
    }
  }
}

@Suite struct CoefficientPriorTests {
  func priors(_ centres: [Double], precision: Double, isNonNegative: Bool = true) -> LogisticPenalty {
    .prior(centres.map { CoefficientPrior(centre: $0, precision: precision, isNonNegative: isNonNegative) })
  }

  @Test func `A prior at zero is the ridge`() throws {
    var noise = SeededGenerator(seed: 2)
    let (design, labels) = noise.sample(rows: 300, truth: [1, -1])
    let sample = try LogisticSample(design: design, labels: labels)
    let a = try LogisticRegression(penalty: .ridge(c: 0.25)).fit(sample)
    let b = try LogisticRegression(penalty: priors([0, 0], precision: 4, isNonNegative: false)).fit(sample)
    #expect(a.coefficients == b.coefficients)
  }

  @Test func `A strong prior keeps the hand weights and a weak one gives way`() throws {
    var noise = SeededGenerator(seed: 3)
    let (design, labels) = noise.sample(rows: 3000, truth: [2, 0.5])
    let sample = try LogisticSample(design: design, labels: labels)
    let strong = try LogisticRegression(penalty: priors([1, 1], precision: 1e9)).fit(sample)
    #expect(distance(strong.coefficients, [1, 1]) < 1e-5)
    let weak = try LogisticRegression(penalty: priors([1, 1], precision: 1e-9)).fit(sample)
    let free = try LogisticRegression(penalty: .none).fit(sample)
    #expect(distance(weak.coefficients, free.coefficients) < 1e-6)
  }

  @Test func `Coefficients that want to be negative stand at zero, with a derivative that holds them there`() throws {
    var held = 0
    for seed in 1...8 {
      var noise = SeededGenerator(seed: UInt64(seed))
      let truth = (0..<6).map { _ in noise.normal() }
      let (design, labels) = noise.sample(rows: 400, truth: truth)
      let weights = (0..<400).map { _ in noise.uniform() * 3 }
      let sample = try LogisticSample(design: design, labels: labels, weights: weights)
      let fit = try LogisticRegression(
        penalty: priors([Double](repeating: 0.5, count: 6), precision: 2), tolerance: 1e-11
      )
      .fit(sample)
      #expect(fit.certificate.status == .converged)
      let gradient = lossGradient(fit, design, labels, weights: weights)
      for (j, b) in fit.coefficients.enumerated() {
        let total = gradient[j] + 2 * (b - 0.5)
        #expect(b >= 0)
        if b > 0 { #expect(abs(total) < 1e-8) } else { #expect(total >= -1e-8) }
      }
      #expect(abs(gradient[6]) < 1e-8)
      held += fit.coefficients.count { $0 == 0 }
    }
    #expect(held > 0, "the samples hold coefficients at their bound")
  }

  @Test func `The bounded optimum is no worse than any feasible neighbour`() throws {
    var noise = SeededGenerator(seed: 21)
    let (design, labels) = noise.sample(rows: 200, truth: [1, -1, 0.2])
    let sample = try LogisticSample(design: design, labels: labels)
    let fit = try LogisticRegression(penalty: priors([1, 1, 1], precision: 0.5)).fit(sample)
    func objective(_ b: [Double], _ a: Double) -> Double {
      let fit = LogisticFit(coefficients: b, intercept: a, certificate: fit.certificate)
      return 200 * LogisticLoss.mean(logOdds: fit.logOdds(design), labels: labels)
        + b.reduce(0) { $0 + 0.25 * ($1 - 1) * ($1 - 1) }
    }
    let best = objective(fit.coefficients, fit.intercept)
    #expect(abs(best - fit.certificate.objective) < 1e-9)
    for _ in 0..<200 {
      let b = fit.coefficients.map { max(0, $0 + 0.05 * noise.normal()) }
      #expect(objective(b, fit.intercept + 0.05 * noise.normal()) >= best - 1e-10)
    }
  }

  @Test func `A belief far off, where every probability is saturated, does not lead astray`() throws {
    // There the Hessian all but vanishes, and a full Newton step overshoots by orders of magnitude.
    for seed in 1...6 {
      var noise = SeededGenerator(seed: UInt64(seed))
      let (design, labels) = noise.sample(rows: 400, truth: [1, -1])
      let sample = try LogisticSample(design: design, labels: labels)
      let far = try LogisticRegression(penalty: priors([-60, 45], precision: 1e-9, isNonNegative: false)).fit(sample)
      #expect(far.certificate.status == .converged)
      let free = try LogisticRegression(penalty: .none).fit(sample)
      #expect(distance(far.coefficients, free.coefficients) < 1e-6)
    }
  }

  @Test func `One class alone moves nothing below its bound and needs no intercept`() throws {
    let sample = try LogisticSample(design: Matrix([[1, 0], [0, 1], [1, 1]]), labels: [0, 0, 0])
    let fit = try LogisticRegression(penalty: priors([1, 1], precision: 1), fitsIntercept: false).fit(sample)
    #expect(fit.coefficients.allSatisfy { $0 >= 0 && $0 < 1 })
  }
}
