import RequestModel

extension RequestRow {
  /// Appends the row as one line of JSON in the request-log format, with its line feed.
  package func appendJSON(to output: inout [UInt8]) {
    var line = LogBytes(bytes: [])
    swap(&line.bytes, &output)
    line.ascii("{\"request_id\":")
    line.quoted(id)
    line.ascii(",\"received_at\":\"")
    line.instant(receivedAt, offsetMinutes: offsetMinutes)
    line.ascii("\",\"channel\":\"")
    line.raw(LogNames.channel[Int(channel.rawValue)])
    line.ascii("\",\"request_type\":\"")
    line.raw(LogNames.type[Int(type.rawValue)])
    line.byte(34)
    line.member(",\"platform\":", platform)
    line.member(",\"agency_id\":", agencyID)
    line.member(",\"agency_name\":", agencyName)
    line.member(",\"agency_country\":", agencyCountry)
    line.member(",\"agency_type\":", agencyType.map { LogNames.agencyType[Int($0.rawValue)] } ?? "")
    line.member(",\"agency_timezone\":", agencyTimezone)
    appendSender(to: &line)
    appendSession(to: &line)
    appendContent(to: &line)
    line.ascii("}\n")
    swap(&line.bytes, &output)
  }

  private func appendSender(to line: inout LogBytes) {
    line.member(",\"sender_email\":", senderEmail)
    line.member(",\"sender_id\":", senderID)
    line.member(",\"sender_name\":", senderName)
    line.member(",\"badge_id\":", badge)
    line.member(",\"reply_to\":", replyTo)
    line.member(",\"return_path\":", returnPath)
    line.member(",\"callback_phone\":", callbackPhone)
    line.member(",\"supervisor_name\":", supervisorName)
    line.member(",\"supervisor_phone\":", supervisorPhone)
    line.member(",\"case_number\":", caseNumber)
    line.member(",\"account_created_at\":", accountCreatedAt)
  }

  private func appendSession(to line: inout LogBytes) {
    line.member(",\"legal_citations\":", citations)
    line.member(",\"deadline_minutes\":", deadlineMinutes)
    line.member(",\"attachments\":", attachments)
    line.member(",\"session_ip\":", sessionIP)
    line.member(",\"session_asn\":", sessionASN)
    line.member(",\"session_country\":", sessionCountry)
    line.member(",\"session_device\":", sessionDevice)
    if let mfa {
      line.ascii(",\"mfa\":")
      line.ascii(mfa ? "true" : "false")
    }
    line.member(",\"spf\":", spf.map { LogNames.authentication[Int($0.rawValue)] } ?? "")
    line.member(",\"dkim\":", dkim.map { LogNames.authentication[Int($0.rawValue)] } ?? "")
    line.member(",\"dmarc\":", dmarc.map { LogNames.authentication[Int($0.rawValue)] } ?? "")
  }

  private func appendContent(to line: inout LogBytes) {
    line.member(",\"emergency_nature\":", natures.map { LogNames.nature[Int($0.rawValue)] })
    line.ascii(",\"targets\":[")
    for (i, target) in targets.enumerated() {
      if i > 0 { line.byte(44) }
      line.ascii("{\"type\":\"")
      line.raw(LogNames.target[Int(target.type.rawValue)])
      line.ascii("\",\"value\":")
      line.quoted(target.value)
      line.member(",\"country\":", target.country)
      line.byte(125)
    }
    line.byte(93)
    line.member(",\"data_categories\":", categories.map { LogNames.category[Int($0.rawValue)] })
    line.member(",\"scope\":", scope)
    line.member(",\"period_start\":", periodStart)
    line.member(",\"period_end\":", periodEnd)
    line.member(",\"language\":", language)
    line.member(",\"subject\":", subject)
    line.member(",\"body\":", body)
    line.member(",\"disposition\":", disposition.map { LogNames.disposition[Int($0.rawValue)] } ?? "")
    line.member(",\"disposition_at\":", dispositionAt)
    guard hasAttributes else { return }
    line.ascii(",\"attributes\":{")
    let start = line.bytes.count
    line.member(",\"form_version\":", formVersion)
    line.member(",\"clerk\":", clerk)
    line.member(",\"mailer\":", mailer)
    line.member(",\"pages\":", pages)
    line.bytes.remove(at: start)
    line.byte(125)
  }

  private var hasAttributes: Bool { !formVersion.isEmpty || !clerk.isEmpty || !mailer.isEmpty || pages != nil }
}

extension LogBytes {
  /// A member with the comma before it; nothing where there is nothing to say.
  fileprivate mutating func member(_ name: StaticString, _ value: String) {
    guard !value.isEmpty else { return }
    ascii(name)
    quoted(value)
  }

  fileprivate mutating func member(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    ascii(name)
    integer(value)
  }

  fileprivate mutating func member(_ name: StaticString, _ value: Instant?) {
    guard let value else { return }
    ascii(name)
    byte(34)
    instant(value, offsetMinutes: 0)
    byte(34)
  }

  fileprivate mutating func member(_ name: StaticString, _ value: CivilDate?) {
    guard let value else { return }
    ascii(name)
    byte(34)
    date(value)
    byte(34)
  }

  fileprivate mutating func member(_ name: StaticString, _ values: [String]) {
    guard !values.isEmpty else { return }
    ascii(name)
    byte(91)
    for (i, value) in values.enumerated() {
      if i > 0 { byte(44) }
      quoted(value)
    }
    byte(93)
  }
}

/// The names of the vocabularies, looked up once.
enum LogNames {
  static let channel = Channel.allCases.map(\.name)
  static let type = RequestType.allCases.map(\.name)
  static let agencyType = AgencyType.allCases.map(\.name)
  static let authentication = MailAuthentication.allCases.map(\.name)
  static let nature = EmergencyNature.allCases.map(\.name)
  static let category = DataCategory.allCases.map(\.name)
  static let target = TargetType.allCases.map(\.name)
  static let disposition = Disposition.allCases.map(\.name)
}
