package import RequestModel

/// What the desk's directory says of one simulated agency: a line of `agencies.csv`.
package struct AgencyListing: Hashable, Sendable {
  package var agencyID: String
  package var name: String
  package var country: String
  package var type: AgencyType
  package var timezone: String
  package var domains: [String]
  package var callbackPhone: String
  package var aliases: [String]

  /// The header of `agencies.csv`.
  package static let header = Array("agency_id,name,country,type,timezone,domains,callback_phone,aliases\r\n".utf8)

  /// Appends the line as a record of CSV.
  package func append(to output: inout [UInt8]) {
    var line = LogBytes(bytes: [])
    swap(&line.bytes, &output)
    line.record([
      agencyID, name, country, type.name, timezone, domains.joined(separator: ";"), callbackPhone,
      aliases.joined(separator: ";"),
    ])
    swap(&line.bytes, &output)
  }
}

/// A day of the simulated world that is not like the others: a line of `calendar.csv`.
package struct CalendarListing: Hashable, Sendable {
  package var date: CivilDate
  package var country: String
  /// `holiday` or `incident`.
  package var kind: String
  package var name: String

  package init(date: CivilDate, country: String, kind: String, name: String) {
    self.date = date
    self.country = country
    self.kind = kind
    self.name = name
  }

  /// The header of `calendar.csv`.
  package static let header = Array("date,country,agency_id,kind,name\r\n".utf8)

  /// Appends the line as a record of CSV.
  package func append(to output: inout [UInt8]) {
    var line = LogBytes(bytes: [])
    swap(&line.bytes, &output)
    line.record([date.description, country, "", kind, name])
    swap(&line.bytes, &output)
  }
}

extension LogBytes {
  /// One record of CSV with its line end.
  fileprivate mutating func record(_ cells: [String]) {
    for (place, text) in cells.enumerated() {
      if place > 0 { byte(44) }
      cell(text)
    }
    ascii("\r\n")
  }
}
