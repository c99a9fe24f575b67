import RequestModel
import Scoring
import Statistics

/// The open alerts as a terminal table and as JSON: what `queue` prints.
package enum QueueTable {
  /// Heaviest first as given; each row names the number to call.
  package static func text(_ entries: [AlertEntry], style: TerminalStyle = TerminalStyle(usesColour: false)) -> String {
    guard !entries.isEmpty else { return "No call-backs are open.\n" }
    var table = TextTable(columns: [
      .init("Score", alignsRight: true), .init("Night"), .init("Request", limit: 28), .init("Agency", limit: 32),
      .init("Sender", limit: 34), .init("Call", limit: 24), .init("Heaviest reason", limit: 60),
    ])
    for entry in entries {
      let a = entry.assessment
      let phone = entry.contact?.callbackPhone ?? ""
      table.append([
        Figure.decimal(a.score, 1), a.night.description, a.requestID, entry.agencyLabel, entry.senderLabel,
        phone.isEmpty ? "not in the directory" : phone, a.heaviestLook.map { ReasonLine($0).sentence } ?? "",
      ])
    }
    return table.text(style: style)
  }

  package static func json(_ entries: [AlertEntry]) -> JSONValue { .array(entries.map(\.json)) }
}
