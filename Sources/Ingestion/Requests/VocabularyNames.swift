import RequestModel

/// The names of one vocabulary as bytes, for look-ups without strings.
///
/// Letter case does not matter, and a space or a dash counts as the underscore of the name. O(names).
struct VocabularyNames<Element: LogVocabulary>: Sendable {
  private let names: [(name: [UInt8], element: Element)]

  init() { names = Element.allCases.map { (Array($0.name.utf8), $0) } }

  func element(_ text: ByteView) -> Element? {
    for (name, element) in names where name.count == text.count {
      var isSame = true
      for i in 0..<text.count {
        let byte = text[i].asciiLowercased
        let folded = byte == 32 || byte == UInt8(ascii: "-") ? UInt8(ascii: "_") : byte
        if folded != name[i] {
          isSame = false
          break
        }
      }
      if isSame { return element }
    }
    return nil
  }
}

/// Every vocabulary of the request log.
struct Vocabularies: Sendable {
  let channels = VocabularyNames<Channel>()
  let requestTypes = VocabularyNames<RequestType>()
  let agencyTypes = VocabularyNames<AgencyType>()
  let authentications = VocabularyNames<MailAuthentication>()
  let targetTypes = VocabularyNames<TargetType>()
  let natures = VocabularyNames<EmergencyNature>()
  let categories = VocabularyNames<DataCategory>()
  let dispositions = VocabularyNames<Disposition>()
}
