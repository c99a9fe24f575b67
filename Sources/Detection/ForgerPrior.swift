extension ForgerModel {
  /// What is publicly known of forged requests, as numbers.
  ///
  /// `Models/prior.json` is this value, and a test holds the two together; a workspace may name another file.
  ///
  /// Columns: night mail, office portal, legal process, copied letter, harvest, new identity, asset freeze, patient
  /// buyer. Entries are deliberately blunt (a half, a third, a tenth): the sources give directions, not rates.
  package static let documented = ForgerModel(
    name: "prior", baseRateBits: -7.6,
    habits: [
      "night_mail": 0.2, "office_portal": 0.18, "legal_process": 0.12, "copied_letter": 0.12, "harvest": 0.12,
      "new_identity": 0.12, "asset_freeze": 0.06, "patient_buyer": 0.08,
    ],
    looks: ForgerPrior.ask.merging(ForgerPrior.identity) { a, _ in a }
      .merging(ForgerPrior.wording) { a, _ in a }.merging(ForgerPrior.rhythm) { a, _ in a })
}

/// The tables of the prior, by family.
enum ForgerPrior {
  typealias Look = ForgerModel.Look

  static let ask: [String: Look] = [
    "channel": Look(
      weight: 0.4, imitation: [0.35],
      values: [
        "email": [0.8, 0.12, 0.6, 0.6, 0.45, 0.8, 0.55, 0.5], "portal": [0.15, 0.8, 0.25, 0.35, 0.5, 0.17, 0.35, 0.45],
        "api": [0.01, 0.05, 0.02, 0.02, 0.02, 0.01, 0.02, 0.02],
        "fax": [0.02, 0.01, 0.08, 0.01, 0.01, 0.01, 0.04, 0.01],
        "phone": [0.01], "mail": [0.01], "other": [0.01],
      ], source: "Stolen mailboxes and portal accounts: FBI PIN 20241104-001; portal access on sale since 2024."),
    "request_type": Look(
      weight: 0.7, imitation: [0.25],
      values: [
        "emergency": [0.9, 0.55, 0.05, 0.5, 0.65, 0.65, 0.2, 0.5],
        "subpoena": [0.03, 0.15, 0.4, 0.15, 0.1, 0.12, 0.15, 0.15],
        "court_order": [0.01, 0.08, 0.15, 0.08, 0.03, 0.05, 0.06, 0.08],
        "search_warrant": [0.01, 0.08, 0.2, 0.1, 0.03, 0.06, 0.03, 0.1], "pen_register": [0.01],
        "wiretap": [0.005], "preservation": [0.01, 0.05, 0.03, 0.05, 0.12, 0.04, 0.06, 0.04],
        "freeze": [0.01, 0.02, 0.02, 0.02, 0.02, 0.03, 0.5, 0.02],
        "mlat": [0.005, 0.01, 0.08, 0.01, 0.01, 0.01, 0.01, 0.01],
        "epoc": [0.005, 0.01, 0.05, 0.02, 0.01, 0.01, 0.01, 0.02], "other": [0.02],
      ],
      source: "Forgers use emergencies, subpoenas, letterhead memoranda and treaties interchangeably (FBI 2024)."),
    "emergency_nature": Look(
      weight: 0.35, imitation: [0.4],
      values: [
        "threat_to_life": [0.35], "suicide": [0.1], "kidnapping": [0.2], "child_safety": [0.15], "terrorism": [0.1],
        "bomb_threat": [0.06], "other": [0.04],
      ], source: "Claims reported in forged requests: death, trafficking, kidnapping (Bloomberg 2022, Krebs 2022)."),
    "data_categories": Look(
      weight: 0.8, imitation: [0.35],
      values: [
        "subscriber": [0.9, 0.9, 0.85, 0.85, 0.85, 0.9, 0.75, 0.85],
        "ip_logs": [0.75, 0.7, 0.6, 0.65, 0.65, 0.7, 0.4, 0.65],
        "content": [0.15, 0.2, 0.35, 0.2, 0.2, 0.2, 0.1, 0.15],
        "location": [0.5, 0.45, 0.25, 0.4, 0.4, 0.45, 0.15, 0.4],
        "payment": [0.25, 0.35, 0.35, 0.3, 0.3, 0.3, 0.85, 0.3], "contacts": [0.35], "device": [0.3], "other": [0.05],
      ],
      source:
        "Name, address, telephone, e-mail, internet address; at fintechs the whole file (Bloomberg, Revolut 2026)."),
    "target_type": Look(
      weight: 0.95, imitation: [0.4],
      values: [
        "email": [0.25, 0.22, 0.22, 0.22, 0.22, 0.22, 0.15, 0.22],
        "phone": [0.25, 0.28, 0.22, 0.25, 0.25, 0.25, 0.15, 0.25],
        "username": [0.3, 0.2, 0.2, 0.25, 0.25, 0.25, 0.1, 0.25], "user_id": [0.1], "ip": [0.02], "url": [0.03],
        "device": [0.02], "payment": [0.05, 0.15, 0.12, 0.08, 0.1, 0.1, 0.5, 0.1], "other": [0.03], "none": [0.01],
      ], source: "Persons, not infrastructure: rivals, minors, holders of crypto assets."),
    "target_count": Look(
      weight: 0.35, imitation: [0.5],
      values: [
        "none": [0.01], "one": [0.7, 0.65, 0.55, 0.6, 0.35, 0.65, 0.5, 0.8],
        "few": [0.2, 0.2, 0.25, 0.2, 0.3, 0.2, 0.3, 0.12],
      ],
      source: "Often a single account; bulk in harvests."),
    "target_territory": Look(
      weight: 0.8, imitation: [0.3],
      values: ["unknown": [0.05], "home": [0.4], "foreign_known": [0.2], "foreign_new": [0.35]],
      source: "Targets without a link to the agency's territory (controls listed after Revolut 2026)."),
    "repeated_target": Look(
      weight: 0.45, imitation: [0.5],
      values: [
        "none": [0.01], "new": [0.8], "same_case": [0.02], "sender_again": [0.12], "colleague": [0.03],
        "unlearned": [0.05],
      ],
      source: "Subscriber data first, then location or a freeze, under a new story."),
    "scope": Look(weight: 0.2, imitation: [0.5], values: [:], source: "No figures are public."),
    "period": Look(weight: 0.5, imitation: [0.5], values: [:], source: "No figures are public."),
    "deadline": Look(
      weight: 0.65, imitation: [0.4],
      values: [
        "none": [0.4, 0.55, 0.6, 0.5, 0.5, 0.5, 0.5, 0.65], "hour": [0.06, 0.03, 0.01, 0.03, 0.04, 0.04, 0.03, 0.02],
        "day": [0.03], "days": [0.02],
      ], source: "Answer at once or somebody dies (FBI 2024); minutes are reported, unconfirmed."),
    "case_number": Look(weight: 0.45, imitation: [0.45], values: ["new": [0.4]], source: "Invented case numbers."),
    "legal_citation": Look(
      weight: 0.65, imitation: [0.5], values: ["new": [0.25, 0.25, 0.45, 0.1, 0.25, 0.3, 0.3, 0.2]],
      source: "Inconsistent legal codes (FBI advice, 2024)."),
    "platform": Look(
      weight: 0.3, imitation: [0.5], values: ["new": [0.05]], source: "One access is sold for many companies."),
    "malformed": Look(
      weight: 0.25, imitation: [0.5], values: ["none": [0.85], "one": [0.1], "two": [0.03], "more": [0.02]],
      source: "Broken headers are an old way round filters."),
  ]

  static let identity: [String: Look] = [
    "first_seen_sender": Look(
      weight: 0.15, imitation: [0.25, 0.25, 0.25, 0.25, 0.25, 0.02, 0.2, 0.4],
      values: [
        "new": [0.15, 0.12, 0.2, 0.1, 0.1, 0.95, 0.2, 0.02], "few": [0.15, 0.15, 0.15, 0.15, 0.2, 0.03, 0.2, 0.05],
        "some": [0.2, 0.2, 0.2, 0.2, 0.25, 0.01, 0.2, 0.15], "known": [0.25, 0.25, 0.2, 0.25, 0.25, 0.005, 0.2, 0.28],
        "busy": [0.25, 0.28, 0.25, 0.3, 0.2, 0.005, 0.2, 0.5],
      ],
      source:
        "Accounts are stolen one by one, busy or not; mailboxes are also made inside genuine domains (Revolut 2026)."),
    "sender_domain": Look(
      weight: 0.4, imitation: [0.3, 0.3, 0.3, 0.3, 0.3, 0.1, 0.3, 0.5],
      values: [
        "known": [0.85, 0.92, 0.83, 0.9, 0.92, 0.35, 0.83, 0.97], "guest": [0.002],
        "elsewhere": [0.03, 0.02, 0.03, 0.02, 0.02, 0.05, 0.03, 0.01],
        "new": [0.11, 0.05, 0.13, 0.07, 0.05, 0.59, 0.13, 0.01],
      ],
      source: "Most own the real mailbox; some register a domain."),
    "look_alike_domain": Look(
      weight: 0.8, imitation: [0.6],
      values: [
        "honest": [0.93, 0.97, 0.93, 0.95, 0.97, 0.65, 0.93, 0.98],
        "imitates": [0.07, 0.03, 0.07, 0.05, 0.03, 0.35, 0.07, 0.02],
      ],
      source: "jaxsheriff.us (2025, unconfirmed)."),
    "reply_to": Look(
      weight: 0.8, imitation: [0.5],
      values: [
        "none": [0.5], "same_domain": [0.1], "same_registrable": [0.03],
        "free_mail": [0.2, 0.1, 0.12, 0.12, 0.12, 0.15, 0.12, 0.05],
        "known_to_agency": [0.02], "other": [0.15, 0.08, 0.12, 0.1, 0.1, 0.12, 0.12, 0.05],
      ], source: "Answers routed away from the stolen mailbox, so that its owner does not see them."),
    "return_path": Look(
      weight: 0.25, imitation: [0.6],
      values: [
        "none": [0.4], "same_domain": [0.35], "same_registrable": [0.05], "free_mail": [0.08],
        "known_to_agency": [0.02], "other": [0.1],
      ], source: "As reply_to."),
    "callback_phone": Look(
      weight: 0.3, imitation: [0.35], values: ["new": [0.6]], source: "The call-back is to reach the thief."),
    "callback_directory": Look(
      weight: 0.5, imitation: [0.3], values: ["none": [0.3], "same": [0.1], "other": [0.6]],
      source: "As callback_phone."),
    "badge": Look(
      weight: 0.2, imitation: [0.5], values: ["new": [0.4]], source: "Real or invented officers (Bloomberg 2022)."),
    "officer_name": Look(weight: 0.2, imitation: [0.55], values: ["new": [0.35]], source: "Real or invented officers."),
    "supervisor": Look(
      weight: 0.3, imitation: [0.55], values: ["new": [0.4]], source: "Apple asks for a supervisor; forgers name one."),
    "phone_country": Look(
      weight: 0.75, imitation: [0.5],
      values: ["unknown": [0.45], "home": [0.35], "foreign_known": [0.02], "foreign_new": [0.18]],
      source: "Call-back numbers of voice-over-IP services, bought where they are cheap (Black Hat USA 2024)."),
    "mailbox_name": Look(
      weight: 0.75, imitation: [0.5], values: ["unknown": [0.3], "bears": [0.4], "other": [0.3]],
      source: "Thieves sign as the officer whom the pretext needs, not as the mailbox's owner."),
    "badge_holder": Look(
      weight: 0.4, imitation: [0.6], values: ["unknown": [0.4], "fits": [0.5], "of_another": [0.1]],
      source:
        "Badge numbers and names come from leaks and stolen letters, and are put together by who does not know them."),
    "supervisor_number": Look(
      weight: 0.4, imitation: [0.6], values: ["unknown": [0.4], "apart": [0.55], "same": [0.05]],
      source: "Apple asks for a supervisor; who answers for both has one telephone."),
    "case_history": Look(
      weight: 0.2, imitation: [0.15], values: ["none": [0.3], "new": [0.6997], "own": [0.0002], "colleague": [0.0001]],
      source: "A pretext has no earlier correspondence; a thief who reads the mailbox could continue one."),
    "new_kind": Look(
      weight: 0.3, imitation: [0.5, 0.5, 0.5, 0.7, 0.4, 0.3, 0.4, 0.7],
      values: ["own": [0.3], "colleague": [0.3], "new": [0.4]],
      source: "Thieves take over accounts, not the work of their owners (FBI PIN 20241104-001)."),
    "sequence": Look(
      weight: 0.3, imitation: [0.5],
      values: [
        "preservation_after_preservation": [0.25], "emergency_after_preservation": [0.3],
        "emergency_bulk_after_preservation": [0.15], "process_after_preservation": [0.15],
        "process_bulk_after_preservation": [0.15],
        "preservation_after_emergency": [0.05], "emergency_after_emergency": [0.6],
        "emergency_bulk_after_emergency": [0.15], "process_after_emergency": [0.1],
        "process_bulk_after_emergency": [0.1],
        "preservation_after_emergency_bulk": [0.05], "emergency_after_emergency_bulk": [0.3],
        "emergency_bulk_after_emergency_bulk": [0.5], "process_after_emergency_bulk": [0.05],
        "process_bulk_after_emergency_bulk": [0.1],
        "preservation_after_process": [0.08], "emergency_after_process": [0.3],
        "emergency_bulk_after_process": [0.04], "process_after_process": [0.46], "process_bulk_after_process": [0.12],
        "preservation_after_process_bulk": [0.08], "emergency_after_process_bulk": [0.2],
        "emergency_bulk_after_process_bulk": [0.04], "process_after_process_bulk": [0.28],
        "process_bulk_after_process_bulk": [0.4],
      ],
      source: "A probe that is answered is followed by more: first little is asked, then much. No counts are public."),
    "network_territory": Look(
      weight: 0.5, imitation: [0.4],
      values: ["none": [0.2], "unknown": [0.2], "home": [0.35], "mixed": [0.1], "abroad": [0.15]],
      source: "Sessions come through proxies and hosting companies, seldom through what the country's police use."),
    "account_age": Look(
      weight: 0.25, imitation: [0.4],
      values: [
        "none": [0.3], "week": [0.1, 0.05, 0.08, 0.05, 0.05, 0.17, 0.08, 0.03], "months": [0.06], "old": [0.05],
      ],
      source: "Portal accounts are opened with the stolen mailbox (Black Hat USA 2024)."),
    "session_device": Look(
      weight: 0.25, imitation: [0.25], values: ["new": [0.45]], source: "The thief works on his own computer."),
    "session_network": Look(
      weight: 0.25, imitation: [0.25], values: ["new": [0.35]],
      source: "The thief comes through his own network or a proxy."),
    "session_country": Look(
      weight: 0.5, relief: 0.1, imitation: [0.5], values: ["new": [0.15]],
      source: "Sellers offer mailboxes of 25 and more countries."),
    "session_address": Look(weight: 0.25, imitation: [0.2], values: ["new": [0.8]], source: "As session_network."),
    "second_factor": Look(
      weight: 0.25, imitation: [0.5], values: ["absent": [0.3], "failed": [0.5], "passed": [0.2]],
      source: "Stolen passwords come without the second factor."),
    "mail_authentication": Look(
      weight: 0.4, imitation: [0.7],
      values: ["pass": [0.5], "absent": [0.2], "fail": [0.08], "softfail": [0.06], "none": [0.1]],
      source: "The genuine server passes; look-alikes and relays do not."),
    "shared_target": Look(
      weight: 0.8, imitation: [0.5],
      values: ["none": [0.9], "partner": [0.01], "stranger": [0.01], "abroad": [0.05]],
      source: "One victim is looked for at many companies through many mailboxes."),
    "shared_contact": Look(
      weight: 0.4, imitation: [0.5], values: ["none": [0.85], "partner": [0.01], "stranger": [0.07]],
      source: "One thief answers the telephone for several stolen agencies."),
    "shared_letter": Look(
      weight: 0.25, imitation: [0.5], values: ["none": [0.8], "partner": [0.02], "stranger": [0.1]],
      source: "Templates are sold with the mailboxes (Bloomberg 2022, FBI 2024)."),
    "suspect_trace": Look(
      weight: 0.4, imitation: [0.5], values: ["none": [0.85], "shown": [0.15]],
      source: "One thief works through many stolen accounts with one telephone and one victim (Krebs 2022)."),
    "attributes": Look(
      weight: 0.65, imitation: [0.75], values: ["new": [0.3]],
      source: "Nothing is known of what a log may hold."),
  ]

  static let wording: [String: Look] = [
    "language": Look(
      weight: 0.55, imitation: [0.85], values: ["new": [0.05]],
      source: "English is written by most sellers; templates are local."),
    "urgency_words": Look(
      weight: 0.85, imitation: [0.45],
      values: [
        "none": [0.15, 0.4, 0.5, 0.35, 0.35, 0.3, 0.35, 0.5], "some": [0.1, 0.15, 0.14, 0.15, 0.14, 0.12, 0.14, 0.15],
        "much": [0.16, 0.08, 0.05, 0.08, 0.09, 0.11, 0.09, 0.05],
      ], source: "Unless answered at once somebody will suffer or die (press reports of 2022 and 2024)."),
    "threat_words": Look(
      weight: 0.4, imitation: [0.45],
      values: [
        "none": [0.2, 0.45, 0.65, 0.4, 0.4, 0.35, 0.6, 0.5], "some": [0.12, 0.12, 0.1, 0.12, 0.12, 0.12, 0.1, 0.12],
        "much": [0.14, 0.08, 0.03, 0.09, 0.09, 0.1, 0.05, 0.06],
      ], source: "Death, trafficking, kidnapping, murder, bombs."),
    "secrecy_words": Look(
      weight: 0.25, imitation: [0.5], values: ["none": [0.5], "some": [0.12], "much": [0.06]],
      source: "Tell nobody, above all not the user."),
    "payment_words": Look(
      weight: 0.25, imitation: [0.5],
      values: [
        "none": [0.75, 0.65, 0.6, 0.7, 0.7, 0.7, 0.15, 0.7], "some": [0.07, 0.09, 0.1, 0.08, 0.08, 0.08, 0.12, 0.08],
        "much": [0.02, 0.03, 0.04, 0.03, 0.03, 0.03, 0.15, 0.03],
      ], source: "Freezes and seizures of crypto assets (Krebs 2024)."),
    "unfamiliar_words": Look(
      weight: 0.55, imitation: [0.25, 0.3, 0.3, 0.9, 0.35, 0.3, 0.3, 0.45], values: [:],
      source: "Measured on letters of other agencies."),
    "template_lines": Look(
      weight: 0.5, imitation: [0.25, 0.3, 0.3, 0.9, 0.35, 0.3, 0.3, 0.45], values: [:],
      source: "Measured on letters of other agencies."),
    "letter_style": Look(
      weight: 0.15, imitation: [0.35, 0.4, 0.4, 0.85, 0.4, 0.4, 0.4, 0.5], values: [:],
      source: "What everybody else does."),
  ]

  static let rhythm: [String: Look] = [
    "hour_of_week": Look(
      weight: 1, imitation: [0.1, 0.5, 0.5, 0.4, 0.3, 0.35, 0.5, 0.6],
      values: [
        "night": [0.075, 0.01, 0.01, 0.03, 0.045, 0.04, 0.01, 0.008],
        "morning": [0.025, 0.04, 0.04, 0.04, 0.04, 0.04, 0.04, 0.04],
        "office": [0.018, 0.078, 0.078, 0.05, 0.04, 0.04, 0.078, 0.08],
        "evening": [0.052, 0.017, 0.017, 0.04, 0.042, 0.044, 0.017, 0.016],
      ], source: "Mailboxes are used from other time zones; no distribution is public."),
    "weekday": Look(
      weight: 0.15, imitation: [0.4],
      values: [
        "working_day": [0.13, 0.19, 0.19, 0.16, 0.145, 0.15, 0.19, 0.19],
        "weekend": [0.175, 0.025, 0.025, 0.1, 0.14, 0.125, 0.025, 0.025],
      ],
      source: "As hour_of_week."),
    "gap": Look(
      weight: 0.8, imitation: [0.5, 0.5, 0.5, 0.5, 0.35, 0.5, 0.5, 0.6],
      values: [
        "hour": [0.2, 0.15, 0.1, 0.15, 0.3, 0.15, 0.15, 0.02], "day": [0.06, 0.06, 0.06, 0.06, 0.06, 0.06, 0.06, 0.06],
        "month": [0.06], "dormant": [0.05],
      ], source: "Accounts are used in short bursts until they are blocked."),
    "sender_volume": Look(
      weight: 0.7, imitation: [0.3],
      values: ["burst": [0.3, 0.25, 0.15, 0.2, 0.6, 0.25, 0.2, 0.02], "mean_burst": [4]],
      source: "Three to thirty requests from one mailbox over hours to days."),
    "agency_volume": Look(
      weight: 0.05, imitation: [0.6],
      values: ["burst": [0.2, 0.15, 0.1, 0.15, 0.4, 0.2, 0.1, 0.02], "mean_burst": [6]],
      source: "As sender_volume."),
  ]
}
