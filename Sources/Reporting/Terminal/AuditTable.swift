package import RequestModel
import Scoring

/// Requests that were drawn by lot, to be verified whatever their score: what `queue --by-lot` prints.
///
/// Neither their scores nor what speaks for them is said: who knows it verifies otherwise.
package struct AuditTable: Sendable {
  package var nights: ClosedRange<Night>
  /// All requests of the nights, and how many of them were drawn.
  package var requests: Int
  package var drawn: Int
  /// The drawn ones without a verdict.
  package var entries: [AlertEntry]

  package init(nights: ClosedRange<Night>, requests: Int, drawn: Int, entries: [AlertEntry]) {
    self.nights = nights
    self.requests = requests
    self.drawn = drawn
    self.entries = entries
  }

  package func text(style: TerminalStyle = TerminalStyle(usesColour: false)) -> String {
    let share =
      "\(Figure.count(drawn)) of \(Figure.counted(requests, "request")) from \(nights.lowerBound) to \(nights.upperBound) "
      + "\(drawn == 1 ? "was" : "were") drawn by lot; \(entries.isEmpty ? "none" : Figure.count(entries.count)) "
      + "without a verdict.\n"
    guard !entries.isEmpty else { return share }
    var table = TextTable(columns: [
      .init("Night"), .init("Request", limit: 28), .init("Agency", limit: 32), .init("Sender", limit: 34),
      .init("Call", limit: 24),
    ])
    for entry in entries {
      let phone = entry.contact?.callbackPhone ?? ""
      table.append([
        entry.assessment.night.description, entry.assessment.requestID, entry.agencyLabel, entry.senderLabel,
        phone.isEmpty ? "not in the directory" : phone,
      ])
    }
    return table.text(style: style) + "\n" + share
  }

  package var json: JSONValue {
    .object([
      .init("first_night", .string(nights.lowerBound.description)),
      .init("last_night", .string(nights.upperBound.description)), .init("requests", .integer(requests)),
      .init("drawn", .integer(drawn)), .init("open", .array(entries.map(AuditTable.json))),
    ])
  }

  private static func json(_ entry: AlertEntry) -> JSONValue {
    let a = entry.assessment
    return .object([
      .init("request_id", .string(a.requestID)), .init("night", .string(a.night.description)),
      .init("agency_id", .string(a.agencyID)), .init("agency_name", .text(entry.agencyLabel)),
      .init("sender", .text(a.sender)), .init("callback_phone", .text(entry.contact?.callbackPhone)),
    ])
  }
}
