package import Scoring
import Statistics

extension WarmUpBudget {
  /// Plain text for a terminal: where the forgery stands today, and what every plan came to.
  package func text(style: TerminalStyle = TerminalStyle(usesColour: false)) -> String {
    let agency = TerminalText.shown(agencyID, limit: 60)
    var text = style.paint("Warm-up budget of \(agency), as of \(night)", .bold) + "\n\n"
    text += TextTable.facts(
      [
        NamedValue("Account", sender),
        NamedValue("Forgery today", Figure.signed(evidence.value) + " bits"),
        NamedValue("An alert from", level.map { Figure.signed($0.value) + " bits" } ?? "no evidence would be enough"),
      ], style: style)
    text += "\n"
    if !plans.isEmpty {
      var table = TextTable(columns: [
        .init("Thief's traits"), .init("A day", alignsRight: true), .init("Requests", alignsRight: true),
        .init("Days", alignsRight: true), .init("Alerts on the way", alignsRight: true),
        .init("Held", alignsRight: true),
      ])
      for plan in plans {
        table.append([
          plan.manner == .atOnce ? "all at once" : "one by one", "\(plan.perDay)",
          plan.requests.map { "\($0)" } ?? "never", plan.days.map { "\($0)" } ?? "over \(horizon)", "\(plan.alerts)",
          "\(plan.held)",
        ])
      }
      text += table.text(style: style) + "\n"
    }
    return text + verdict + "\n"
  }

  /// What it comes to, in a sentence.
  package var verdict: String {
    if passesToday { return "The reference forgery would pass today, without any warm-up." }
    guard let easiest, let requests = easiest.requests, let days = easiest.days else {
      return "No plan makes the reference forgery pass within \(horizon) days."
    }
    let alerts =
      easiest.alerts == 0
      ? "none of them an alert" : "\(Figure.counted(easiest.alerts, "of them an alert", "of them alerts"))"
    return
      "A thief would have to plant \(Figure.counted(requests, "quiet request")) over \(Figure.counted(days, "day")), "
      + "\(alerts), before the reference forgery passes."
  }
}
