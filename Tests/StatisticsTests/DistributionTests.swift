import Foundation
import Statistics
import Testing

@Suite struct DistributionTests {
  @Test func `log gamma obeys its recurrence and knows factorials and the half`() {
    for x in [0.01, 0.3, 0.5, 0.99, 1, 1.5, 2, 7.25, 50, 1_000, 1e6] {
      let difference = logGamma(x + 1) - logGamma(x) - log(x)
      #expect(abs(difference) <= 1e-12 * max(1, abs(logGamma(x + 1))), "\(x)")
    }
    var factorial = 0.0
    for n in 1...60 {
      factorial += log(Double(n))
      #expect(abs(logGamma(Double(n + 1)) - factorial) <= 1e-12 * max(1, factorial))
    }
    // Γ(1/2)² = π.
    #expect(abs(2 * logGamma(0.5) - log(Double.pi)) < 1e-13)
  }

  @Test(arguments: [(0.02, 0.3), (0.5, 1), (4, 0.7), (12, 30)] as [(Double, Double)])
  func `negative binomials sum to one with their mean and variance`(mean: Double, size: Double) {
    var sum = 0.0
    var first = 0.0
    var second = 0.0
    for k in 0..<600 {
      let p = exp2(NegativeBinomial(size: size).log2Probability(of: k, mean: mean))
      sum += p
      first += p * Double(k)
      second += p * Double(k * k)
    }
    #expect(abs(sum - 1) < 1e-9)
    #expect(abs(first - mean) < 1e-7 * max(1, mean))
    #expect(abs(second - first * first - (mean + mean * mean / size)) < 1e-5 * (mean + mean * mean / size))
  }

  @Test func `size one is the geometric distribution, and a huge size nearly Poisson's`() {
    for k in 0..<20 {
      // (1 − q) qᵏ with q = mean / (1 + mean).
      let geometric = log2(1 / 4.0) + Double(k) * log2(3 / 4.0)
      #expect(abs(NegativeBinomial(size: 1).log2Probability(of: k, mean: 3) - geometric) < 1e-10)
      let poisson = (Double(k) * log(3) - 3 - logGamma(Double(k + 1))) / log(2)
      #expect(abs(NegativeBinomial(size: 1e7).log2Probability(of: k, mean: 3) - poisson) < 1e-3)
    }
  }

  @Test func `a mean near nothing is no trap`() {
    for mean in [1e-300, 1e-20, 1e-9] {
      #expect(abs(NegativeBinomial(size: 1).log2Probability(of: 0, mean: mean)) < 1e-8)
      #expect(NegativeBinomial(size: 1).log2Probability(of: 1, mean: mean) < -29)
      #expect(NegativeBinomial(size: 1).log2Probability(of: 1, mean: mean).isFinite)
    }
  }

  @Test func `soft plus rises everywhere and meets its asymptotes`() {
    var last = -1.0
    for step in 0...2_400 {
      let x = -120 + Double(step) / 10
      let y = log2OnePlusExp2(x)
      #expect(y >= last && (y > last || x > 50))
      #expect(y >= max(0, x))
      last = y
    }
    #expect(log2OnePlusExp2(0) == 1)
    #expect(log2OnePlusExp2(5_000) == 5_000)
  }

  @Test func `odds and probabilities undo each other and mirror at even odds`() {
    for bits in stride(from: -40.0, through: 40, by: 0.5) {
      let p = probability(ofLog2Odds: bits)
      #expect(p > 0 && p <= 1)
      #expect(abs(p + probability(ofLog2Odds: -bits) - 1) < 1e-15)
      if bits < 20 { #expect(abs(log2Odds(p) - bits) < 1e-8) }
    }
    #expect(probability(ofLog2Odds: 5_000) == 1)
    #expect(probability(ofLog2Odds: -5_000) == 0)
  }
}

@Suite struct BitsTests {
  @Test func `rounding is to the nearest unit, ties to even, clamped, and nothing is not a number`() {
    #expect(Bits(1).units == 1_048_576)
    #expect(Bits(0.5 / 1_048_576).units == 0)
    #expect(Bits(1.5 / 1_048_576).units == 2)
    #expect(Bits(-1.5 / 1_048_576).units == -2)
    #expect(Bits(.nan) == .zero)
    #expect(Bits(.infinity) == -Bits(-.infinity))
    #expect(Bits(.infinity).value == 1_073_741_824)
  }

  @Test func `sums do not depend on their order`() {
    var random = SeededGenerator(seed: 2)
    var list = (0..<500).map { _ in Bits(random.normal() * 20) }
    let sum = list.reduce(.zero, +)
    for _ in 0..<10 {
      list.shuffle(using: &random)
      #expect(list.reduce(.zero, +) == sum)
      #expect(list.reduce(sum, -) == .zero)
    }
  }
}

@Suite struct SipHashTests {
  @Test func `it gives the vectors of its authors`() {
    // Appendix A of the paper, and the first lines of the reference implementation's vectors (SipHash-2-4, 64 bits):
    // key 00 01 … 0f, message 00 01 … of the length.
    let hash = SipHash(k0: 0x0706_0504_0302_0100, k1: 0x0f0e_0d0c_0b0a_0908)
    let vectors: [Int: UInt64] = [
      0: 0x726f_db47_dd0e_0e31, 1: 0x74f8_39c5_93dc_67fd, 7: 0xab02_00f5_8b01_d137, 8: 0x93f5_f579_9a93_2462,
      15: 0xa129_ca61_49be_45e5,
    ]
    for (length, expected) in vectors {
      let message = (0..<length).map { UInt8($0) }
      #expect(message.withUnsafeBufferPointer { hash.hash($0) } == expected, "\(length)")
    }
  }

  @Test func `a text hashes as its bytes, whatever holds it, and the key counts`() {
    let text = "inspektør@politi.example"
    let bytes = Array(text.utf8)
    #expect(bytes.withUnsafeBufferPointer { SipHash.fixed.hash($0) } == SipHash.fixed.hash(text))
    #expect(SipHash.fixed.hash(String(text.reversed().reversed())) == SipHash.fixed.hash(text))
    #expect(SipHash(k0: 1, k1: 2).hash(text) != SipHash(k0: 2, k1: 1).hash(text))
  }

  @Test func `mixing is one to one`() {
    #expect(Set((0..<5_000).map { mixed(UInt64($0)) }).count == 5_000)
  }
}
