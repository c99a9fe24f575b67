import RequestModel

extension HealthSummary {
  /// Whether every coverage that was counted fits its level.
  package var isSound: Bool { !coverage.contains { $0.isSuspect } }

  var section: ReportPage.Section {
    var blocks: [ReportPage.Block] = [certification]
    if !coverage.isEmpty { blocks.append(.table(coverageTable)) }
    if !missingNights.isEmpty {
      blocks.append(
        .callout(
          .notice, title: "Nights without a row",
          text: HealthSummary.list(missingNights) + ". Check whether the log was delivered."))
    }
    if !caughtUpNights.isEmpty {
      blocks.append(
        .callout(
          .plain, title: "Caught up", text: "Missed nights closed by this run: \(HealthSummary.list(caughtUpNights))."))
    }
    blocks += remarks.map { .paragraph($0) }
    var facts = [NamedValue("Model in force", model.isEmpty ? "none" : model)]
    facts += thresholds
    blocks.append(.facts(facts))
    if !heldShares.isEmpty { blocks.append(.table(heldTable)) }
    if !noisyAgencies.isEmpty {
      blocks.append(
        .table(.counts(noisyAgencies, caption: "Agencies with the most alerts", name: "Agency", number: "Alerts")))
    }
    return ReportPage.Section(
      "health", "Health",
      introduction: "Whether the numbers above can be trusted, and what the system is not learning from.",
      blocks: blocks)
  }

  private var certification: ReportPage.Block {
    let level = Figure.level(alertLevel)
    if neededForCertificate > 0 {
      return .callout(
        .notice, title: "Cannot certify p ≤ \(level)",
        text: "The calibration sample holds \(Figure.counted(calibrationSample, "request")); "
          + "\(Figure.count(neededForCertificate)) more are needed. Ranks are valid; treat p-values as a rough guide.")
    }
    if !isMeasured {
      return .callout(
        .notice, title: "Coverage was not measured",
        text: "This night was closed on the way to a later one. The report of the last night of the run counts.")
    }
    if !isSound {
      return .callout(
        .alarm, title: "Coverage is off",
        text: "More requests than promised reached a level below. Something changed in the traffic: read p-values with "
          + "care and look for an agency-wide step that was not recognised.")
    }
    return .callout(
      .good, title: "Certified at p ≤ \(level)",
      text:
        "The calibration sample holds \(Figure.counted(calibrationSample, "request")), enough for the alert level in force."
    )
  }

  private var coverageTable: ReportPage.Table {
    ReportPage.Table(
      caption: "Coverage of p-values over the last \(Figure.counted(coverageNights, "night"))",
      columns: [.number("Level"), .number("At or below"), .number("Requests"), .number("Share"), .text("Reading")],
      rows: coverage.map { c in
        [
          .init(Figure.level(c.level)), .init(Figure.count(c.atOrBelow)), .init(Figure.count(c.total)),
          .init(c.total > 0 ? Figure.percent(c.share, 2) : "n/a"),
          c.isSuspect ? .init("more than promised", tone: .alarm) : .init("as promised", tone: .good),
        ]
      })
  }

  private var heldTable: ReportPage.Table {
    ReportPage.Table(
      caption: "Held back from learning",
      columns: [.text("Entity"), .number("Held"), .number("Requests"), .number("Share")],
      rows: heldShares.map { h in
        [
          .init(h.entity), .init(Figure.count(h.held)), .init(Figure.count(h.total)),
          .init(h.total > 0 ? Figure.percent(Double(h.held) / Double(h.total)) : "n/a"),
        ]
      })
  }

  /// Dates in a row, at most twelve by name.
  private static func list(_ nights: [Night]) -> String {
    let shown = nights.prefix(12).map(\.description).joined(separator: ", ")
    return nights.count > 12 ? shown + " and \(Figure.count(nights.count - 12)) more" : shown
  }
}
