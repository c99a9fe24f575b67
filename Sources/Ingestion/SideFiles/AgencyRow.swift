package import RequestModel

/// One agency of the directory: what it says goes before what a request says of itself.
package struct AgencyRow: Hashable, Sendable {
  package var line: Int
  package var agencyID: String
  package var name: String
  /// Upper case, or empty.
  package var country: String
  package var type: AgencyType?
  /// An IANA zone that exists, or empty.
  package var timezone: String
  /// Lower case, ASCII form.
  package var domains: [String]
  /// As written: the number to call.
  package var callbackPhone: String
  package var aliases: [String]

  /// Reads `agencies.csv` (or JSON Lines).
  ///
  /// A bad optional cell is dropped and told; the row stays.
  package static func read(
    _ bytes: ByteView, format: RecordFormat, settings: IntakeSettings
  ) -> SideFile<AgencyRow> {
    let columns = ["agency_id", "name", "country", "type", "timezone", "domains", "callback_phone", "aliases"]
    let table = SideTable(bytes, format: format, columns: columns, limits: settings.limits)
    var file = SideFile<AgencyRow>(faults: table.faults)
    let types = VocabularyNames<AgencyType>()
    for row in table.rows {
      let texts = row.texts
      func fail(_ column: Int, _ fault: Fault) {
        file.faults.append(SideFileFault(line: row.line, field: columns[column], fault: fault))
      }
      guard !texts[0].isEmpty else {
        fail(0, .missing)
        continue
      }
      var agency = AgencyRow(
        line: row.line, agencyID: texts[0], name: texts[1], country: texts[2].uppercased(), type: nil,
        timezone: texts[4], domains: [], callbackPhone: texts[6], aliases: Self.items(texts[7]))
      if !agency.country.isEmpty, agency.country.utf8.count != 2 || !agency.country.utf8.allSatisfy(\.isASCIILetter) {
        agency.country = ""
        fail(2, .notACountry)
      }
      if !texts[3].isEmpty {
        agency.type = Array(texts[3].utf8).withUnsafeBufferPointer { types.element($0) } ?? .other
        if agency.type == .other, texts[3].lowercased() != "other" { fail(3, .unknownValue) }
      }
      if !agency.timezone.isEmpty, !settings.isTimezone(agency.timezone) {
        agency.timezone = ""
        fail(4, .notATimezone)
      }
      for item in Self.items(texts[5]) {
        if let domain = Array(item.utf8).withUnsafeBufferPointer({ DomainName($0) }) {
          agency.domains.append(domain.ascii)
        } else {
          fail(5, .unusableItem)
        }
      }
      file.rows.append(agency)
    }
    file.faults.sort { $0.line < $1.line }
    return file
  }

  private static func items(_ cell: String) -> [String] {
    cell.split(separator: ";").map { Array($0.utf8).withUnsafeBufferPointer { $0.trimmed().text } }.filter {
      !$0.isEmpty
    }
  }
}
