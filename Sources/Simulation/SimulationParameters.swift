package import RequestModel

/// Where attackers' habits are moved to, so that a detector can be tried on forgers unlike those it was tuned on.
package struct AttackerShift: OptionSet, Hashable, Sendable, Codable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// They work in the victim's office hours.
  package static let officeHours = AttackerShift(rawValue: 1)
  /// They come through the portal.
  package static let portal = AttackerShift(rawValue: 2)
  /// They ask about phones and payments, not user names.
  package static let phonesAndPayments = AttackerShift(rawValue: 4)
  /// They claim no emergency.
  package static let noEmergency = AttackerShift(rawValue: 8)
  /// They write calmly, without haste or threats.
  package static let calmWording = AttackerShift(rawValue: 16)

  package static let all: AttackerShift = [.officeHours, .portal, .phonesAndPayments, .noEmergency, .calmWording]
}

/// What a simulated log is made from; equal parameters give equal bytes.
package struct SimulationParameters: Hashable, Sendable {
  package var seed: UInt64
  /// The first day, from midnight UTC.
  package var start = CivilDate(year: 2024, month: 1, day: 1)
  package var days: Int
  package var agencies: Int
  /// Attack campaigns; each is one to some thirty requests.
  ///
  /// They come on top of `requests`.
  package var attacks: Int
  /// Genuine requests to aim at; nil: a quarter of a request per agency and day, as at a desk of a large platform.
  package var requests: Int?
  /// ISO 3166-1 codes of the countries that take part, those known to the simulator; empty: all of them.
  package var countries: [String] = []
  /// Languages of the wording (`en it de fr es pt`); empty: all.
  ///
  /// A country left without one writes in English.
  package var languages: [String] = []
  /// Scenarios that must not occur.
  package var excluding: Set<Scenario> = []
  /// Attacks that nobody thinks of before the last three tenths of the days, for models that must meet what is new.
  package var late: Set<Scenario> = []
  package var shift: AttackerShift = []
  /// Yearly growth of the requests, and of emergency requests among them.
  package var growth = 0.08
  package var emergencyGrowth = 0.20

  package init(seed: UInt64, days: Int, agencies: Int, attacks: Int) {
    self.seed = seed
    self.days = max(1, days)
    self.agencies = max(1, agencies)
    self.attacks = max(0, attacks)
  }
}
