package import Detection
package import RequestModel

/// The agency directory and the calendar, as the workspace gives them.
///
/// Both may be empty.
package struct AgencyDirectory: Sendable {
  private var entries: [String: DirectoryEntry]
  /// Country or agency (empty: everywhere) → dates.
  private var holidays: [String: Set<CivilDate>]
  private var incidents: [String: Set<CivilDate>]

  package init(
    entries: [String: DirectoryEntry] = [:], holidays: [String: Set<CivilDate>] = [:],
    incidents: [String: Set<CivilDate>] = [:]
  ) {
    self.entries = entries
    self.holidays = holidays
    self.incidents = incidents
  }

  package func entry(for request: Request) -> DirectoryEntry? { entries.isEmpty ? nil : entries[request.agencyID] }
  package func entry(forAgency id: String) -> DirectoryEntry? { entries[id] }

  func isHoliday(_ date: CivilDate, country: String, agency: String) -> Bool {
    AgencyDirectory.holds(holidays, date, country, agency)
  }

  func isIncident(_ date: CivilDate, country: String, agency: String) -> Bool {
    AgencyDirectory.holds(incidents, date, country, agency)
  }

  private static func holds(
    _ days: [String: Set<CivilDate>], _ date: CivilDate, _ country: String, _ agency: String
  ) -> Bool {
    if days.isEmpty { return false }
    return days[""]?.contains(date) == true || days[country]?.contains(date) == true
      || days[agency]?.contains(date) == true
  }
}
