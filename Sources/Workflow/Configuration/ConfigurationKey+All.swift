extension ConfigurationKey {
  /// A part of the configuration file.
  struct Section: Sendable {
    let title: String
    let keys: [ConfigurationKey]
  }

  /// Every key, in the order of the file that `init` writes.
  static let sections: [Section] = [
    Section(
      title: "Files (relative to this file; empty: none)",
      keys: [
        .path("store", \.store, "The store: requests, scores, verdicts, baselines. One SQLite file."),
        .path(
          "key_file", \.keyFile,
          "The pseudonym key. Whoever has it can test a guessed name against the store: keep it apart from backups of\n"
            + "the store. Without it no further row can be read."),
        .path("reports", \.reports, "Where the reports and scores of a night are written."),
        .path(
          "agency_directory", \.agencyDirectory,
          "agencies.csv: names, countries, types, time zones, domains and call-back numbers that you know to be right.\n"
            + "It beats what a request says of itself."),
        .path("calendar", \.calendar, "calendar.csv: public holidays and incidents."),
        .path("mapping", \.mapping, "A mapping (YAML) for logs that were not written in the format of the README."),
        .path("model", \.model, "The folder of a trained model. Empty: the prior weights."),
        .path("forger_prior", \.forgerPrior, "Habits of forgers that replace the built-in ones."),
      ]),
    Section(
      title: "Nights",
      keys: [
        .timeZone(
          "time_zone", \.timeZone, "The zone in which a night begins. Changing it later splits a night in two."),
        .integer("night_hour", \.nightHour, 0...23, "The hour of that zone at which a night begins."),
        .date("earliest_date", \.earliestDate, "Rows from before this date are rejected: a bad clock, not a request."),
        .integer(
          "late_days", \.lateDays, 0...400,
          "For how many nights the state is kept, so that a late row is scored against its own night."),
      ]),
    Section(
      title: "Learning",
      keys: [
        .number(
          "half_life_days", \.halfLifeDays, 1...10_000,
          "After so many days old behaviour counts half. Shorter follows change sooner and knows less."),
        .number(
          "sender_state_half_life_days", \.senderStateHalfLifeDays, 1...1_000,
          "After so many days the suspicion that a sender's earlier requests left counts half."),
        .number(
          "hold_bits", \.holdBits, -50...50,
          "A request whose log2 odds of fraud pass this teaches nothing until a verdict clears it. 0 is as likely as not."
        ),
        .integer(
          "hold_days", \.holdDays, 1...1_000,
          "After so many days without a verdict it teaches at a quarter; after three times as many where its campaign "
            + "links agencies, never where it holds a confirmed fraud."),
      ]),
    Section(
      title: "Alerts",
      keys: [
        .integer("alert_budget", \.alertBudget, 0...10_000, "At most so many call-backs a night."),
        .number(
          "alert_floor_p", \.alertFloorP, 0.0001...1,
          "And none for a request that is less odd than this share of past requests."),
      ]),
    Section(
      title: "Privacy",
      keys: [
        .choice(
          "sender_display", \.senderDisplay, "How reports show a sender: the full address, its domain, or nothing."),
        .flag(
          "keep_text", \.keepText,
          "Whether the subject and the body of requests are kept, packed, beside the features that the looks need."),
        .integer(
          "text_days", \.textDays, 0...100_000,
          "`retain` deletes the text that `keep_text` kept after so many nights; everything else stays. 0: for ever."),
        .integer(
          "request_days", \.requestDays, 0...100_000,
          "`retain` drops the content of requests (wording features, targets …) after so many nights; scores stay.\n"
            + "Keep it above three times hold_days and late_days. 0: for ever."),
        .integer(
          "score_days", \.scoreDays, 0...100_000,
          "`retain` drops what the evidence of a score consists of after so many nights. 0: for ever."),
      ]),
    Section(
      title: "Limits (over one, a row is rejected and reading goes on; a longer body is cut)",
      keys: [
        .integer("max_line_bytes", \.maximumLineBytes, 1_024...(1 << 30), "The longest row."),
        .integer("max_targets", \.maximumTargets, 1...1_000_000, "The most targets of one request."),
        .integer("max_body_bytes", \.maximumBodyBytes, 1_024...(1 << 28), "The longest body that is read whole."),
        .integer("threads", \.threads, 0...256, "Worker threads. 0: one a core. The results do not depend on it."),
      ]),
  ]

  static let all: [ConfigurationKey] = sections.flatMap(\.keys)
  static let byName: [String: ConfigurationKey] = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
