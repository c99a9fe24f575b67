import RequestModel

/// The one byte string of a request's content: what its digest is taken over.
///
/// Every field has a tag of its own; absent ones are left out, so that absent, null and empty are the same. Texts and
/// lists carry their length. Integers are little-endian. A number's spelling, the order of keys and of lists, and the
/// file format leave no trace.
struct CanonicalBytes {
  /// What stands beyond `count` means nothing.
  private var buffer = [UInt8](repeating: 0, count: 4096)
  private var count = 0

  func withBytes<Result>(_ body: (ByteView) -> Result) -> Result {
    buffer.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  mutating func begin() {
    count = 0
    // The version of this encoding.
    put(raw: UInt8(1))
  }

  @inline(__always)
  private mutating func makeRoom(for more: Int) {
    if buffer.count - count < more { grow(by: more) }
  }

  private mutating func grow(by more: Int) {
    buffer.append(contentsOf: repeatElement(0, count: max(more, buffer.count)))
  }

  @inline(__always)
  mutating func put<Number: FixedWidthInteger>(raw number: Number) {
    makeRoom(for: MemoryLayout<Number>.size)
    buffer.withUnsafeMutableBytes { $0.storeBytes(of: number.littleEndian, toByteOffset: count, as: Number.self) }
    count += MemoryLayout<Number>.size
  }

  private mutating func put(bytes: ByteView) {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return }
    makeRoom(for: bytes.count)
    let place = count
    buffer.withUnsafeMutableBytes { ($0.baseAddress! + place).copyMemory(from: start, byteCount: bytes.count) }
    count += bytes.count
  }

  mutating func put(raw pseudonym: Pseudonym) {
    put(raw: pseudonym.high)
    put(raw: pseudonym.low)
  }

  mutating func put(raw text: String) {
    put(raw: UInt32(text.utf8.count))
    var text = text
    text.withUTF8 { put(bytes: $0) }
  }

  mutating func put(_ tag: UInt8, _ number: Int64?) {
    guard let number else { return }
    put(raw: tag)
    put(raw: number)
  }

  mutating func put(_ tag: UInt8, _ text: String) {
    guard !text.isEmpty else { return }
    put(raw: tag)
    put(raw: text)
  }

  mutating func put(_ tag: UInt8, _ pseudonym: Pseudonym?) {
    guard let pseudonym else { return }
    put(raw: tag)
    put(raw: pseudonym)
  }

  mutating func put(_ tag: UInt8, _ address: MailAddress?) {
    guard let address else { return }
    put(raw: tag)
    put(raw: address.localPart)
    put(raw: address.domain)
  }

  mutating func put(_ tag: UInt8, word: (some LogVocabulary)?) {
    guard let word else { return }
    put(raw: tag)
    put(raw: word.rawValue)
  }

  mutating func put<Element>(_ tag: UInt8, list: [Element], _ each: (inout CanonicalBytes, Element) -> Void) {
    guard !list.isEmpty else { return }
    put(raw: tag)
    put(raw: UInt32(list.count))
    for element in list { each(&self, element) }
  }

  /// The text of a letter; line ends of two bytes count as one.
  mutating func put(_ tag: UInt8, letter: ByteView) {
    guard !letter.isEmpty else { return }
    put(raw: tag)
    let place = count
    put(raw: UInt32(0))
    var from = 0
    while let carriage = letter.firstIndex(of: 13, from: from) {
      put(bytes: letter.part(from, carriage))
      if carriage + 1 == letter.count || letter[carriage + 1] != 10 { put(raw: UInt8(13)) }
      from = carriage + 1
    }
    put(bytes: letter.part(from, letter.count))
    let end = count
    count = place
    put(raw: UInt32(end - place - 4))
    count = end
  }
}

extension PseudonymDesk {
  /// The keyed digest of everything that a request means.
  ///
  /// O(length of its text).
  func digest(of request: Request, subject: ByteView, body: ByteView, using form: inout CanonicalBytes) -> Pseudonym {
    form.begin()
    form.put(1, request.id)
    form.put(2, request.receivedAt.microseconds)
    form.put(3, Int64(request.offsetMinutes))
    form.put(4, word: request.channel)
    form.put(5, word: request.type)
    form.put(6, request.agencyID)
    form.put(7, request.agencyName)
    form.put(8, request.agencyCountry)
    form.put(9, word: request.agencyType)
    form.put(10, request.agencyTimezone)
    form.put(11, request.platform)
    form.put(12, request.sender)
    form.put(13, request.senderDomain)
    form.put(14, request.senderName)
    form.put(15, request.badge)
    form.put(16, request.replyTo)
    form.put(17, request.returnPath)
    form.put(18, request.callbackPhone)
    form.put(19, request.supervisorName)
    form.put(20, request.supervisorPhone)
    form.put(21, request.accountCreatedAt?.microseconds)
    form.put(22, request.caseNumber)
    form.put(23, request.caseNumberShape)
    form.put(24, list: request.legalCitations) { $0.put(raw: $1) }
    form.put(25, request.deadlineMinutes)
    form.put(26, request.natures.isEmpty ? nil : Int64(request.natures.bits))
    form.put(27, list: request.targets) { form, target in
      form.put(raw: target.type.rawValue)
      form.put(raw: target.value)
      form.put(raw: target.country)
    }
    form.put(28, request.categories.isEmpty ? nil : Int64(request.categories.bits))
    form.put(29, request.scope)
    form.put(30, request.periodStart.map { Int64($0.daysSinceEpoch) })
    form.put(31, request.periodEnd.map { Int64($0.daysSinceEpoch) })
    form.put(32, list: request.attachments) { $0.put(raw: $1) }
    form.put(33, request.sessionIP)
    form.put(34, request.sessionASN)
    form.put(35, request.sessionCountry)
    form.put(36, request.sessionDevice)
    form.put(37, request.mfa.map { $0 ? 1 : 0 })
    form.put(38, word: request.spf)
    form.put(39, word: request.dkim)
    form.put(40, word: request.dmarc)
    form.put(41, request.language)
    form.put(42, letter: subject)
    form.put(43, letter: body)
    form.put(44, list: request.attributes) { form, attribute in
      form.put(raw: attribute.name)
      switch attribute.value {
      case .category(let pseudonym):
        form.put(raw: UInt8(0))
        form.put(raw: pseudonym)
      case .number(let number):
        form.put(raw: UInt8(1))
        form.put(raw: number.bitPattern)
      }
    }
    form.put(45, request.malformed.isEmpty ? nil : Int64(bitPattern: request.malformed.bits))
    return form.withBytes { digest($0) }
  }
}
