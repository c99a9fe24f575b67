import RequestModel
import Scoring

extension NightlyDocument {
  /// The report in sections, for any page form.
  package var page: ReportPage {
    if let backtest { return self.page(of: backtest) }
    var page = ReportPage(kind: "Nightly report", title: TimeText.long(night), lead: lead)
    page.tiles = tiles
    page.sections = [queueSection]
    if !campaigns.isEmpty {
      page.sections.append(
        .init(
          "campaigns", "Campaigns",
          introduction:
            "Requests that hang together: of one account under suspicion, or of agencies that share nothing but what a "
            + "forger would reuse. One call-back settles each.",
          blocks: [.table(.campaigns(campaigns))]))
    }
    if !restatements.isEmpty {
      page.sections.append(
        .init(
          "restatements", "Restatements",
          introduction: "Closed scores stay as they were. A later verdict or campaign would have changed these.",
          blocks: [.table(.restatements(restatements))]))
    }
    if !benignSteps.isEmpty {
      page.sections.append(.init("steps", "Harmless steps", blocks: [.table(.benignSteps(benignSteps))]))
    }
    if !warmUp.isEmpty {
      page.sections.append(
        .init(
          "warm-up", "Easiest to poison",
          introduction:
            "How many quiet requests a thief would have to plant from an agency's busiest account before the reference "
            + "forgery passes unnoticed. Call these agencies now and then, whatever the queue says.",
          blocks: [.table(.warmUp(warmUp))]))
    }
    page.sections.append(intakeSection)
    page.sections.append(health.section)
    page.footer = ReportPage.standardFooter(version: programVersion)
    return page
  }

  private var lead: String {
    if queue.isEmpty {
      return scored == 0
        ? "No requests came in. Nothing to call back about."
        : "A quiet night: \(Figure.counted(scored, "request")) scored, none of them odd enough for a call-back."
    }
    let agencies = Set(queue.map(\.assessment.agencyID)).count
    let open = queue.filter { $0.verdict == nil }.count
    let what =
      open == queue.count || open == 0 ? Figure.counted(queue.count, "request") : "\(open) of \(queue.count) requests"
    let ending = agencies == 1 ? "from one agency" : "from \(Figure.count(agencies)) agencies"
    return open == 0
      ? "All call-backs of this night are done: \(what) \(ending)."
      : "\(what) \(ending) to call back about, oddest first."
  }

  private var tiles: [ReportPage.Tile] {
    let open = queue.filter { $0.verdict == nil }.count
    return [
      .init(
        "Call-backs", Figure.count(open),
        note: openBefore > 0 ? "and \(Figure.count(openBefore)) open from before" : "none open from before",
        tone: open > 0 ? .notice : .good),
      .init("Requests scored", Figure.count(scored), note: Figure.counted(nightsClosed.count, "night") + " closed"),
      .init(
        "Campaigns", Figure.count(campaigns.count), note: campaigns.isEmpty ? "none suspected" : "suspected",
        tone: campaigns.isEmpty ? .plain : .alarm),
      .init(
        "Rejected rows", Figure.count(intake.rejected), note: "of \(Figure.count(intake.read)) read",
        tone: intake.rejected > 0 ? .notice : .plain),
      .init(
        "p-values",
        health.neededForCertificate > 0
          ? "Not certified" : !health.isMeasured ? "Not measured" : health.isSound ? "Sound" : "Off",
        note: health.neededForCertificate > 0
          ? "\(Figure.count(health.neededForCertificate)) more needed" : "see Health",
        tone: health.neededForCertificate > 0 || !health.isMeasured ? .notice : health.isSound ? .good : .alarm),
    ]
  }

  private var queueSection: ReportPage.Section {
    guard !queue.isEmpty else {
      return .init(
        "queue", "Call-backs",
        blocks: [
          .callout(
            .good, title: scored == 0 ? "Nothing came in" : "Nobody to call this morning",
            text: scored == 0
              ? "The night held no requests. If you expected some, check whether the log was delivered."
              : "Every request fits what its agency and sender did before, or is not odd enough for the alert level in force."
          )
        ])
    }
    var blocks: [ReportPage.Block] = [
      .table(.queue(queue, caption: "The queue of the night", anchorPrefix: "alert", showsNight: false))
    ]
    blocks += queue.map { .card($0.card()) }
    return .init(
      "queue", "Call-backs",
      introduction: "An alert is a reason to call, not a verdict: a genuine emergency delayed can cost a life.",
      blocks: blocks)
  }

  var intakeSection: ReportPage.Section {
    var blocks: [ReportPage.Block] = [
      .facts([
        NamedValue("Read", Figure.count(intake.read)), NamedValue("New", Figure.count(intake.new)),
        NamedValue("Duplicate", Figure.count(intake.duplicate)),
        NamedValue("Conflicting", Figure.count(intake.conflicting)), NamedValue("Late", Figure.count(intake.late)),
        NamedValue("Accepted with repairs", Figure.count(intake.repaired)),
        NamedValue("Rejected", Figure.count(intake.rejected)),
      ])
    ]
    if intake.conflicting > 0 {
      blocks.append(
        .callout(
          .notice, title: "Conflicting rows",
          text:
            "\(Figure.counted(intake.conflicting, "row")) came again under a known id with other content. Until its night "
            + "is closed the row that arrived earliest holds; after that the stored one stays."))
    }
    if !intake.rejectReasons.isEmpty {
      blocks.append(
        .table(.counts(intake.rejectReasons, caption: "Why rows were rejected", name: "Reason", number: "Rows")))
    }
    if !intake.repairedFields.isEmpty {
      blocks.append(
        .table(.counts(intake.repairedFields, caption: "Fields dropped as unusable", name: "Field", number: "Rows")))
    }
    if !intake.unknownFields.isEmpty {
      blocks.append(
        .table(.counts(intake.unknownFields, caption: "Fields that were not understood", name: "Field", number: "Rows"))
      )
    }
    return .init("intake", "Intake", blocks: blocks)
  }
}

extension ReportPage {
  static func standardFooter(version: String) -> [String] {
    [
      "Countersign \(version). It orders the effort of verification and never refuses a request.",
      "Scores of closed nights do not change. Reports hold personal data: keep and send them accordingly.",
    ]
  }
}
