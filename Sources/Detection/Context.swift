package import Baselines
package import RequestModel
import Statistics

/// Everything a look may know about a request besides the request: the closed past, and what came earlier that night.
///
/// One object is reused from request to request; looks only read it.
package final class Context {
  package var night = Night(day: 0)
  package var lineage: Lineage
  /// The vocabulary of the letter's language over the whole log.
  package var languagePool: Profile
  /// On the agency's wall clock.
  package var local: LocalTime
  package var isHoliday = false
  package var directory: DirectoryEntry?
  package var earlier = EarlierActivity()
  /// Targets and cases of the request that this sender or agency asked about earlier in the same night.
  package var echoes = NightEchoes()
  /// What other agencies share with this request, over the linkage window.
  package var links = Links()
  package var wordingView = WordingView()
  /// A known agency's domain that the sender's looks like without being it; nil where there is none.
  package var imitatedDomain: LookAlikeSighting?

  package init(lineage: Lineage, languagePool: Profile, local: LocalTime) {
    self.lineage = lineage
    self.languagePool = languagePool
    self.local = local
  }

  /// Weight of the sender's own history, in requests.
  package var senderHistory: Double {
    Double(lineage.sender.activity.events) * lineage.factors[0] / Double(Profile.grain)
  }
  /// For how many days the account has been known, the nights that were watched since; 0 on its first.
  package var accountDays: Double {
    let sender = lineage.sender
    guard let last = sender.lastNight else { return 0 }
    return Double(sender.activity.exposure) * lineage.factors[0] / Double(Profile.grain)
      + Double(last.distance(to: night))
  }
  /// Whether the account is hardly known here, but has filed for other agencies: a central desk, a task force.
  package var isGuest = false
  /// What `isGuest` is to be for a request of this lineage: three requests elsewhere, and fewer here.
  package func looksLikeGuest(_ request: Request) -> Bool {
    guard !request.sender.isEmpty, senderHistory < 3 else { return false }
    let everywhere = Double(lineage.world.counts[Context.account.key(of: SipHash.fixed.hash(request.sender))])
    return everywhere * lineage.factors[3] / Double(Profile.grain) - senderHistory >= 3
  }
  static let account = Slot(aspect: UInt64(Aspect.account.rawValue))

  /// The agency's country: the directory's word before the request's own.
  package func country(of request: Request) -> String { DirectoryEntry.country(of: request, listed: directory) }

  package var agencyHistory: Double {
    Double(lineage.agency.activity.events) * lineage.factors[1] / Double(Profile.grain)
  }
}

/// The directory's word on an agency: it beats what a request says of itself.
package struct DirectoryEntry: Sendable, Hashable {
  package var name: String
  package var country: String
  package var type: AgencyType?
  package var timezone: String
  package var domains: [String]
  /// As printed in the report: the number to call.
  package var callbackPhone: String
  package var callbackPseudonym: Pseudonym?

  package init(
    name: String = "", country: String = "", type: AgencyType? = nil, timezone: String = "", domains: [String] = [],
    callbackPhone: String = "", callbackPseudonym: Pseudonym? = nil
  ) {
    self.name = name
    self.country = country
    self.type = type
    self.timezone = timezone
    self.domains = domains
    self.callbackPhone = callbackPhone
    self.callbackPseudonym = callbackPseudonym
  }

  /// The country that the directory lists, or the one that the request states where it lists none.
  package static func country(of request: Request, listed entry: DirectoryEntry?) -> String {
    if let country = entry?.country, !country.isEmpty { return country }
    return request.agencyCountry
  }
}

/// Counts of earlier requests, strictly before the one that is judged.
package struct EarlierActivity: Sendable, Equatable {
  package var senderHour = 0
  package var senderDay = 0
  package var senderWeek = 0
  package var agencyHour = 0
  package var agencyDay = 0
  /// Seconds since the sender's last request; nil where there was none in reach.
  package var senderGap: Int64?
  /// What the sender's last request was; nil where there was none in reach.
  package var senderStage: Stage?
  package init() {}
}

/// What the same night already showed.
package struct NightEchoes: Sendable, Equatable {
  package var targetFromSender = false
  package var targetFromAgency = false
  package var caseFromSender = false
  package init() {}
}

/// What unrelated agencies share with a request.
package struct Links: Sendable, Equatable {
  /// Other agencies with the same target / contact / letter in the window.
  package var targetAgencies = 0
  package var contactAgencies = 0
  package var letterAgencies = 0
  /// Those of `targetAgencies` that are of another country.
  package var foreignTargetAgencies = 0
  /// Whether this agency asked about one of the targets in the window, whatever was thought of that request.
  package var isOwnTarget = false
  /// Short names of the agencies that share a target or a contact.
  package var partners: [UInt32] = []
  /// What the request shares with them, and with whom by its letter.
  package var ties = Ties()
  /// Short names of the agencies whose suspicious requests showed one of its targets or contacts before.
  package var suspected: [UInt32] = []
  package init() {}
}

/// How familiar the letter's words are, per word, in bits: to its agency, and to another agency of the same language.
package struct WordingView: Sendable, Equatable {
  /// Mean of log₂(p of the language / p of the agency); nil without words or without a vocabulary.
  package var surprise: Double?
  package var surpriseElsewhere: Double?
  /// Share of the letter's lines that the agency has sent before; nil without lines.
  package var knownLines: Double?
  package var knownLinesElsewhere: Double?
  package var sample = 0.0
  package init() {}
}

/// A domain that looks like a known agency's without being it.
package struct LookAlikeSighting: Sendable, Equatable {
  package var imitated: String
  package var how: String
  package init(imitated: String, how: String) {
    self.imitated = imitated
    self.how = how
  }
}
