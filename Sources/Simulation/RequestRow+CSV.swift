import RequestModel

extension RequestRow {
  /// The names of the columns that `appendCSV` writes, with their line end.
  package static let csvHeader: [UInt8] = Array((columns.joined(separator: ",") + "\r\n").utf8)

  private static let columns = [
    "request_id", "received_at", "channel", "request_type", "platform", "agency_id", "agency_name", "agency_country",
    "agency_type", "agency_timezone", "sender_email", "sender_id", "sender_name", "badge_id", "reply_to",
    "return_path", "callback_phone", "supervisor_name", "supervisor_phone", "case_number", "account_created_at",
    "legal_citations", "deadline_minutes", "attachments", "session_ip", "session_asn", "session_country",
    "session_device", "mfa", "spf", "dkim", "dmarc", "emergency_nature", "targets", "data_categories", "scope",
    "period_start", "period_end", "language", "subject", "body", "disposition", "disposition_at",
    "attributes.form_version", "attributes.clerk", "attributes.mailer", "attributes.pages",
  ]

  /// Appends the row as one record of CSV in the request-log format.
  package func appendCSV(to output: inout [UInt8]) {
    var line = LogBytes(bytes: [])
    swap(&line.bytes, &output)
    line.cell(id)
    line.byte(44)
    line.instant(receivedAt, offsetMinutes: offsetMinutes)
    for text in [
      channel.name, type.name, platform, agencyID, agencyName, agencyCountry, agencyType?.name ?? "", agencyTimezone,
      senderEmail, senderID, senderName, badge, replyTo, returnPath, callbackPhone, supervisorName, supervisorPhone,
      caseNumber,
    ] { line.next(text) }
    line.next(accountCreatedAt)
    line.next(RequestRow.list(citations))
    line.next(deadlineMinutes.map { String($0) } ?? "")
    line.next(RequestRow.list(attachments))
    line.next(sessionIP)
    line.next(sessionASN.map { String($0) } ?? "")
    line.next(sessionCountry)
    line.next(sessionDevice)
    line.next(mfa.map { $0 ? "true" : "false" } ?? "")
    for result in [spf, dkim, dmarc] { line.next(result?.name ?? "") }
    line.next(RequestRow.list(natures.map(\.name)))
    line.next(RequestRow.list(targets.map(RequestRow.cell)))
    line.next(RequestRow.list(categories.map(\.name)))
    line.next(scope.map { String($0) } ?? "")
    line.next(periodStart?.description ?? "")
    line.next(periodEnd?.description ?? "")
    for text in [language, subject, body, disposition?.name ?? ""] { line.next(text) }
    line.next(dispositionAt)
    for text in [formVersion, clerk, mailer, pages.map { String($0) } ?? ""] { line.next(text) }
    line.ascii("\r\n")
    swap(&line.bytes, &output)
  }

  /// `type:value` or `type@CC:value`.
  private static func cell(_ target: TargetCell) -> String {
    target.type.name + (target.country.isEmpty ? "" : "@" + target.country) + ":" + target.value
  }

  /// Items separated by `;`, with `\` before a `;` or `\` of their own.
  private static func list(_ items: [String]) -> String {
    items.map { item in
      item.utf8.contains { $0 == 59 || $0 == 92 }
        ? item.reduce(into: "") { $0 += $1 == ";" || $1 == "\\" ? "\\" + String($1) : String($1) } : item
    }.joined(separator: ";")
  }
}

extension LogBytes {
  fileprivate mutating func next(_ text: String) {
    byte(44)
    cell(text)
  }

  fileprivate mutating func next(_ value: Instant?) {
    byte(44)
    if let value { instant(value, offsetMinutes: 0) }
  }
}

extension SimulatedRequest {
  package static let truthHeader = Array("request_id,label,scenario,campaign,sender,agency\r\n".utf8)
  package static let labelHeader = Array("request_id,label,labelled_at,source\r\n".utf8)

  /// Appends this request's line of `truth.csv`.
  package func appendTruth(to output: inout [UInt8]) {
    var line = LogBytes(bytes: [])
    swap(&line.bytes, &output)
    line.cell(row.id)
    line.next(truth.isFraudulent ? "fraudulent" : "legitimate")
    line.next(truth.scenario?.rawValue ?? "")
    line.next(truth.campaign)
    line.next(row.sender)
    line.next(truth.agency)
    line.ascii("\r\n")
    swap(&line.bytes, &output)
  }

  /// Appends this request's line of `labels.csv`, where it has a label.
  package func appendLabel(to output: inout [UInt8]) {
    guard let label else { return }
    var line = LogBytes(bytes: [])
    swap(&line.bytes, &output)
    line.cell(row.id)
    line.next(label.isFraudulent ? "fraudulent" : "legitimate")
    line.next(label.labelledAt)
    line.next(label.source)
    line.ascii("\r\n")
    swap(&line.bytes, &output)
  }
}
