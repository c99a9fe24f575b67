import Reporting
import Tuning

extension MetricsDocument {
  /// Adds what the requests drawn by lot show of those that no alert led to.
  mutating func add(_ audit: AuditFindings) {
    groups.append(.audit(audit))
    remarks.append(
      "By lot: of nights of which all that was drawn has a label; an alert, as the store closed it, leads to its campaign. "
        + "Intervals are exact (Clopper and Pearson).")
    if audit.openNights > 0 {
      let nights = Figure.counted(
        audit.openNights, "night is left out, since a drawn request", "nights are left out, since drawn requests")
      remarks.append("By lot: \(nights) without a label \(audit.openNights == 1 ? "stands" : "stand") there.")
    }
  }
}

extension MetricsDocument.Group {
  fileprivate static func audit(_ found: AuditFindings) -> MetricsDocument.Group {
    func count(_ name: String, _ value: Int) -> MetricTable.Row { .init(name, [.init(Double(value), decimals: 0)]) }
    var rows = [
      count("nights", found.nights), count("requests that no alert led to", found.quiet),
      count("drawn of them and verified", found.drawn), count("forged of these", found.forged),
      count("forged, and alerts led to them", found.caught),
    ]
    if let share = found.missedShare {
      rows.append(.init("share forged, of what no alert led to", [.init(share, decimals: 4)]))
    }
    if let missed = found.missed { rows.append(.init("forged requests missed", [.init(missed, decimals: 0)])) }
    if let recall = found.recall { rows.append(.init("recall of the alerts, with their campaigns", [.init(recall)])) }
    return .init(caption: "By lot", rowName: "what", metrics: ["value"], rows: rows)
  }
}
