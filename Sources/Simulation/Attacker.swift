import RequestModel
import Statistics

/// The habits of one forger or crew, drawn widely so that no two campaigns are alike.
struct Attacker: Sendable {
  /// Where the forger gets letters from.
  enum Letters: UInt8, Sendable {
    case copiedFromVictim, copiedFromAnother, bought, ownWords
  }

  var key: UInt64
  /// The forger's country and hour of most activity (UTC hours), how spread out.
  var country: String
  var peakHour: Double
  var spread: Double
  /// Keeps to the victim's office hours.
  var keepsOfficeHours: Bool
  /// Days of rest mean nothing to the impatient.
  var restsOnDaysOff: Bool
  var requests: Int
  /// Median gap between requests, seconds.
  var gap: Double
  var claimsEmergency: Double
  var natureMix: [Double]
  var targetMix: [Double]
  var accounts: Double
  /// Share of targets in the victim's country; the others are in the forger's own or anywhere.
  var local: Double
  var categories: [Double]
  var asksLikeVictim: Double
  var channel: Channel?
  var letters: Letters
  /// The template that letters come from; for bought ones, shared with other campaigns.
  var template: UInt64
  /// Chance that a letter is the last one with other particulars.
  var reuse: Double
  var pressure: Double
  var typos: Double
  var dropsAccents: Bool
  /// Writes in English whatever the victim speaks.
  var writesEnglish: Bool
  /// How much of the victim's routine is copied, field by field.
  var imitation: Double
  var device: Int
  var network: Int
  var asn: Int
  var sessionCountry: String
  /// Sits on the victim's own machine.
  var ownsMachine: Bool
  var passesSecondFactor: Double
  var divertsReply: Bool
  var replyDomain: String
  var replacesPhone: Bool
  var phone: String
  var deadline: Int?

  init(_ world: World, victim: Agency, random source: SeededGenerator) {
    var random = source
    let style = world.style
    let shift = world.parameters.shift
    /// A habit of this campaign around the world's mean.
    func habit(_ mean: Double) -> Double { random.beta(mean: mean, concentration: style.likeness) }
    key = random.key
    country = random.pick(world.countries).code
    peakHour = 24 * random.uniform()
    spread = 1.5 + 5 * random.uniform()
    keepsOfficeHours = shift.contains(.officeHours) || !random.chance(style.worksAtNight)
    restsOnDaysOff = keepsOfficeHours && random.chance(0.7)
    requests = 1 + random.negativeBinomial(mean: 5, size: 1)
    gap = random.logNormal(median: 5_400, sigma: 1.7)
    claimsEmergency = shift.contains(.noEmergency) ? 0 : habit(style.claimsEmergency)
    natureMix = random.dirichlet([2, 1.3, 0.9, 1.4, 0.3, 0.4, 0.4])
    targetMix =
      shift.contains(.phonesAndPayments)
      ? random.dirichlet([0, 4, 0, 0, 0, 0, 0.2, 4, 0])
      : random.dirichlet([1, 1.2, 1.6, 0.6, 0.3, 0.2, 0.1, 0.6, 0.05])
    accounts = 1 + random.exponential(mean: 0.35)
    local = random.beta(mean: 0.35, concentration: 2.5)
    let taste: [Double] = [0.9, 0.6, 0.25, 0.4, 0.3, 0.25, 0.25, 0.05]
    categories = taste.map { random.beta(mean: $0, concentration: 2) }
    asksLikeVictim = habit(style.imitates)
    if shift.contains(.portal) {
      channel = .portal
    } else {
      channel = random.chance(style.keepsChannel) ? nil : (random.chance(0.7) ? .email : .portal)
    }
    let draw = random.index(weights: [0.3, 0.15, 0.3, 0.25])
    letters = [.copiedFromVictim, .copiedFromAnother, .bought, .ownWords][draw]
    let other = world.agencies[random.below(world.agencies.count)]
    let day = world.first
    template =
      switch letters {
      case .copiedFromVictim: victim.template(on: day)
      case .copiedFromAnother: other.template(on: day)
      case .bought: random.pick(style.kits)
      case .ownWords: random.next()
      }
    reuse = random.chance(0.35) ? random.beta(mean: 0.5, concentration: 3) : 0
    pressure = shift.contains(.calmWording) ? 0.05 : habit(style.pressure)
    let skill = habit(style.skill)
    typos = skill < 0.3 ? random.gamma(shape: 1, scale: 0.012) : 0
    dropsAccents = skill < 0.4 && random.chance(0.5)
    writesEnglish = skill < 0.5 && random.chance(0.5)
    imitation = habit(style.imitates)
    device = random.chance(0.35) ? victim.senders[0].device : random.below(Devices.count)
    network = 40_000 + random.below(25_000)
    let proxied = random.chance(style.usesProxy)
    sessionCountry = proxied ? world.countries[victim.country].code : country
    asn = proxied && random.chance(0.4) ? victim.mobileASN : Networks.provider(&random)
    ownsMachine = random.chance(0.12)
    passesSecondFactor = random.beta(mean: 0.5, concentration: 1.5)
    divertsReply = random.chance(0.15)
    replyDomain = FreeMail.pick(&random)
    replacesPhone = random.chance(0.35)
    let dial = random.chance(0.5) ? world.countries[victim.country].dial : random.pick(world.countries).dial
    phone = dial + " " + Names.digits(7, &random)
    deadline = random.chance(0.6) ? random.pick([15, 20, 30, 30, 45, 60, 60, 120, 240]) : nil
  }
}
