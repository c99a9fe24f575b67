import RequestModel
import Statistics

/// Everything that is settled before the first request: countries, agencies, oddities to come, campaigns.
///
/// Size: in proportion to agencies and campaigns, not to requests.
struct World: Sendable {
  let parameters: SimulationParameters
  let style: WorldStyle
  let first: Int32
  let last: Int32
  let countries: [Country]
  /// Local clocks, one for each zone of each country.
  let clocks: [LocalClock]
  /// Working calendars, by country.
  let calendars: [WorkCalendar]
  var agencies: [Agency]
  var incidents: [Incident] = []
  var dumps: [Int32: [Int]] = [:]
  var bulks: [Int32: [Int]] = [:]
  var campaigns: [Campaign] = []
  /// The agencies again, each in a box, so that writing a row copies none of them.
  private(set) var houses: [House] = []
  let random: SeededGenerator

  init(_ parameters: SimulationParameters) {
    self.parameters = parameters
    random = SeededGenerator(seed: parameters.seed).split("world")
    let first = parameters.start.daysSinceEpoch
    let last = first + Int32(parameters.days) - 1
    self.first = first
    self.last = last
    let style = WorldStyle(parameters, first: first, last: last, random: random.split("style"))
    self.style = style
    let wanted = Country.all.filter { parameters.countries.isEmpty || parameters.countries.contains($0.code) }
    let countries = wanted.isEmpty ? Country.all : wanted
    self.countries = countries
    let years = CivilDate(daysSinceEpoch: first - 2).year...CivilDate(daysSinceEpoch: last + 2).year
    var clocks: [LocalClock] = []
    var clockRange: [Range<Int>] = []
    for country in countries {
      clockRange.append(clocks.count..<(clocks.count + country.zones.count))
      clocks += country.zones.map { LocalClock($0.zone, years: years) }
    }
    self.clocks = clocks
    calendars = countries.map { WorkCalendar(weekend: $0.weekend, holidays: $0.holidays, from: first, through: last) }

    let making = AgencyMaking(
      parameters: parameters, style: style, countries: countries, first: first, last: last)
    var draws = random.split("countries")
    // The order of countries is shaken a little, so that no two worlds have the same mix.
    let weights = countries.indices.map {
      power(Double($0 + 1), -style.countryExponent) * draws.logNormal(median: 1, sigma: 0.25)
    }
    let table = CategoricalTable(weights: weights)
    let seeds = random.split("agencies")
    var made: [Agency] = []
    for index in 0..<parameters.agencies {
      let position = table.draw(&draws)
      let clock = clockRange[position].lowerBound + draws.index(weights: countries[position].zones.map(\.weight))
      made.append(making.make(index: index, country: position, clock: clock, random: seeds.split(index)))
    }
    agencies = made
    scaleVolumes()
    planBenign(making)
    planCampaigns(making)
    houses = agencies.map(House.init)
  }

  /// Days since 1970 and second of the day are local; the instant in microseconds.
  func instant(_ agency: Agency, day: Int32, second: Double) -> Int64 {
    let local = Int64(day) * 86_400 + Int64(second)
    let fraction = Int64((second - second.rounded(.down)) * 1e6)
    return clocks[agency.clock].second(ofLocal: local) * 1_000_000 + fraction
  }

  /// The local calendar day of an instant.
  func localDay(_ agency: Agency, _ instant: Int64) -> Int32 {
    let second = instant.flooredDivision(by: 1_000_000)
    let local = second + Int64(clocks[agency.clock].offset(at: second)) * 60
    return Int32(local.flooredDivision(by: 86_400))
  }

  /// How busy a day is for an agency, of an ordinary working day.
  func activity(_ agency: Agency, _ day: Int32, emergency: Bool) -> Double {
    let off = emergency ? agency.weekendEmergency : agency.weekendRoutine
    switch calendars[agency.country].kind(day) {
    case .working: return 1
    case .weekend: return off
    case .holiday: return parameters.excluding.contains(.holidaySpike) ? 1 : off
    case .afterHoliday: return parameters.excluding.contains(.holidaySpike) || emergency ? 1 : 1.6
    }
  }

  /// Growth since the start, as a factor.
  func growth(_ day: Int32, emergency: Bool) -> Double {
    power(1 + (emergency ? parameters.emergencyGrowth : parameters.growth), Double(day - first) / 365.25)
  }

  /// Rates so that the whole log comes to the number of requests asked for.
  private mutating func scaleVolumes() {
    let aim = Double(parameters.requests ?? max(100, parameters.agencies * parameters.days / 4))
    let middle = (first + last) / 2
    var expected = 0.0
    for agency in agencies {
      let weekend = Double(countries[agency.country].weekend.count)
      let e =
        agency.emergencyShare * ((7 - weekend) + weekend * agency.weekendEmergency) * growth(middle, emergency: true)
      let r =
        (1 - agency.emergencyShare) * ((7 - weekend) + weekend * agency.weekendRoutine)
        * growth(middle, emergency: false)
      expected += agency.rate * (e + r) / 7
    }
    let factor = aim / Double(parameters.days) / expected / AgencyTraffic.requestsPerCluster
    for i in agencies.indices {
      agencies[i].rate *= factor
      agencies[i].steadiness = 1.2 + 0.5 * power(agencies[i].rate * 180, 0.5)
    }
  }
}

/// A major event that sends many agencies of a country to the desk at once.
struct Incident: Sendable {
  var country: Int
  var start: Int32
  var days: Int32
  var place: String
  var nature: EmergencyNature
  var factor: Double
}
