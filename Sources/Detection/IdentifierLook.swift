package import Baselines
package import RequestModel
import Statistics

/// The shape that looks at identifiers share: an open vocabulary, absence a value like any other.
///
/// Absence has a hash of its own, so that leaving a field out is judged as a forger's choice, not passed over.
package struct IdentifierLook: Sendable {
  private let aspect: Aspect
  private let novelty: HabitVector
  private let imitation: HabitVector
  private let share: Double
  private let upTo: Level
  private let isBrought: Bool
  private static let absent: UInt64 = 0xAB5E_0000_0000_0001
  /// An account known for fewer days than these may have been made for the forgery, or be in his hands since he came.
  private static let youngDays = 7.0
  /// The chance that it is: what it brought itself is all that it has to be known by.
  private static let doubt = 0.9

  /// - Parameter isBrought: whether a forger brings it along, from his first request to his last.
  package init(
    _ id: String, _ aspect: Aspect, _ model: ForgerModel, share: Double = 1, upTo: Level = .agency,
    isBrought: Bool = false
  ) {
    self.aspect = aspect
    novelty = model.probability(id, "new", otherwise: 0.4)
    imitation = model.imitation(id)
    self.share = share
    self.upTo = upTo
    self.isBrought = isBrought
  }

  package func observe(hash: UInt64?, condition: Int = 0, in context: Context, into sightings: inout Sightings) {
    sightings.open(
      aspect, condition: condition, value: hash ?? Self.absent, novelty: novelty, imitation: imitation, share: share,
      upTo: upTo, doubt: isBrought && context.accountDays < Self.youngDays ? Self.doubt : 0)
  }

  package func observe(
    _ pseudonym: Pseudonym?, condition: Int = 0, in context: Context, into sightings: inout Sightings
  ) {
    observe(hash: pseudonym?.low, condition: condition, in: context, into: &sightings)
  }

  package func observe(text: String, condition: Int = 0, in context: Context, into sightings: inout Sightings) {
    observe(
      hash: text.isEmpty ? nil : SipHash.fixed.hash(text), condition: condition, in: context, into: &sightings)
  }
}

/// How an address that a request names relates to the account that sent it.
package enum AddressRelation: Int, CaseIterable, Sendable {
  case none, sameDomain, sameRegistrable, freeMail, knownToAgency, other

  package var name: String {
    switch self {
    case .none: "none"
    case .sameDomain: "same_domain"
    case .sameRegistrable: "same_registrable"
    case .freeMail: "free_mail"
    case .knownToAgency: "known_to_agency"
    case .other: "other"
    }
  }

  package init(_ address: MailAddress?, to request: borrowing Request, in context: Context) {
    guard let address else {
      self = .none
      return
    }
    if address.domain == request.senderDomain {
      self = .sameDomain
    } else if address.registrableDomain == request.senderRegistrableDomain {
      self = .sameRegistrable
    } else if FreeMail.contains(address.registrableDomain) {
      self = .freeMail
    } else if context.lineage.agency.counts[
      AddressRelation.memory.key(of: SipHash.fixed.hash(address.registrableDomain))] > 0
    {
      self = .knownToAgency
    } else {
      self = .other
    }
  }

  static let memory = Slot(aspect: UInt64(Aspect.replyToDomain.rawValue))

  /// The agency gets to know the domains that its answers go to.
  func remember(_ domain: String, into sightings: inout Sightings) {
    guard self == .knownToAgency || self == .other else { return }
    sightings.remember(.replyToDomain, value: SipHash.fixed.hash(domain), upTo: .agency)
  }

  func sentence(_ what: String, _ address: MailAddress?) -> String {
    switch self {
    case .none: "\(what) go to the account that asked"
    case .sameDomain: "\(what) go to the sender's own domain"
    case .sameRegistrable: "\(what) go to another host of the sender's domain (\(address?.domain ?? ""))"
    case .freeMail: "\(what) go to a free-mail address (\(address?.registrableDomain ?? ""))"
    case .knownToAgency: "\(what) go to \(address?.registrableDomain ?? ""), which the agency has used before"
    case .other: "\(what) go to \(address?.registrableDomain ?? ""), a domain this agency has not used"
    }
  }
}

/// Providers that give a mailbox to anybody.
package enum FreeMail {
  private static let domains: Set<String> = [
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com", "ymail.com",
    "aol.com", "icloud.com", "me.com", "mac.com", "proton.me", "protonmail.com", "pm.me", "gmx.com", "gmx.de",
    "gmx.net", "web.de", "t-online.de", "freenet.de", "mail.com", "mail.ru", "yandex.ru", "yandex.com", "zoho.com",
    "tutanota.com", "tuta.io", "tuta.com", "fastmail.com", "hushmail.com", "libero.it", "virgilio.it", "alice.it",
    "tiscali.it", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr", "uol.com.br", "bol.com.br",
    "terra.com.br", "hotmail.co.uk", "yahoo.co.uk", "btinternet.com", "hotmail.fr", "hotmail.it", "hotmail.es",
    "yahoo.fr", "yahoo.it", "yahoo.de", "yahoo.es", "yahoo.com.br", "outlook.fr", "outlook.de", "outlook.es",
    "outlook.it", "sapo.pt", "qq.com", "163.com", "126.com", "rediffmail.com", "cock.li", "mailfence.com",
    "guerrillamail.com", "mailinator.com", "duck.com", "skiff.com", "riseup.net", "disroot.org",
  ]
  package static func contains(_ domain: String) -> Bool { domains.contains(domain) }
}
