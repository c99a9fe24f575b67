import RequestModel

extension RowReader {
  /// The portal or mail session.
  func readSession() {
    if let text = text(.sessionIP) {
      if desk.form.ip(text) {
        request.sessionIP = desk.pseudonymOfForm(.ip)
      } else {
        drop(.sessionIP, .notAnIPAddress)
      }
    }
    request.sessionASN = asn()
    request.sessionCountry = country(.sessionCountry)
    request.sessionDevice = readable(.sessionDevice)
    request.mfa = boolean(.mfa)
    request.spf = word(.spf, names.authentications, or: nil)
    request.dkim = word(.dkim, names.authentications, or: nil)
    request.dmarc = word(.dmarc, names.authentications, or: nil)
  }

  /// A 32-bit number, with or without `AS` before it.
  private func asn() -> Int64? {
    let greatest = Int64(UInt32.max)
    if value(.sessionASN).pointee.isText, let text = text(.sessionASN), text.count > 2,
      text.part(0, 2).equalsIgnoringCase("as"), let number = NumberText.whole(text.part(2, text.count)), number >= 0,
      number <= greatest
    {
      return number
    }
    return wholeNumber(.sessionASN, to: greatest)
  }

  private func boolean(_ field: OptionalField) -> Bool? {
    let value = value(field).pointee
    if let truth = value.boolean { return truth }
    guard !value.isEmpty else { return nil }
    if let text = value.plainText {
      if text.equalsIgnoringCase("true") { return true }
      if text.equalsIgnoringCase("false") { return false }
    }
    drop(field, .notABoolean)
    return nil
  }
}
