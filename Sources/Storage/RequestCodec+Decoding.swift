import RequestModel

extension RequestCodec {
  /// Reads exactly one request, the whole of `bytes`.
  static func decode(_ bytes: UnsafeRawBufferPointer) throws(RequestCodecError) -> Request {
    var reader = ByteReader(bytes)
    let version = try reader.byte()
    guard version == Self.version else { throw .unknownVersion(version) }
    var request = Request(
      id: try reader.text(), receivedAt: Instant(microseconds: try reader.signed()),
      offsetMinutes: try reader.signedNumber(Int16.self), channel: try reader.value(Channel.self),
      type: try reader.value(RequestType.self), agencyID: try reader.text(), sender: try reader.text())
    request.contentDigest = try reader.pseudonym()
    let parts = try reader.varint()
    guard parts & ~Part.all == 0 else { throw .unknownPart }
    try decodeParties(parts, of: &request, from: &reader)
    try decodeAsk(parts, of: &request, from: &reader)
    try decodeSession(parts, of: &request, from: &reader)
    try decodeRest(parts, of: &request, from: &reader)
    guard reader.remaining == 0 else { throw .trailingBytes }
    return request
  }

  private static func decodeParties(
    _ parts: UInt64, of r: inout Request, from reader: inout ByteReader
  ) throws(RequestCodecError) {
    if parts & Part.agencyName.mask != 0 { r.agencyName = try reader.text() }
    if parts & Part.agencyCountry.mask != 0 { r.agencyCountry = try reader.text() }
    if parts & Part.agencyType.mask != 0 { r.agencyType = try reader.value(AgencyType.self) }
    if parts & Part.agencyTimezone.mask != 0 { r.agencyTimezone = try reader.text() }
    if parts & Part.platform.mask != 0 { r.platform = try reader.text() }
    if parts & Part.senderDomain.mask != 0 { r.senderDomain = try reader.text() }
    if parts & Part.senderRegistrableDomain.mask != 0 { r.senderRegistrableDomain = try reader.text() }
    if parts & Part.senderName.mask != 0 { r.senderName = try reader.pseudonym() }
    if parts & Part.badge.mask != 0 { r.badge = try reader.pseudonym() }
    if parts & Part.replyTo.mask != 0 { r.replyTo = try reader.mailAddress() }
    if parts & Part.returnPath.mask != 0 { r.returnPath = try reader.mailAddress() }
    if parts & Part.callbackPhone.mask != 0 { r.callbackPhone = try reader.pseudonym() }
    if parts & Part.supervisorName.mask != 0 { r.supervisorName = try reader.pseudonym() }
    if parts & Part.supervisorPhone.mask != 0 { r.supervisorPhone = try reader.pseudonym() }
    if parts & Part.accountCreatedAt.mask != 0 {
      r.accountCreatedAt = Instant(microseconds: try reader.signed())
    }
  }

  private static func decodeAsk(
    _ parts: UInt64, of r: inout Request, from reader: inout ByteReader
  ) throws(RequestCodecError) {
    if parts & Part.caseNumber.mask != 0 { r.caseNumber = try reader.pseudonym() }
    if parts & Part.caseNumberShape.mask != 0 { r.caseNumberShape = try reader.text() }
    if parts & Part.legalCitations.mask != 0 {
      let count = try reader.count(ofSizeAtLeast: 1)
      r.legalCitations.reserveCapacity(count)
      for _ in 0..<count { r.legalCitations.append(try reader.text()) }
    }
    if parts & Part.deadlineMinutes.mask != 0 { r.deadlineMinutes = try reader.signed() }
    if parts & Part.natures.mask != 0 { r.natures.bits = try reader.number(UInt16.self) }
    if parts & Part.targets.mask != 0 {
      let count = try reader.count(ofSizeAtLeast: 18)
      r.targets.reserveCapacity(count)
      for _ in 0..<count {
        r.targets.append(
          Target(
            type: try reader.value(TargetType.self), value: try reader.pseudonym(), country: try reader.text()))
      }
    }
    if parts & Part.categories.mask != 0 { r.categories.bits = try reader.number(UInt16.self) }
    if parts & Part.scope.mask != 0 { r.scope = try reader.signed() }
    if parts & Part.periodStart.mask != 0 { r.periodStart = try reader.date() }
    if parts & Part.periodEnd.mask != 0 { r.periodEnd = try reader.date() }
    if parts & Part.attachments.mask != 0 {
      let count = try reader.count(ofSizeAtLeast: 16)
      r.attachments.reserveCapacity(count)
      for _ in 0..<count { r.attachments.append(try reader.pseudonym()) }
    }
  }

  private static func decodeSession(
    _ parts: UInt64, of r: inout Request, from reader: inout ByteReader
  ) throws(RequestCodecError) {
    if parts & Part.sessionIP.mask != 0 { r.sessionIP = try reader.pseudonym() }
    if parts & Part.sessionASN.mask != 0 { r.sessionASN = try reader.signed() }
    if parts & Part.sessionCountry.mask != 0 { r.sessionCountry = try reader.text() }
    if parts & Part.sessionDevice.mask != 0 { r.sessionDevice = try reader.text() }
    if parts & Part.mfa.mask != 0 { r.mfa = try reader.flag() }
    if parts & Part.spf.mask != 0 { r.spf = try reader.value(MailAuthentication.self) }
    if parts & Part.dkim.mask != 0 { r.dkim = try reader.value(MailAuthentication.self) }
    if parts & Part.dmarc.mask != 0 { r.dmarc = try reader.value(MailAuthentication.self) }
  }

  private static func decodeRest(
    _ parts: UInt64, of r: inout Request, from reader: inout ByteReader
  ) throws(RequestCodecError) {
    if parts & Part.language.mask != 0 { r.language = try reader.text() }
    if parts & Part.wording.mask != 0 { r.wording = try decodeWording(from: &reader) }
    if parts & Part.attributes.mask != 0 {
      let count = try reader.count(ofSizeAtLeast: 10)
      r.attributes.reserveCapacity(count)
      for _ in 0..<count {
        let name = try reader.text()
        switch try reader.byte() {
        case 0: r.attributes.append(Attribute(name: name, value: .category(try reader.pseudonym())))
        case 1: r.attributes.append(Attribute(name: name, value: .number(Double(bitPattern: try reader.fixed()))))
        default: throw .unknownValue
        }
      }
    }
    if parts & Part.malformed.mask != 0 { r.malformed.bits = try reader.varint() }
    if parts & Part.callingCodes.mask != 0 {
      r.callbackCallingCode = try reader.number(UInt16.self)
      r.supervisorCallingCode = try reader.number(UInt16.self)
    }
    if parts & Part.mailboxBearsName.mask != 0 { r.mailboxBearsName = try reader.flag() }
  }
}

extension ByteReader {
  mutating func pseudonym() throws(RequestCodecError) -> Pseudonym {
    Pseudonym(high: try fixed(), low: try fixed())
  }

  mutating func flag() throws(RequestCodecError) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw .unknownValue
    }
  }

  fileprivate mutating func value<Vocabulary: LogVocabulary>(
    _ type: Vocabulary.Type
  ) throws(RequestCodecError) -> Vocabulary {
    guard let value = Vocabulary(rawValue: try byte()) else { throw .unknownValue }
    return value
  }

  fileprivate mutating func mailAddress() throws(RequestCodecError) -> MailAddress {
    MailAddress(localPart: try pseudonym(), domain: try text(), registrableDomain: try text())
  }

  fileprivate mutating func date() throws(RequestCodecError) -> CivilDate {
    CivilDate(
      year: try signedNumber(Int.self), month: try signedNumber(Int.self), day: try signedNumber(Int.self))
  }
}
