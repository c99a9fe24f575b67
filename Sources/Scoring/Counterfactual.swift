package import Statistics

/// What would have had to be otherwise for a request to stay below the alert level of its night.
package struct Counterfactual: Hashable, Sendable {
  /// Stable names of the changes (`hours`, `callback` …), the one that moves most first.
  package var changes: [String]
  /// What the evidence would have been.
  package var evidence: Bits
  /// A sentence an analyst can read aloud.
  package var text: String

  package init(changes: [String], evidence: Bits, text: String) {
    self.changes = changes
    self.evidence = evidence
    self.text = text
  }
}

/// One thing about a request that an analyst can picture otherwise, and the looks that it would quiet.
///
/// A quieted look is worth zero bits: after normalising that is the mean of past, unheld traffic.
package struct RequestChange: Hashable, Sendable {
  package var name: String
  package var looks: [String]
  /// Completes “would not have been an alert if …”.
  package var phrase: String
  /// The same where the directory has a number for the agency; empty: no difference.
  package var phraseWithDirectory = ""
  /// Whether other looks read a request by it: then quieting its own looks does not answer for the others, and it is not
  /// offered.
  package var governsOthers = false

  /// Every change that has a name; a look that none of them names makes a change of its own.
  package static let all: [RequestChange] = [
    RequestChange(
      name: "hours", looks: ["hour_of_week", "weekday"], phrase: "it had been sent in this agency's hours"),
    RequestChange(
      name: "pace", looks: ["gap", "sender_volume", "agency_volume"],
      phrase: "requests had come at this account's usual pace"),
    RequestChange(
      name: "callback", looks: ["callback_phone", "callback_directory", "phone_country"],
      phrase: "the call-back number were one that this sender has given before",
      phraseWithDirectory: "the call-back number were the one in the directory"),
    RequestChange(
      name: "supervisor", looks: ["supervisor", "supervisor_number"],
      phrase: "the supervisor were one known at this agency"),
    RequestChange(
      name: "officer", looks: ["badge", "officer_name", "badge_holder", "mailbox_name"],
      phrase: "name and badge were those of the account"),
    RequestChange(
      name: "replies", looks: ["reply_to", "return_path"], phrase: "replies went where this agency's usually go"),
    RequestChange(
      name: "account", looks: ["first_seen_sender", "account_age"], phrase: "it had come from an account long known"),
    RequestChange(
      name: "domain", looks: ["sender_domain", "look_alike_domain"],
      phrase: "it had come from a domain that this agency writes from"),
    RequestChange(
      name: "device", looks: ["session_device", "second_factor"],
      phrase: "it had been sent from the sender's own device, with the second factor"),
    RequestChange(
      name: "network", looks: ["session_network", "session_country", "session_address", "network_territory"],
      phrase: "it had come through the sender's usual network"),
    RequestChange(
      name: "mail_checks", looks: ["mail_authentication"], phrase: "the mail's authentication had come out as usual"),
    RequestChange(
      name: "targets", looks: ["target_type", "target_count", "target_territory"],
      phrase: "it asked about the kind of targets that this agency asks about"),
    RequestChange(
      name: "repeated_target", looks: ["repeated_target", "shared_target"],
      phrase: "nobody had asked about the same target before"),
    RequestChange(
      name: "request_type", looks: ["request_type", "emergency_nature"],
      phrase: "it claimed the legal basis that this sender usually has", governsOthers: true),
    RequestChange(
      name: "channel", looks: ["channel"], phrase: "it had come the way this sender's usually do",
      governsOthers: true),
    RequestChange(name: "product", looks: ["platform"], phrase: "it asked the product that this sender usually asks"),
    RequestChange(
      name: "data_asked", looks: ["data_categories", "scope", "period"],
      phrase: "it asked for what this agency usually asks for"),
    RequestChange(name: "deadline", looks: ["deadline"], phrase: "it left the usual time to reply"),
    RequestChange(
      name: "papers", looks: ["case_number", "legal_citation", "malformed", "case_history"],
      phrase: "case number and citations had this agency's form"),
    RequestChange(
      name: "letter", looks: ["unfamiliar_words", "template_lines", "letter_style", "language"],
      phrase: "the letter were in this agency's own words"),
    RequestChange(
      name: "pressure", looks: ["urgency_words", "threat_words", "secrecy_words", "payment_words"],
      phrase: "the letter pressed no more than this agency's usually do"),
    RequestChange(
      name: "shared", looks: ["shared_contact", "shared_letter", "suspect_trace"],
      phrase: "no unrelated agency had sent the same contact or letter"),
    RequestChange(
      name: "kind", looks: ["new_kind"], phrase: "it had been of a kind that this sender has filed before"),
    RequestChange(
      name: "sequence", looks: ["sequence"], phrase: "it had followed the account's last request as others do"),
    RequestChange(name: "attributes", looks: ["attributes"], phrase: "the log's further fields had been as usual"),
  ]

  /// The change that sets the account's past aside; it stands for no look.
  package static let past = RequestChange(
    name: "sender_state", looks: [], phrase: "the account's earlier requests had not been suspicious")
}
