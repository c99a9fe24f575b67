import RequestModel

extension RequestCodec {
  /// Appends the bytes of `request` to `writer`, and says where the id stands among what it holds.
  @discardableResult
  static func encode(_ request: Request, into writer: inout ByteWriter) -> Range<Int> {
    writer.write(byte: version)
    writer.write(text: request.id)
    let id = writer.count - request.id.utf8.count..<writer.count
    writer.write(signed: request.receivedAt.microseconds)
    writer.write(signed: Int64(request.offsetMinutes))
    writer.write(byte: request.channel.rawValue)
    writer.write(byte: request.type.rawValue)
    writer.write(text: request.agencyID)
    writer.write(text: request.sender)
    writer.write(pseudonym: request.contentDigest)
    writer.write(varint: presence(of: request))
    encodeParties(of: request, into: &writer)
    encodeAsk(of: request, into: &writer)
    encodeSession(of: request, into: &writer)
    encodeRest(of: request, into: &writer)
    return id
  }

  private static func presence(of r: Request) -> UInt64 {
    var bits: UInt64 = 0
    func mark(_ part: Part, _ isPresent: Bool) { if isPresent { bits |= part.mask } }
    mark(.agencyName, !r.agencyName.isEmpty)
    mark(.agencyCountry, !r.agencyCountry.isEmpty)
    mark(.agencyType, r.agencyType != nil)
    mark(.agencyTimezone, !r.agencyTimezone.isEmpty)
    mark(.platform, !r.platform.isEmpty)
    mark(.senderDomain, !r.senderDomain.isEmpty)
    mark(.senderRegistrableDomain, !r.senderRegistrableDomain.isEmpty)
    mark(.senderName, r.senderName != nil)
    mark(.badge, r.badge != nil)
    mark(.replyTo, r.replyTo != nil)
    mark(.returnPath, r.returnPath != nil)
    mark(.callbackPhone, r.callbackPhone != nil)
    mark(.supervisorName, r.supervisorName != nil)
    mark(.supervisorPhone, r.supervisorPhone != nil)
    mark(.accountCreatedAt, r.accountCreatedAt != nil)
    mark(.caseNumber, r.caseNumber != nil)
    mark(.caseNumberShape, !r.caseNumberShape.isEmpty)
    mark(.legalCitations, !r.legalCitations.isEmpty)
    mark(.deadlineMinutes, r.deadlineMinutes != nil)
    mark(.natures, !r.natures.isEmpty)
    mark(.targets, !r.targets.isEmpty)
    mark(.categories, !r.categories.isEmpty)
    mark(.scope, r.scope != nil)
    mark(.periodStart, r.periodStart != nil)
    mark(.periodEnd, r.periodEnd != nil)
    mark(.attachments, !r.attachments.isEmpty)
    mark(.sessionIP, r.sessionIP != nil)
    mark(.sessionASN, r.sessionASN != nil)
    mark(.sessionCountry, !r.sessionCountry.isEmpty)
    mark(.sessionDevice, !r.sessionDevice.isEmpty)
    mark(.mfa, r.mfa != nil)
    mark(.spf, r.spf != nil)
    mark(.dkim, r.dkim != nil)
    mark(.dmarc, r.dmarc != nil)
    mark(.language, !r.language.isEmpty)
    mark(.wording, r.wording != nil)
    mark(.attributes, !r.attributes.isEmpty)
    mark(.malformed, !r.malformed.isEmpty)
    mark(.callingCodes, r.callbackCallingCode != 0 || r.supervisorCallingCode != 0)
    mark(.mailboxBearsName, r.mailboxBearsName != nil)
    return bits
  }

  private static func encodeParties(of r: Request, into writer: inout ByteWriter) {
    writer.writeUnlessEmpty(r.agencyName)
    writer.writeUnlessEmpty(r.agencyCountry)
    if let type = r.agencyType { writer.write(byte: type.rawValue) }
    writer.writeUnlessEmpty(r.agencyTimezone)
    writer.writeUnlessEmpty(r.platform)
    writer.writeUnlessEmpty(r.senderDomain)
    writer.writeUnlessEmpty(r.senderRegistrableDomain)
    writer.writeIfPresent(r.senderName)
    writer.writeIfPresent(r.badge)
    writer.writeIfPresent(r.replyTo)
    writer.writeIfPresent(r.returnPath)
    writer.writeIfPresent(r.callbackPhone)
    writer.writeIfPresent(r.supervisorName)
    writer.writeIfPresent(r.supervisorPhone)
    if let created = r.accountCreatedAt { writer.write(signed: created.microseconds) }
  }

  private static func encodeAsk(of r: Request, into writer: inout ByteWriter) {
    writer.writeIfPresent(r.caseNumber)
    writer.writeUnlessEmpty(r.caseNumberShape)
    if !r.legalCitations.isEmpty {
      writer.write(varint: UInt64(r.legalCitations.count))
      for citation in r.legalCitations { writer.write(text: citation) }
    }
    if let deadline = r.deadlineMinutes { writer.write(signed: deadline) }
    if !r.natures.isEmpty { writer.write(varint: UInt64(r.natures.bits)) }
    if !r.targets.isEmpty {
      writer.write(varint: UInt64(r.targets.count))
      for target in r.targets {
        writer.write(byte: target.type.rawValue)
        writer.write(pseudonym: target.value)
        writer.write(text: target.country)
      }
    }
    if !r.categories.isEmpty { writer.write(varint: UInt64(r.categories.bits)) }
    if let scope = r.scope { writer.write(signed: scope) }
    writer.writeIfPresent(r.periodStart)
    writer.writeIfPresent(r.periodEnd)
    if !r.attachments.isEmpty {
      writer.write(varint: UInt64(r.attachments.count))
      for attachment in r.attachments { writer.write(pseudonym: attachment) }
    }
  }

  private static func encodeSession(of r: Request, into writer: inout ByteWriter) {
    writer.writeIfPresent(r.sessionIP)
    if let number = r.sessionASN { writer.write(signed: number) }
    writer.writeUnlessEmpty(r.sessionCountry)
    writer.writeUnlessEmpty(r.sessionDevice)
    if let mfa = r.mfa { writer.write(byte: mfa ? 1 : 0) }
    if let result = r.spf { writer.write(byte: result.rawValue) }
    if let result = r.dkim { writer.write(byte: result.rawValue) }
    if let result = r.dmarc { writer.write(byte: result.rawValue) }
  }

  private static func encodeRest(of r: Request, into writer: inout ByteWriter) {
    writer.writeUnlessEmpty(r.language)
    if let wording = r.wording { encode(wording, into: &writer) }
    if !r.attributes.isEmpty {
      writer.write(varint: UInt64(r.attributes.count))
      for attribute in r.attributes {
        writer.write(text: attribute.name)
        switch attribute.value {
        case .category(let value):
          writer.write(byte: 0)
          writer.write(pseudonym: value)
        case .number(let value):
          writer.write(byte: 1)
          writer.write(fixed: value.bitPattern)
        }
      }
    }
    if !r.malformed.isEmpty { writer.write(varint: r.malformed.bits) }
    if r.callbackCallingCode != 0 || r.supervisorCallingCode != 0 {
      writer.write(varint: UInt64(r.callbackCallingCode))
      writer.write(varint: UInt64(r.supervisorCallingCode))
    }
    if let bears = r.mailboxBearsName { writer.write(byte: bears ? 1 : 0) }
  }
}

extension ByteWriter {
  mutating func write(pseudonym: Pseudonym) {
    write(fixed: pseudonym.high)
    write(fixed: pseudonym.low)
  }

  fileprivate mutating func writeUnlessEmpty(_ text: String) { if !text.isEmpty { write(text: text) } }

  fileprivate mutating func writeIfPresent(_ pseudonym: Pseudonym?) {
    if let pseudonym { write(pseudonym: pseudonym) }
  }

  fileprivate mutating func writeIfPresent(_ address: MailAddress?) {
    guard let address else { return }
    write(pseudonym: address.localPart)
    write(text: address.domain)
    write(text: address.registrableDomain)
  }

  /// Year, month and day as they stand, so that a date that the calendar does not have comes back too.
  fileprivate mutating func writeIfPresent(_ date: CivilDate?) {
    guard let date else { return }
    write(signed: Int64(date.year))
    write(signed: Int64(date.month))
    write(signed: Int64(date.day))
  }
}
