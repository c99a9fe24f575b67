import Foundation
import RequestModel
import Simulation
import Testing

/// The log's format, checked on what the encoders wrote.
@Suite("Row format") struct RowFormatTests {
  private static let vocabularies: [String: Set<String>] = [
    "channel": Set(Channel.allCases.map(\.name)), "request_type": Set(RequestType.allCases.map(\.name)),
    "agency_type": Set(AgencyType.allCases.map(\.name)), "spf": Set(MailAuthentication.allCases.map(\.name)),
    "dkim": Set(MailAuthentication.allCases.map(\.name)), "dmarc": Set(MailAuthentication.allCases.map(\.name)),
    "disposition": Set(Disposition.allCases.map(\.name)),
  ]
  private static let text: Set<String> = [
    "request_id", "platform", "agency_id", "agency_name", "agency_country", "agency_timezone", "sender_email",
    "sender_id", "sender_name", "badge_id", "reply_to", "return_path", "callback_phone", "supervisor_name",
    "supervisor_phone", "case_number", "session_ip", "session_country", "session_device", "language", "subject", "body",
  ]
  private static let instants: Set<String> = ["received_at", "account_created_at", "disposition_at"]
  private static let numbers: Set<String> = ["deadline_minutes", "session_asn", "scope"]

  private let objects: [[String: Any]] = {
    let bytes = SimulatedWorld.jsonLines(SimulatedWorld.full)
    return bytes.split(separator: 10).map { line in
      (try? JSONSerialization.jsonObject(with: Data(line))) as? [String: Any] ?? [:]
    }
  }()

  @Test func everyLineIsOneObject() {
    #expect(objects.count == SimulatedWorld.full.count)
    #expect(objects.allSatisfy { !$0.isEmpty })
  }

  @Test func neededFieldsAreThere() {
    for object in objects {
      for name in ["request_id", "received_at", "channel", "request_type", "targets"] {
        #expect(object[name] != nil, "\(name)")
      }
      #expect(object["agency_id"] != nil || object["sender_email"] != nil)
      if ["email", "portal", "api"].contains(object["channel"] as? String) {
        #expect(object["sender_email"] != nil || object["sender_id"] != nil)
      }
    }
    #expect(Set(objects.compactMap { $0["request_id"] as? String }).count == objects.count)
  }

  @Test func everyFieldHasItsTypeAndNoneIsUnknown() {
    for object in objects {
      for (name, value) in object {
        if let vocabulary = Self.vocabularies[name] {
          #expect(vocabulary.contains(value as? String ?? ""), "\(name)")
        } else if Self.text.contains(name) {
          #expect((value as? String)?.isEmpty == false, "\(name)")
        } else if Self.instants.contains(name) {
          #expect(instant(value) != nil, "\(name)")
        } else if Self.numbers.contains(name) {
          #expect((value as? Int).map { $0 >= 0 } == true, "\(name)")
        } else if name.hasPrefix("period_") {
          #expect(CivilDate(value as? String ?? "") != nil)
        } else {
          #expect(isKnownList(name, value), "\(name)")
        }
      }
    }
  }

  private func isKnownList(_ name: String, _ value: Any) -> Bool {
    switch name {
    case "mfa": return value is Bool
    case "legal_citations": return (value as? [String])?.isEmpty == false
    case "attachments":
      return (value as? [String])?.allSatisfy { $0.count == 64 && $0.allSatisfy(\.isHexDigit) } == true
    case "emergency_nature":
      return (value as? [String])?.allSatisfy { EmergencyNature(name: $0) != nil } == true
    case "data_categories": return (value as? [String])?.allSatisfy { DataCategory(name: $0) != nil } == true
    case "targets":
      return (value as? [[String: String]])?.allSatisfy {
        TargetType(name: $0["type"] ?? "") != nil && $0["value"]?.isEmpty == false && ($0["country"]?.count ?? 2) == 2
      } == true
    case "attributes":
      return (value as? [String: Any])?.values.allSatisfy { $0 is String || $0 is Int } == true
    default: return false
    }
  }

  private func instant(_ value: Any?) -> Date? {
    guard let text = value as? String else { return nil }
    let format = Date.ISO8601FormatStyle(includingFractionalSeconds: text.contains("."))
    return try? Date(text, strategy: format)
  }

  @Test func receivedAtSurvivesTheRoundTripAndNeverFalls() {
    var last = Instant(seconds: 0)
    for (object, request) in zip(objects, SimulatedWorld.full) {
      let read = instant(object["received_at"])?.timeIntervalSince1970 ?? 0
      #expect(abs(read - Double(request.row.receivedAt.microseconds) / 1e6) < 0.0015)
      #expect(request.row.receivedAt >= last)
      last = request.row.receivedAt
    }
  }

  @Test func everyRowLiesInTheDaysAskedFor() {
    let first = Int64(CivilDate(year: 2024, month: 1, day: 1).daysSinceEpoch) * 86_400
    #expect(SimulatedWorld.full.allSatisfy { $0.row.receivedAt.seconds >= first })
    #expect(SimulatedWorld.full.allSatisfy { $0.row.receivedAt.seconds < first + 400 * 86_400 })
  }

  @Test func csvHoldsWhatJSONHolds() {
    let header = CSVReader.records(RequestRow.csvHeader)[0]
    var bytes: [UInt8] = []
    for request in SimulatedWorld.full.prefix(400) { request.row.appendCSV(to: &bytes) }
    let records = CSVReader.records(bytes)
    #expect(records.count == 400)
    for (record, object) in zip(records, objects) {
      #expect(record.count == header.count)
      for (name, cell) in zip(header, record) {
        if Self.text.contains(name) || Self.vocabularies[name] != nil || Self.instants.contains(name) {
          #expect(cell == object[name] as? String ?? "", "\(name)")
        } else if Self.numbers.contains(name) {
          #expect(cell == (object[name] as? Int).map { String($0) } ?? "", "\(name)")
        } else if name == "targets" {
          let cells = (object[name] as? [[String: String]] ?? []).map {
            "\($0["type"] ?? "")" + ($0["country"].map { "@" + $0 } ?? "") + ":" + ($0["value"] ?? "")
          }
          #expect(cell == cells.joined(separator: ";"))
        }
      }
    }
  }

  @Test func quotesBackslashesAndControlCharactersSurvive() throws {
    var row = RequestRow()
    row.id = "x"
    row.body = "a \"b\" \\ c\n\t\r\u{1}\u{1F} é 漢 🚓"
    row.citations = ["a;b", "c\\d"]
    var bytes: [UInt8] = []
    row.appendJSON(to: &bytes)
    let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    #expect(object?["body"] as? String == row.body)
    var csv: [UInt8] = []
    row.appendCSV(to: &csv)
    let record = CSVReader.records(csv)[0]
    #expect(record.contains(row.body))
    #expect(record.contains("a\\;b;c\\\\d"))
  }
}

/// A reader of RFC 4180, enough to check a writer.
enum CSVReader {
  static func records(_ bytes: [UInt8]) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var i = 0
    func closeCell() {
      record.append(String(decoding: cell, as: UTF8.self))
      cell = []
    }
    while i < bytes.count {
      let byte = bytes[i]
      if isQuoted {
        if byte == 34, i + 1 < bytes.count, bytes[i + 1] == 34 {
          cell.append(34)
          i += 1
        } else if byte == 34 {
          isQuoted = false
        } else {
          cell.append(byte)
        }
      } else if byte == 34 {
        isQuoted = true
      } else if byte == 44 {
        closeCell()
      } else if byte == 10 {
        if cell.last == 13 { cell.removeLast() }
        closeCell()
        records.append(record)
        record = []
      } else {
        cell.append(byte)
      }
      i += 1
    }
    return records
  }
}
