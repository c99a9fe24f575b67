package import Scoring
import Statistics

/// What to check on the telephone, fitted to the heaviest reasons of an alert.
///
/// The first step is always the same: call the number of the directory, never the one in the request. The rest follow
/// the reasons that speak for a forger, heaviest first, each step once.
package enum CallBackGuidance {
  /// The most steps after the first that a report shows for one alert.
  package static let stepLimit = 4

  /// Whom to call, as a sentence.
  package static func callStep(_ entry: AlertEntry) -> String {
    if let contact = entry.contact, !contact.callbackPhone.isEmpty {
      let name = contact.agencyName.isEmpty ? "the agency" : contact.agencyName
      return "Call \(name) at the number in the agency directory. "
        + "Do not use a number, link or address given in the request."
    }
    return "The agency directory has no number for this agency: find one through a source that you trust, "
      + "such as its official site or a regional desk. Do not use a number, link or address given in the request."
  }

  /// The steps that fit the reasons, heaviest first.
  package static func steps(for entry: AlertEntry) -> [String] { steps(for: entry.assessment.reasons) }

  package static func steps(for reasons: [Reason]) -> [String] {
    let ordered =
      reasons
      .filter { $0.contribution > .zero && ReasonLine.kind(of: $0).isEvidence }
      .sorted { $0.contribution == $1.contribution ? $0.detector < $1.detector : $0.contribution > $1.contribution }
    var steps: [String] = []
    for reason in ordered {
      let fallback = reason.entity == .linkage ? linkageStep : nil
      guard let step = stepByDetector[reason.detector] ?? fallback, !steps.contains(step) else { continue }
      steps.append(step)
      if steps.count == stepLimit { break }
    }
    if steps.isEmpty { steps.append("Ask whether the officer named sent this request, and for the case number.") }
    return steps
  }

  /// The step of a linkage look that has none of its own.
  static let linkageStep =
    "Unrelated agencies sent something alike: ask who wrote it, and hold the requests against each other."

  /// The step that each look calls for, by its stable name.
  package static let stepByDetector: [String: String] = {
    var steps: [String: String] = [:]
    for (names, step) in rules { for name in names { steps[name] = step } }
    return steps
  }()

  private static let rules: [(names: [String], step: String)] = [
    (
      ["look_alike_domain"],
      "Compare the sender's domain with the agency's letter by letter, or have the agency spell its domain."
    ),
    (
      ["shared_target"],
      "Ask whether the agency works on this person together with the other agencies that asked, and in which case."
    ),
    (
      ["shared_contact"],
      "Ask whose telephone or address this is: unrelated agencies have given it too. Do not call it."
    ),
    (
      ["suspect_trace"],
      "Ask how the agency came by this target or contact: a suspicious request of another agency showed it. Do not call it."
    ),
    (
      ["shared_letter"],
      "Ask who wrote the letter, and hold it against the other agencies' letters with the same passages."
    ),
    (["sender_domain"], "Ask whether the agency uses this mail domain, and since when."),
    (
      ["reply_to", "return_path"],
      "Ask whether replies really go to the other address. Until then answer only to the address on record."
    ),
    (
      ["callback_phone", "callback_directory", "badge", "supervisor", "officer_name", "badge_holder", "mailbox_name"],
      "Ask whether this officer, badge, supervisor and call-back number belong together at the agency."
    ),
    (
      ["phone_country", "supervisor_number"],
      "Ask the agency, at its number on record, whose telephones these are, and who answers them."
    ),
    (["first_seen_sender"], "Ask whether this officer works there, since when, and who can confirm it."),
    (["account_age"], "Ask who at the agency approved the new account, and when."),
    (["session_device"], "Ask whether the officer works on a new device, and since when."),
    (
      ["second_factor"],
      "Ask whether the officer's second factor was reset or switched off; if nobody did, have the account locked."
    ),
    (
      ["session_network", "session_country", "session_address", "network_territory"],
      "Ask where the officer was at that time and on which network; compare it with the session's."
    ),
    (
      ["mail_authentication"],
      "Ask the agency's mail desk whether it sent this mail: a check that this sender usually passes came out otherwise."
    ),
    (
      ["sender_state"],
      "Name this account's earlier requests too, and ask whether it may be stolen; if so, have it locked."
    ),
    (["repeated_target"], "Ask what the earlier answer on this target lacked, and why it is asked again."),
    (
      ["target_type", "target_count", "target_territory", "scope"],
      "Ask how these targets belong to the case, and why this agency has jurisdiction over them."
    ),
    (["period"], "Ask why the case needs this span of time."),
    (["case_history"], "Ask for the earlier correspondence on this case, and hold the dates against the log."),
    (
      ["case_number", "legal_citation"],
      "Read the case number and the statute back, and have the agency confirm both from its own register."
    ),
    (["data_categories"], "Ask why the case needs these kinds of data, and offer the least that would do."),
    (["request_type"], "Ask why the agency takes this legal route now, and whether an ordinary order will follow."),
    (["new_kind"], "Ask what led this officer to a kind of request that is new here, and who else knows of the case."),
    (["sequence"], "Name the account's last request too, and ask whether the officer sent both, and why so much now."),
    (["emergency_nature"], "Ask who is in danger, how it is known, and which unit leads the case."),
    (
      ["deadline", "urgency_words", "threat_words", "secrecy_words"],
      "Take the hurry as a reason to call, not to skip the call: ask what happens at the deadline."
    ),
    (["payment_words"], "Ask which order covers money or wallets, and have the finance unit confirm it."),
    (
      ["unfamiliar_words", "template_lines", "letter_style", "language"],
      "Ask who wrote the letter and on which form; compare it with the last genuine one of this agency."
    ),
    (["channel", "platform"], "Ask why the request came this way, and not by the way that this sender usually takes."),
    (["hour_of_week", "weekday"], "Ask whether the officer was on duty at that hour."),
    (
      ["gap"], "Ask whether the officer still serves there and still has this account: the rhythm is not the usual one."
    ),
    (
      ["sender_volume", "agency_volume"],
      "Ask whether the agency knows of all of these requests; read their number to the person on the line."
    ),
    (
      ["malformed", "attributes"],
      "Open the original: fields were unusual or unusable. Have the agency confirm what it says there."
    ),
  ]
}
