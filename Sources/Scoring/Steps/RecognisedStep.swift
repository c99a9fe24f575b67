import Detection
import Statistics

/// A step that was recognised behind one request.
struct RecognisedStep: Sendable {
  var step: BenignStep
  /// Places of the looks that it explains.
  var looks: [Int]
  /// How many other senders, or agencies, showed it.
  var others: Int
  private let words: @Sendable () -> String

  /// `because` is put into words only where it is asked for.
  init(step: BenignStep, looks: [Int], others: Int, because: @autoclosure @escaping @Sendable () -> String) {
    self.step = step
    self.looks = looks
    self.others = others
    words = because
  }

  /// Why it is taken for one, as a clause.
  var because: String { words() }
}

/// What recognised steps take off the evidence of one request.
struct BenignRelief {
  /// The bits of every look, those that a step explains weighed down.
  var bits: [HabitVector]
  /// What they come to.
  var combination: Combination
  /// One line a step; with the lines of the combination before, they sum to the one after; none where nothing is put into
  /// words.
  var reasons: [Reason] = []

  /// No step: everything as it was.
  init(bits: [HabitVector], plain: Combination) {
    self.bits = bits
    combination = plain
  }

  /// Weighs down the positive bits of the looks that `steps` explain, each look once, and reads off after each step what
  /// that took from the sum.
  ///
  /// Only positive bits shrink, so that a line is never above zero.
  init(
    _ steps: [RecognisedStep], bits: [HabitVector], plain: Combination, isNarrated: Bool,
    combine: ([HabitVector]) -> Combination
  ) {
    self.init(bits: bits, plain: plain)
    var isRelieved = [Bool](repeating: false, count: bits.count)
    for step in steps {
      let unrelieved = self.bits
      var isChanged = false
      for look in step.looks where !isRelieved[look] && bits[look].max() > 0 {
        isRelieved[look] = true
        isChanged = true
        for h in 0..<8 where bits[look][h] > 0 { self.bits[look][h] = step.step.share * bits[look][h] }
      }
      guard isChanged else { continue }
      let relieved = combine(self.bits)
      let line = relieved.total - combination.total
      guard line < .zero else {
        // What a quieter look no longer repeats of another may weigh more than what it lost itself.
        self.bits = unrelieved
        continue
      }
      combination = relieved
      guard isNarrated else { continue }
      let kept = Int((step.step.share * 100).rounded())
      reasons.append(
        Reason(
          detector: step.step.line, entity: .agency, contribution: line,
          observed: step.others > 0 ? "\(step.others) others" : "",
          expected: "", sample: Double(step.others),
          text: step.because + "; what this explains counts \(kept) %."))
    }
  }
}
