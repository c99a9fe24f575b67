import Statistics
import Testing

@Suite struct BinomialIntervalTests {
  /// By the quantiles of the beta distribution (SciPy 1.17, `scipy.stats.beta.ppf`).
  @Test(
    arguments: [
      (0, 30, 0, 0.115_703_308_222), (3, 50, 0.012_548_587_833, 0.165_481_946_604), (50, 50, 0.928_878_263_536, 1),
      (1, 1, 0.025, 1), (7, 1_000, 0.002_818_858_760, 0.014_369_194_979),
    ] as [(Int, Int, Double, Double)])
  func `limits are the beta quantiles`(successes: Int, trials: Int, low: Double, high: Double) {
    let found = exactBinomialInterval(successes: successes, trials: trials)
    #expect(abs(found.lowerBound - low) < 1e-9)
    #expect(abs(found.upperBound - high) < 1e-9)
  }

  @Test func `no trials say nothing, and a surer interval is wider`() {
    #expect(exactBinomialInterval(successes: 0, trials: 0) == 0...1)
    let (narrow, wide) = (
      exactBinomialInterval(successes: 4, trials: 90), exactBinomialInterval(successes: 4, trials: 90, level: 0.99)
    )
    #expect(wide.lowerBound < narrow.lowerBound && narrow.upperBound < wide.upperBound)
  }
}
