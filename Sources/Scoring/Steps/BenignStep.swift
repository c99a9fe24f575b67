import Detection

/// A harmless step that a whole agency, or many agencies, take: what it is called, which looks it explains, how much of
/// them still counts.
///
/// The scenarios are those that honest desks are known for; a step is never made by one sender alone.
package enum BenignStep: String, CaseIterable, Sendable {
  /// Another mail domain: the same officers, badges and numbers write from it.
  case domainMigration = "domain_migration"
  /// From mail or paper to the portal.
  case portalMove = "portal_move"
  /// Another letterhead or template, with its own words.
  case newTemplate = "new_template"
  /// An account that is new, but vouched for by what several colleagues share.
  case newOfficer = "new_officer"
  /// Computers or lines that several colleagues got at once.
  case newEquipment = "new_equipment"
  /// A switchboard or supervisor that several colleagues began to name.
  case newContacts = "new_contacts"
  /// Hours of work that moved for several colleagues.
  case timeShift = "time_shift"
  /// Another kind of case that several colleagues began to work on.
  case newTask = "new_task"
  /// Officers of another agency who file here together.
  case taskForce = "task_force"
  /// An officer whom another agency knows, on his own terms: a desk that files for several agencies.
  case centralDesk = "central_desk"
  /// A form or route that several other agencies came to use of late.
  case newForm = "new_form"
  /// Many cases of one officer in one go, by ordinary legal process from his own machine.
  case backlog
  /// Any other habit that several colleagues changed alike.
  case newPractice = "new_practice"
  /// Many agencies of a country at once, over one kind of danger.
  case incidentSurge = "incident_surge"
  /// The first working day after public holidays.
  case holiday
  /// The same request again under the same case number.
  case resend

  /// What of the positive bits of an explained look still counts.
  package var share: Double {
    switch self {
    case .newOfficer, .incidentSurge, .holiday, .resend: 0.5
    case .centralDesk: 0.25
    case .backlog: 0.1
    default: 0.4
    }
  }

  /// The looks that the step explains; `newPractice` explains the look that saw it alone.
  package var looks: [String] {
    switch self {
    case .domainMigration:
      ["sender_domain", "first_seen_sender", "account_age", "reply_to", "return_path", "mail_authentication"]
    case .portalMove:
      [
        "channel", "account_age", "second_factor", "attributes", "template_lines", "letter_style",
        "mail_authentication",
      ]
    case .newTemplate: ["template_lines", "unfamiliar_words", "letter_style"]
    case .newOfficer:
      [
        "first_seen_sender", "badge", "officer_name", "callback_phone", "account_age", "session_device",
        "session_address",
      ]
    case .newEquipment: ["session_device", "session_network", "session_country", "session_address"]
    case .newContacts: ["callback_phone", "callback_directory", "supervisor"]
    case .timeShift: ["hour_of_week", "weekday"]
    case .newTask: ["request_type", "emergency_nature", "target_type"]
    case .taskForce:
      [
        "sender_domain", "first_seen_sender", "session_network", "session_address", "supervisor", "template_lines",
        "unfamiliar_words", "target_territory",
      ]
    case .centralDesk:
      [
        "sender_domain", "first_seen_sender", "account_age", "session_device", "session_network", "session_country",
        "session_address", "network_territory", "second_factor", "mail_authentication", "callback_phone",
        "callback_directory", "phone_country", "shared_contact", "badge", "badge_holder", "officer_name",
        "mailbox_name", "supervisor", "supervisor_number", "template_lines", "unfamiliar_words", "letter_style",
        "language", "case_number", "legal_citation", "target_territory", "request_type",
      ]
    case .newForm: ["attributes"]
    case .backlog: ["sender_volume", "agency_volume", "gap", "period", "hour_of_week", "weekday"]
    case .newPractice: []
    case .incidentSurge:
      [
        "request_type", "emergency_nature", "sender_volume", "agency_volume", "gap", "hour_of_week", "weekday",
        "urgency_words", "threat_words", "unfamiliar_words", "deadline",
      ]
    case .holiday: ["sender_volume", "agency_volume", "gap"]
    case .resend: ["sender_volume", "gap", "repeated_target"]
    }
  }

  /// Where these looks stand in the registry.
  var places: [Int] { BenignStep.places.first { $0.step == self }?.looks ?? [] }
  private static let places = allCases.map { step in
    (step: step, looks: step.looks.compactMap { look in Registry.types.firstIndex { $0.id == look } })
  }

  /// What several senders of the agency did, in words; nil where it is not the colleagues that vouch.
  var deed: String? {
    switch self {
    case .domainMigration: "began to write from the same mail domain"
    case .portalMove: "moved to the portal"
    case .newTemplate: "began to use the same template"
    case .newEquipment: "began to work from the same device or network"
    case .newContacts: "began to name the same number or supervisor"
    case .timeShift: "began to work at these hours"
    case .newTask: "began to send this kind of request"
    case .taskForce: "of the same other agency file here too"
    case .newPractice: "changed the same habit alike"
    case .newForm, .newOfficer, .incidentSurge, .holiday, .resend, .backlog, .centralDesk: nil
    }
  }

  /// How many other senders, or agencies, it takes at least.
  package var least: Int {
    switch self {
    case .timeShift, .newTask, .taskForce, .newForm: 3
    case .incidentSurge: 4
    case .backlog: 3
    case .holiday, .resend, .centralDesk: 0
    default: 2
    }
  }

  /// Which part of the other senders at work it takes at least.
  var leastShare: Double {
    switch self {
    case .timeShift: 0.34
    case .newTask, .newPractice, .newEquipment, .newContacts: 0.2
    default: 0
    }
  }

  /// The name of its line among the contributions.
  package var line: String { "benign:" + rawValue }
}
