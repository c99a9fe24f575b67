import RequestModel
import Statistics

/// What holds for one log as a whole: the desk's products and records, and the habits of its time's forgers.
struct WorldStyle: Sendable {
  var platforms: [String]
  var platformWeights: [Double]
  /// Share of agencies that used the portal before the log begins.
  var portalBefore: Double
  /// The day on which a new version of the portal form came.
  var formDay: Int32
  var keepsVersions: Bool
  var clerks: Int
  var keepsAttributes: Bool
  /// How strongly the countries' volumes differ.
  var countryExponent: Double

  // Labels
  /// Chance that a campaign is ever found out.
  var discovery: Double
  /// Chance that a genuine request is called back and so labelled.
  var callback: Double
  /// Median days until a label.
  var labelDelay: Double

  // The forgers' world: means that each campaign's habits are drawn around.
  var claimsEmergency: Double
  var imitates: Double
  var worksAtNight: Double
  var usesProxy: Double
  var keepsChannel: Double
  var pressure: Double
  var skill: Double
  /// How alike this world's campaigns are: concentration of the beta draws.
  var likeness: Double
  /// Bought templates in circulation.
  var kits: [UInt64]

  init(_ parameters: SimulationParameters, first: Int32, last: Int32, random source: SeededGenerator) {
    var random = source
    let count = 2 + random.below(4)
    platforms = Array(["chat", "photos", "video", "pay", "mail", "games"].prefix(count))
    platformWeights = (0..<count).map { 3 / Double($0 + 1) }
    portalBefore = random.beta(mean: 0.55, concentration: 10)
    formDay = first + Int32(random.below(max(1, Int(last - first + 1))))
    keepsVersions = random.chance(0.5)
    clerks = 3 + random.below(12)
    keepsAttributes = random.chance(0.8)
    countryExponent = 1.15 + 0.35 * random.uniform()
    discovery = random.beta(mean: 0.55, concentration: 12)
    callback = 0.01 + 0.02 * random.uniform()
    labelDelay = random.logNormal(median: 9, sigma: 0.5)
    claimsEmergency = random.beta(mean: 0.7, concentration: 5)
    imitates = random.beta(mean: 0.5, concentration: 5)
    worksAtNight = random.beta(mean: 0.45, concentration: 4)
    usesProxy = random.beta(mean: 0.65, concentration: 4)
    keepsChannel = random.beta(mean: 0.6, concentration: 5)
    pressure = random.beta(mean: 0.6, concentration: 5)
    skill = random.beta(mean: 0.6, concentration: 5)
    likeness = 1.2 + random.exponential(mean: 1.5)
    kits = (0..<(2 + random.below(6))).map { _ in random.next() }
  }
}
