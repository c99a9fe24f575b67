package import Statistics

/// One line of an assessment: what a look saw, what it had expected, and how many bits that is worth.
///
/// The contributions of all reasons of an assessment sum to its evidence exactly. Numbers are kept as numbers; their
/// sentence is put together only where it is asked for.
package struct Reason: Sendable {
  /// Against whose behaviour the observation was held.
  package enum Entity: String, Sendable, Codable, CaseIterable {
    case sender, agency, peers, linkage
  }

  // What is shorter than a word stands last, so that no room is lost before the others: a night keeps many of these.

  /// The detector's stable name, or the name of an adjustment (`base_rate`, `sender_state`, `group:…`, `benign:…`).
  package var detector: String
  package var contribution: Bits
  /// What was seen, short, ready to print; may hold text that came from a request.
  package var observed: String
  /// How many past requests (decayed weight) the expectation rests on.
  package var sample: Double
  private var grounds: Grounds
  package var entity: Entity

  /// What the expectation was, and what the sentence is made of.
  enum Grounds: Sendable {
    case written(expected: String, text: String)
    case share(ExpectedShare)
    case rate(ExpectedRate)
  }

  package init(
    detector: String, entity: Entity, contribution: Bits, observed: String, expected: String, sample: Double,
    text: String
  ) {
    self.init(
      detector: detector, entity: entity, contribution: contribution, observed: observed, sample: sample,
      grounds: .written(expected: expected, text: text))
  }

  init(
    detector: String, entity: Entity, contribution: Bits, observed: String, sample: Double, grounds: Grounds
  ) {
    self.detector = detector
    self.entity = entity
    self.contribution = contribution
    self.observed = observed
    self.sample = sample
    self.grounds = grounds
  }

  /// The expected value, short, ready to print.
  package var expected: String { String(decoding: Sentence { appendExpected(to: &$0) }.bytes, as: UTF8.self) }

  /// A sentence an analyst can read aloud; may hold text that came from a request.
  package var text: String { String(decoding: Sentence { appendText(to: &$0) }.bytes, as: UTF8.self) }

  /// Appends `expected` in UTF-8.
  package func appendExpected(to bytes: inout [UInt8]) {
    switch grounds {
    case .written(let expected, _): bytes.append(contentsOf: expected.utf8)
    case .share(let share): share.append(to: &bytes)
    case .rate(let rate): rate.append(to: &bytes)
    }
  }

  /// Appends `text` in UTF-8.
  package func appendText(to bytes: inout [UInt8]) {
    switch grounds {
    case .written(_, let text): bytes.append(contentsOf: text.utf8)
    case .share(let share):
      Sentence.appendCapitalised(observed, to: &bytes)
      share.appendHistory(to: &bytes)
    case .rate(let rate):
      Sentence.appendCapitalised(observed, to: &bytes)
      rate.appendHistory(to: &bytes)
    }
  }
}

extension Reason {
  /// Heaviest first, by name among equals.
  ///
  /// They are kept for a whole night, in no more room than they need.
  static func ordered(_ reasons: [Reason], _ further: [Reason]) -> [Reason] {
    var all: [Reason] = []
    all.reserveCapacity(reasons.count + further.count)
    all += reasons
    all += further
    all.sort {
      let (a, b) = ($0.contribution.units.magnitude, $1.contribution.units.magnitude)
      return a != b ? a > b : $0.detector < $1.detector
    }
    return all
  }
}

extension Reason: Hashable {
  package static func == (a: Reason, b: Reason) -> Bool {
    a.detector == b.detector && a.entity == b.entity && a.contribution == b.contribution && a.observed == b.observed
      && a.sample == b.sample && a.expected == b.expected && a.text == b.text
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(detector)
    hasher.combine(contribution)
    hasher.combine(observed)
  }
}
