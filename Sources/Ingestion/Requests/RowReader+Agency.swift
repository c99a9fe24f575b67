import RequestModel

extension RowReader {
  /// Directory facts that the request tells of its agency.
  func readAgency() {
    request.platform = readable(.platform)
    request.agencyName = readable(.agencyName)
    request.agencyCountry = country(.agencyCountry)
    request.agencyType = word(.agencyType, names.agencyTypes, or: .other)
    if let text = text(.agencyTimezone) {
      let isTimezone = settings.isTimezone
      let zone = timezones.value(for: text) {
        let name = text.text
        let isNamed = name.contains("/") || name == "UTC" || name == "GMT"
        return isNamed && text.isASCII && isTimezone(name) ? name : nil
      }
      if let zone { request.agencyTimezone = zone } else { drop(.agencyTimezone, .notATimezone) }
    }
  }

  /// Two letters, upper case; empty where absent or dropped.
  func country(_ field: OptionalField) -> String {
    guard let text = text(field) else { return "" }
    guard let code = countryCode(text) else {
      drop(field, .notACountry)
      return ""
    }
    return code
  }

  func countryCode(_ text: ByteView) -> String? {
    guard text.count == 2, text[0].isASCIILetter, text[1].isASCIILetter else { return nil }
    var bytes = (text[0].asciiUppercased, text[1].asciiUppercased)
    return withUnsafeBytes(of: &bytes) { String(decoding: $0, as: UTF8.self) }
  }
}
