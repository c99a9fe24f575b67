import Detection
import Foundation
import Ingestion
import Reporting
import RequestModel
import Scoring
import Storage

/// The files beside the log: the agency directory, the calendar, labels.
enum SideFiles {
  /// The usable rows of a labels file, and what was wrong with the others.
  struct Labels {
    var path: String
    /// In file order.
    private(set) var rows: [(line: Int, verdict: StoredVerdict)]
    var faults: [SideFileFault]
    /// Those whose time cannot be, taken out of `rows`.
    private(set) var impossible: [ImpossibleLabel] = []

    var verdicts: [StoredVerdict] { rows.map(\.verdict) }
    var leftOut: Int { faults.count + impossible.count }

    /// A line on what could not be read; nil where all of it could.
    var problem: String? {
      guard let first = faults.first else { return nil }
      return "\(path): \(Figure.counted(faults.count, "label")) cannot be used; the first is \(first)."
    }

    /// A line on what is dated as it cannot be; nil where nothing is.
    var impossibility: String? { ImpossibleLabel.description(of: impossible).map { "\(path): \($0)" } }

    /// Sets aside what is dated before its request or after `now`; `received` is nil for a request that is not known.
    mutating func setAsideImpossible(now: Instant?, received: (String) throws -> Instant?) rethrows {
      rows = try rows.filter { line, verdict in
        let found = try ImpossibleLabel(line: line, label: verdict, received: received(verdict.requestID), now: now)
        if let found { impossible.append(found) }
        return found == nil
      }
    }
  }

  static func labels(path: String) throws -> Labels {
    let (bytes, format) = try contents(path)
    let file = bytes.withUnsafeBufferPointer { LabelRow.read($0, format: format, limits: limits) }
    let rows = file.rows.map {
      (
        line: $0.line,
        verdict: StoredVerdict(
          requestID: $0.requestID, label: $0.isFraudulent ? .fraudulent : .legitimate, labelledAt: $0.labelledAt,
          source: $0.source, scenario: $0.scenario, note: $0.note)
      )
    }
    return Labels(path: path, rows: rows, faults: file.faults)
  }

  /// What `agency_directory` and `calendar` say; empty where neither is configured.
  ///
  /// - Throws: `usage` where a row cannot be used: a directory that is half read would judge agencies wrongly.
  static func directory(configuration: Configuration, key: [UInt8]) throws -> AgencyDirectory {
    let pseudonymizer = Pseudonymizer(key: key)
    var entries: [String: DirectoryEntry] = [:]
    var days: [CalendarRow.Kind: [String: Set<CivilDate>]] = [:]
    if !configuration.agencyDirectory.isEmpty {
      let path = configuration.agencyDirectory
      let (bytes, format) = try contents(path, key: "agency_directory")
      let settings = IntakeSettings(pseudonymizer: pseudonymizer, limits: limits)
      let file = bytes.withUnsafeBufferPointer { AgencyRow.read($0, format: format, settings: settings) }
      if let fault = file.faults.first { throw WorkflowError.usage("\(path): \(fault).") }
      for row in file.rows {
        let phone = row.callbackPhone
        let entry = DirectoryEntry(
          name: row.name, country: row.country, type: row.type, timezone: row.timezone, domains: row.domains,
          callbackPhone: phone,
          callbackPseudonym: phone.isEmpty ? nil : pseudonymizer.pseudonym(.phone, identifier: phone))
        for name in [row.agencyID] + row.aliases { entries[name] = entry }
      }
    }
    if !configuration.calendar.isEmpty {
      let path = configuration.calendar
      let (bytes, format) = try contents(path, key: "calendar")
      let file = bytes.withUnsafeBufferPointer { CalendarRow.read($0, format: format, limits: limits) }
      if let fault = file.faults.first { throw WorkflowError.usage("\(path): \(fault).") }
      for row in file.rows {
        days[row.kind, default: [:]][row.agencyID.isEmpty ? row.country : row.agencyID, default: []].insert(row.date)
      }
    }
    return AgencyDirectory(entries: entries, holidays: days[.holiday] ?? [:], incidents: days[.incident] ?? [:])
  }

  /// Over what the directory and the calendar hold, byte for byte; empty where neither is configured.
  static func digest(_ configuration: Configuration) throws -> [UInt8] {
    let files = [("agency_directory", configuration.agencyDirectory), ("calendar", configuration.calendar)]
    guard files.contains(where: { !$1.isEmpty }) else { return [] }
    return Digesting.digest(try files.map { $1.isEmpty ? [] : try contents($1, key: $0).0 })
  }

  private static let limits = IntakeLimits(latest: Instant(microseconds: .max))

  /// A small file that a key of the configuration names, unpacked, and how it is written.
  private static func contents(_ path: String, key: String) throws -> ([UInt8], RecordFormat) {
    do { return try contents(path) } catch WorkflowError.inputUnreadable(let path, let reason) {
      throw WorkflowError.inputUnreadable(
        path: path, reason: "\(reason); the key `\(key)` names it: correct the path, or leave the key empty")
    }
  }

  /// A small file, unpacked, and how it is written.
  private static func contents(_ path: String) throws -> ([UInt8], RecordFormat) {
    var bytes: [UInt8] = []
    let input = try InputFile(path: path)
    let end = try input.read { bytes.append(contentsOf: $0) }
    guard end == .complete else {
      throw WorkflowError.inputUnreadable(path: path, reason: "\(end.description): fetch it again")
    }
    let format = RecordFormat(fileName: path) ?? bytes.withUnsafeBufferPointer { RecordFormat(firstBytes: $0) }
    return (bytes, format)
  }
}
