package import RequestModel

/// One day of the calendar that is not like the others.
package struct CalendarRow: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable { case holiday, incident }

  package var line: Int
  package var date: CivilDate
  /// Where it holds: a country in upper case, an agency, or, with both empty, everywhere.
  package var country: String
  package var agencyID: String
  package var kind: Kind
  package var name: String

  /// Reads `calendar.csv` (or JSON Lines).
  package static func read(_ bytes: ByteView, format: RecordFormat, limits: IntakeLimits) -> SideFile<CalendarRow> {
    let columns = ["date", "country", "agency_id", "kind", "name"]
    let table = SideTable(bytes, format: format, columns: columns, limits: limits)
    var file = SideFile<CalendarRow>(faults: table.faults)
    for row in table.rows {
      let texts = row.texts
      func fail(_ column: Int, _ fault: Fault) {
        file.faults.append(SideFileFault(line: row.line, field: columns[column], fault: fault))
      }
      guard let date = CivilDate(texts[0]) else {
        fail(0, texts[0].isEmpty ? .missing : .notADate)
        continue
      }
      let country = texts[1].uppercased()
      guard country.isEmpty || (country.utf8.count == 2 && country.utf8.allSatisfy(\.isASCIILetter)) else {
        fail(1, .notACountry)
        continue
      }
      guard let kind = Kind(rawValue: texts[3].lowercased()) else {
        fail(3, texts[3].isEmpty ? .missing : .unknownValue)
        continue
      }
      file.rows.append(
        CalendarRow(line: row.line, date: date, country: country, agencyID: texts[2], kind: kind, name: texts[4]))
    }
    file.faults.sort { $0.line < $1.line }
    return file
  }
}
