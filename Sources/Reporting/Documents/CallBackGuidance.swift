import Scoring
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
  package static func steps(for entry: AlertEntry) -> [String] {
    let reasons = entry.assessment.reasons
      .filter { $0.contribution > .zero && ReasonLine.kind(of: $0) == .look }
      .sorted { $0.contribution == $1.contribution ? $0.detector < $1.detector : $0.contribution > $1.contribution }
    var steps: [String] = []
    for reason in reasons {
      guard let step = step(forDetector: reason.detector), !steps.contains(step) else { continue }
      steps.append(step)
      if steps.count == stepLimit { break }
    }
    if steps.isEmpty { steps.append("Ask whether the officer named sent this request, and for the case number.") }
    return steps
  }

  /// The step that a look calls for; nil where it calls for none of its own.
  package static func step(forDetector detector: String) -> String? {
    rules.first { rule in rule.words.contains { detector.contains($0) } }?.step
  }

  private struct Rule {
    var words: [String]
    var step: String
  }

  /// The first rule of which a word stands in the detector's name decides, so narrow words come before wide ones.
  private static let rules: [Rule] = [
    Rule(
      words: ["lookalike", "look_alike", "confusable"],
      step: "Compare the sender's domain with the agency's letter by letter, or ask the agency to spell its domain."),
    Rule(
      words: ["reply_to", "return_path"],
      step: "Ask whether replies really go to the other address. Until then answer only to the address on record."),
    Rule(
      words: ["free_mail", "freemail"],
      step: "Ask for the request from an official mailbox: answers do not go to a free mail provider."),
    Rule(
      words: ["callback", "phone", "badge", "supervisor"],
      step: "Ask the agency whether this badge, supervisor and call-back number belong to the officer named."),
    Rule(
      words: ["account_age", "account_created", "new_account"],
      step: "Ask who at the agency approved the new account, and when."),
    Rule(words: ["device"], step: "Ask whether the officer works on a new device, and since when."),
    Rule(
      words: ["mfa", "second_factor"],
      step: "Ask whether the officer's second factor was reset or switched off; if not, have the account locked."),
    Rule(
      words: ["travel", "asn", "session", "country_of_session", "network"],
      step: "Ask where the officer was at that time and on which network; compare with the session's country."),
    Rule(
      words: ["spf", "dkim", "dmarc", "authentication"],
      step: "The mail failed a check that this sender usually passes: ask the agency's mail desk whether it sent it."),
    Rule(
      words: ["domain"],
      step: "Ask whether the agency uses this mail domain, and since when."),
    Rule(
      words: ["same_target", "target_across", "shared_target"],
      step: "Ask for the case that this target belongs to; unrelated agencies asked about the same target."),
    Rule(
      words: ["near_duplicate", "wording_across", "shared_wording", "campaign", "shingle", "attachment", "shared_"],
      step: "Other agencies sent nearly the same letter or contact: ask who wrote it, and hold both against each other."
    ),
    Rule(
      words: ["target_repeat", "repeat"],
      step: "Ask what the earlier answer on this target lacked, and why it is asked again."),
    Rule(
      words: ["target", "jurisdiction", "scope"],
      step: "Ask how these targets belong to the case, and why this agency has jurisdiction over them."),
    Rule(
      words: ["case_number", "citation", "legal", "statute"],
      step: "Read the case number and the statute back and have the agency confirm both from its own register."),
    Rule(
      words: ["categor", "data_asked", "data_mix"],
      step: "Ask why these kinds of data are needed in this case, and offer the least that would do."),
    Rule(
      words: ["request_type", "type_flip", "emergency_share"],
      step: "Ask why the agency takes this legal route now, and whether an ordinary order will follow."),
    Rule(
      words: ["nature", "emergency"],
      step: "Ask who is in danger, how it is known, and which unit leads the case."),
    Rule(
      words: ["deadline", "urgency", "threat", "pressure", "secrecy"],
      step: "Take the hurry as a reason to call, not to skip the call: ask what happens at the deadline."),
    Rule(
      words: ["word", "language", "style", "template", "text", "letter"],
      step: "Ask who wrote the letter and on which form; compare it with the last genuine one of this agency."),
    Rule(
      words: ["hour", "weekend", "holiday", "timing", "night"],
      step: "Ask whether the officer was on duty at that hour."),
    Rule(
      words: ["dormant", "dormancy", "gap", "silence"],
      step: "The sender was silent for long: ask whether the officer still serves there and still has this account."),
    Rule(
      words: ["volume", "burst", "count", "rate", "interval"],
      step: "Ask whether the agency knows of all of these requests; read the number of them to the person on the line."),
    Rule(
      words: ["first_seen", "new_sender", "sender"],
      step: "Ask whether this officer works there, since when, and who can confirm it."),
  ]
}
