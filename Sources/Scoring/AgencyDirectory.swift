package import Detection
package import RequestModel

/// The agency directory and the calendar, as the workspace gives them.
///
/// Both may be empty.
package struct AgencyDirectory: Sendable {
  private var entries: [String: DirectoryEntry]
  /// Country or agency (empty: everywhere) → dates.
  private var holidays: [String: Set<CivilDate>]

  package init(entries: [String: DirectoryEntry] = [:], holidays: [String: Set<CivilDate>] = [:]) {
    self.entries = entries
    self.holidays = holidays
  }

  package func entry(for request: Request) -> DirectoryEntry? { entries.isEmpty ? nil : entries[request.agencyID] }
  package func entry(forAgency id: String) -> DirectoryEntry? { entries[id] }

  func isHoliday(_ date: CivilDate, country: String, agency: String) -> Bool {
    if holidays.isEmpty { return false }
    return holidays[""]?.contains(date) == true || holidays[country]?.contains(date) == true
      || holidays[agency]?.contains(date) == true
  }
}
