import RequestModel

/// A mail address in its parts.
struct MailParts {
  /// Lower case, the domain in its ASCII form.
  var address: String
  var localPart: Pseudonym
  var domain: DomainName

  var asAddress: MailAddress {
    MailAddress(localPart: localPart, domain: domain.ascii, registrableDomain: domain.registrable)
  }
}

extension RowReader {
  /// Identity fields that may stand in any request.
  func readSender() {
    request.senderName = person(.senderName)
    request.supervisorName = person(.supervisorName)
    request.badge = code(.badgeID, .badge)
    request.replyTo = mail(.replyTo)?.asAddress
    request.returnPath = mail(.returnPath)?.asAddress
    (request.callbackPhone, request.callbackCallingCode) = phone(.callbackPhone)
    (request.supervisorPhone, request.supervisorCallingCode) = phone(.supervisorPhone)
    request.accountCreatedAt = timestamp(.accountCreatedAt)
  }

  /// The account and the agency, each from what the row has of it.
  func settleSenderAndAgency() throws(RowFailure) {
    let mail = mail(.senderEmail)
    let id = readable(.senderID)
    if let mail {
      request.sender = mail.address
      request.senderDomain = mail.domain.ascii
      request.senderRegistrableDomain = mail.domain.registrable
      if request.senderName != nil, let name = text(.senderName) {
        request.mailboxBearsName = isBorne(name, by: mail.address)
      }
    } else {
      request.sender = id
    }
    if request.sender.isEmpty, request.channel.hasAccounts {
      let field: OptionalField =
        value(.senderEmail).pointee.isEmpty && !value(.senderID).pointee.isEmpty
        ? .senderID : .senderEmail
      let fault = repairs.last { $0.field == .optional(field) && $0.action == .dropped }?.fault
      throw RowFailure(field: .optional(field), fault: fault ?? .noSender)
    }
    let agency = value(.agencyID).pointee
    if let text = agency.isEmpty ? nil : agency.plainText { request.agencyID = clean(text, .required(.agencyID)) }
    guard request.agencyID.isEmpty else { return }
    guard !request.senderRegistrableDomain.isEmpty else {
      throw RowFailure(
        field: .required(.agencyID), fault: agency.isEmpty ? .noAgency : agency.isBroken ? .invalidText : .notText)
    }
    if !agency.isEmpty { note(.required(.agencyID), .notText, .altered) }
    request.agencyID = request.senderRegistrableDomain
  }

  /// Whether a mailbox bears a person's name; officers come again, with their mailboxes.
  private func isBorne(_ name: ByteView, by address: String) -> Bool {
    pair.removeAll(keepingCapacity: true)
    pair.append(contentsOf: name)
    pair.append(0)
    pair.append(contentsOf: address.utf8)
    return pair.withUnsafeBufferPointer { pair in
      mailboxNames.value(for: pair) { MailboxName.bears(name: name.text, address: address) }
    }
  }

  private func person(_ field: OptionalField) -> Pseudonym? {
    guard let text = text(field) else { return nil }
    desk.form.person(text)
    return desk.pseudonymOfForm(.person)
  }

  func code(_ field: OptionalField, _ kind: Pseudonymizer.Kind) -> Pseudonym? {
    guard let text = text(field) else { return nil }
    desk.form.code(text)
    return desk.pseudonymOfForm(kind)
  }

  /// A telephone number and the calling code that it was written with, 0 for none.
  private func phone(_ field: OptionalField) -> (Pseudonym?, UInt16) {
    guard let text = text(field) else { return (nil, 0) }
    guard desk.form.phone(text) else {
      drop(field, .notAPhoneNumber)
      return (nil, 0)
    }
    let code = desk.form.withBytes { $0.first == UInt8(ascii: "+") ? CallingCode.leading($0.dropFirst()) : 0 }
    return (desk.pseudonymOfForm(.phone), code)
  }

  private func mail(_ field: OptionalField) -> MailParts? {
    guard let text = text(field) else { return nil }
    if let parts = mails.value(for: text, make: { parts(of: text) }) { return parts }
    drop(field, .notAMailAddress)
    return nil
  }

  /// The parts of `name@domain`, or of `Some Name <name@domain>`; nil for what is no address.
  private func parts(of text: ByteView) -> MailParts? {
    var address = text
    if text.last == UInt8(ascii: ">"), let open = text.lastIndex(of: UInt8(ascii: "<")) {
      address = text.part(open + 1, text.count - 1).trimmed()
    }
    guard let at = address.lastIndex(of: UInt8(ascii: "@")), at > 0, at <= 128 else { return nil }
    let local = address.part(0, at)
    for byte in local where byte <= 32 || byte == 127 || Self.marksOutsideLocalPart.contains(byte) { return nil }
    let host = address.part(at + 1, address.count)
    guard let domain = domains.value(for: host, make: { DomainName(host) }) else { return nil }
    if !local.isASCII, TextCleaning.readable(local, limit: .max).isAltered { return nil }
    desk.form.lowercased(local)
    let localPart = desk.pseudonymOfForm(.mailbox)
    return MailParts(
      address: desk.form.withBytes { $0.text } + "@" + domain.ascii, localPart: localPart, domain: domain)
  }

  private static let marksOutsideLocalPart: [UInt8] = Array("@<>,;:\"()[]\\".utf8)
}

extension Channel {
  /// Whether requests of this channel come from an account that the log knows.
  fileprivate var hasAccounts: Bool { self == .email || self == .portal || self == .api }
}
