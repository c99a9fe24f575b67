import RequestModel
import Statistics

/// What belongs to a case whatever is asked in it: number, story, accounts.
///
/// It is made anew from the case's key each time.
struct CaseFile {
  let number: String
  let natures: [EmergencyNature]
  let victim: String
  let age: Int
  let place: String
  private let random: SeededGenerator

  init(_ draft: Draft, _ home: Agency, _ world: World) {
    random = SeededGenerator(seed: SeededGenerator.mix(home.key, draft.caseKey))
    var draws = random.split(1)
    let year = CivilDate(daysSinceEpoch: world.localDay(home, draft.instant)).year
    number = LegalProcess.caseNumber(shape: home.caseShape, prefix: home.casePrefix, year: year, &draws)
    var chosen = [Draws.nature(home.natureMix, &draws)]
    if draws.chance(0.15) {
      let second = Draws.nature(home.natureMix, &draws)
      if second != chosen[0] { chosen.append(second) }
    }
    natures = chosen
    let language = home.languages[0].language
    victim = String(draws.pick(Names.first(language)).prefix(1)) + ". " + draws.pick(Names.last(language))
    age = 9 + draws.below(70)
    place = Names.place(language, &draws)
  }

  /// The accounts asked about: mostly local people, heavy-tailed in number.
  func targets(count wanted: Int, type: RequestType, _ home: Agency, _ world: World) -> [TargetCell] {
    var draws = random.split(2)
    let count = wanted > 0 ? wanted : CaseFile.accounts(type, &draws)
    let kind = Draws.target(home.targetMix, &draws)
    return (0..<count).map { i in
      var each = random.split(10 + i)
      let type = i == 0 || each.chance(0.7) ? kind : Draws.target(home.targetMix, &each)
      let own = world.countries[home.country].code
      let country = each.chance(home.local) ? own : each.pick(world.countries).code
      // A few people are wanted by many: one in three hundred comes from the country's common pool.
      if each.chance(0.003) { each = SeededGenerator(seed: UInt64(home.country)).split("wanted").split(each.below(40)) }
      return CaseFile.target(type, country, &each)
    }
  }

  /// Accounts in one request by type, after published averages.
  static func accounts(_ type: RequestType, _ random: inout SeededGenerator) -> Int {
    let mean: Double
    let tail: Double
    switch type {
    case .emergency: (mean, tail) = (1.27, 0.002)
    case .subpoena: (mean, tail) = (1.9, 0.02)
    case .courtOrder: (mean, tail) = (1.8, 0.03)
    case .wiretap: (mean, tail) = (2.5, 0)
    case .preservation: (mean, tail) = (1.8, 0.01)
    case .searchWarrant: (mean, tail) = (1.35, 0.006)
    default: (mean, tail) = (1.5, 0.005)
    }
    if random.chance(tail) { return Int(min(60, random.pareto(minimum: 5, shape: 1.3))) }
    return random.geometric(mean: mean)
  }

  private static let dials = Dictionary(uniqueKeysWithValues: Country.all.map { ($0.code, $0.dial) })

  /// An account that nobody has.
  static func target(
    _ type: TargetType, _ country: String, _ random: inout SeededGenerator
  ) -> TargetCell {
    let value: String =
      switch type {
      case .email: Names.account(&random) + "@mailbox-\(random.below(9)).example"
      case .phone: (dials[country] ?? "+999 000") + " " + Names.digits(8, &random)
      case .username: Names.account(&random)
      case .userID: Names.digits(15, &random)
      case .ip: "2001:db8:" + Names.hex(4, &random) + ":" + Names.hex(4, &random) + "::" + Names.hex(2, &random)
      case .url: "https://app.example/u/" + Names.account(&random)
      case .device: Names.hex(16, &random).uppercased()
      case .payment: "xp" + Names.letters(26, &random)
      case .other: "ref-" + Names.letters(10, &random)
      }
    return TargetCell(type: type, value: value, country: country)
  }
}
