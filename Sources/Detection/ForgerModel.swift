/// What is publicly known of how forgers act: one table per look, one column per habit.
///
/// It is a prior: small, documented, and wrong in places. Every probability is mixed with what the whole log does, and
/// the forger is taken to imitate his victim with the stated chance, so that no entry can decide a case alone.
package struct ForgerModel: Codable, Sendable, Hashable {
  /// One look: the chance that the forger does as his victim does, and what he does else.
  package struct Look: Codable, Sendable, Hashable {
    /// How much of the look's bits to believe, 0 to 1: looks repeat one another, and honest people are odder than
    /// counts say.
    ///
    /// Blunt numbers that held on simulated logs of three different makes, and on a fourth that nobody had looked at;
    /// training replaces them.
    package var weight: Double
    /// The same for what speaks for the sender, where a thief shows it as easily as he does; nil: as much as the weight.
    package var relief: Double?
    /// One number for all habits, or one a habit.
    package var imitation: [Double]
    /// Value → P(value | habit), one number for all habits or one a habit; `new` is a value nobody has seen.
    package var values: [String: [Double]]
    /// Where these numbers come from.
    package var source: String

    package init(
      weight: Double, relief: Double? = nil, imitation: [Double], values: [String: [Double]], source: String
    ) {
      self.weight = weight
      self.relief = relief
      self.imitation = imitation
      self.values = values
      self.source = source
    }
  }

  package var schema = 1
  package var name: String
  /// log₂ odds that a request is forged before anything is known of it.
  package var baseRateBits: Double
  /// Weight of each habit, by name; they sum to one.
  package var habits: [String: Double]
  package var looks: [String: Look]

  package init(name: String, baseRateBits: Double, habits: [String: Double], looks: [String: Look]) {
    self.name = name
    self.baseRateBits = baseRateBits
    self.habits = habits
    self.looks = looks
  }

  package var habitWeights: HabitVector {
    var out = HabitVector.zero
    for habit in Habit.allCases { out[habit.rawValue] = habits[habit.name] ?? 0 }
    let sum = out.sum()
    return sum > 0 ? out / sum : HabitVector(repeating: 1 / 8)
  }

  package func imitation(_ look: String) -> HabitVector {
    ForgerModel.vector(looks[look]?.imitation ?? [0.5])
  }

  /// P(value | habit), or `otherwise` where the table is silent.
  package func probability(_ look: String, _ value: String, otherwise: Double) -> HabitVector {
    ForgerModel.vector(looks[look]?.values[value] ?? [otherwise])
  }

  /// The table of a look over a list of values; what is unnamed shares `rest` evenly.
  package func table(_ look: String, _ values: [String]) -> [HabitVector] {
    values.map { probability(look, $0, otherwise: 0.5 / Double(max(1, values.count))) }
  }

  private static func vector(_ numbers: [Double]) -> HabitVector {
    numbers.count == 8 ? HabitVector(numbers) : HabitVector(repeating: numbers.first ?? 0)
  }
}
