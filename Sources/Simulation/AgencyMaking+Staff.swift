import RequestModel
import Statistics

extension AgencyMaking {
  /// The posts of an agency, each held by one person after another.
  func staff(of agency: Agency, language: Language, country: Country, random source: SeededGenerator) -> [Sender] {
    var random = source
    let posts = max(1, min(40, Int(power(Double(agency.officers), 0.5) * random.gamma(shape: 3, scale: 0.33))))
    // Years in a post; some houses keep nobody.
    let tenure = random.logNormal(median: 3.2, sigma: 0.5) * 365
    let hasTurnover = !parameters.excluding.contains(.newOfficer)
    var people: [Sender] = []
    for post in 0..<posts {
      let weight = power(Double(post + 1), -0.9)
      var start = first - 1 - Int32(random.exponential(mean: tenure))
      while start <= last {
        let length = hasTurnover ? max(20, Int32(min(40_000, random.exponential(mean: tenure)))) : 100_000
        let end = start + length
        if end > first {
          var sender = person(of: agency, number: people.count, language, country, source.split(people.count + 1))
          sender.tenure = start..<end
          sender.weight = weight
          sender.accountDay = max(start, first - 2_000) + 1
          people.append(sender)
        }
        start = end
      }
    }
    return people
  }

  /// One person; the address is unlike those of all colleagues.
  func person(
    of agency: Agency, number: Int, _ language: Language, _ country: Country, _ source: SeededGenerator
  ) -> Sender {
    var random = source
    var sender = Sender()
    sender.key = random.key
    sender.name = Names.person(language, &random)
    let parts = sender.name.split(separator: " ").map { Names.ascii(String($0)) }
    let (given, family) = (parts[0], parts[parts.count - 1])
    switch agency.key % 4 {
    case 0: sender.localPart = given + "." + family
    case 1: sender.localPart = String(given.prefix(1)) + family
    case 2: sender.localPart = family + "." + String(given.prefix(1))
    default: sender.localPart = String(given.prefix(1)) + family + Names.digits(3, &random)
    }
    if number > 0 { sender.localPart += String(number + 1) }
    sender.badge = Names.digits(3 + Int(agency.key >> 8 % 4), &random)
    sender.phone = random.chance(0.45) ? agency.mainPhone : country.dial + " " + Names.digits(7, &random)
    if agency.isNightUnit {
      sender.shift = .night
    } else {
      let clock = agency.weekendRoutine > 0.25
      sender.shift =
        [.day, .evening, .night, .aroundTheClock][
          random.index(weights: clock ? [0.5, 0.17, 0.13, 0.2] : [0.93, 0.04, 0.01, 0.02])]
    }
    sender.middle = random.normal(mean: 12.4, deviation: 0.9)
    sender.hand = hand(language, &random)
    sender.device = random.index(weights: Devices.shares)
    sender.lag = random.below(4)
    sender.mobility = random.beta(mean: 0.06, concentration: 5)
    sender.usesSecondFactor = random.chance(0.85)
    return sender
  }

  private func hand(_ language: Language, _ random: inout SeededGenerator) -> Hand {
    var hand = Hand()
    hand.language = language
    hand.person = random.next()
    hand.rewriting = random.beta(mean: 0.2, concentration: 4)
    hand.typos = random.chance(0.4) ? random.gamma(shape: 1, scale: 0.006) : 0
    hand.abbreviates = random.chance(0.15)
    hand.capitals = random.chance(0.12) ? .subject : (random.chance(0.04) ? .shouting : .none)
    hand.exclaims = random.chance(0.08)
    hand.isTerse = random.chance(0.15)
    hand.pressure = random.beta(mean: 0.4, concentration: 3)
    hand.secrecy = random.beta(mean: 0.2, concentration: 3)
    hand.aside = random.beta(mean: 0.15, concentration: 4)
    return hand
  }
}

/// What people work with, as sessions show it.
enum Devices {
  /// How common each is among officers.
  static let shares: [Double] = [0.16, 0.16, 0.14, 0.18, 0.06, 0.06, 0.03, 0.04, 0.04, 0.06, 0.04, 0.03]

  /// A device string on a day; where the log keeps versions, they move with the months.
  static func text(_ device: Int, day: Int32, lag: Int, versions: Bool) -> String {
    let (system, browser) = families[device % families.count]
    guard versions else { return browser + " / " + system }
    // A release every five weeks.
    return browser + " " + String(100 + (Int(day) - 19_000) / 35 - lag) + " / " + system
  }

  private static let families = [
    ("Windows 10", "Chrome"), ("Windows 10", "Edge"), ("Windows 11", "Edge"), ("Windows 11", "Chrome"),
    ("Windows 10", "Firefox"), ("macOS", "Safari"), ("Windows 7", "Internet Explorer"), ("Android", "Chrome"),
    ("iOS", "Safari"), ("macOS", "Chrome"), ("Linux", "Firefox"), ("Linux", "Chrome"),
  ]
  static var count: Int { families.count }
}
