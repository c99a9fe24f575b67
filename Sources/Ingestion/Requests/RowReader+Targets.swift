import RequestModel

extension RowReader {
  /// Whom or what the request asks about: sorted, without repeats.
  func readTargets() throws(RowFailure) {
    let list = value(.targets).pointee
    guard !list.isEmpty else { return }
    var targets: [Target] = []
    targets.reserveCapacity(4)
    var count = 0
    var isFaulty = false
    var isUnknown = false
    func take(_ target: Target?) {
      count += 1
      if let target { targets.append(target) } else { isFaulty = true }
    }
    if list.isList {
      forEachChild(of: list) { child in
        guard count <= limits.targets else { return }
        if child.isObject {
          take(target(of: child, &isFaulty, &isUnknown))
        } else if child.isText, !child.isEmpty {
          take(target(of: child.bytes.trimmed(), &isFaulty, &isUnknown))
        } else if !child.isNull, !child.isText {
          take(nil)
        }
      }
    } else if list.isObject {
      take(target(of: list, &isFaulty, &isUnknown))
    } else if list.isText {
      forEachPart(of: list.bytes) { part in
        let text = part.trimmed()
        if !text.isEmpty, count <= limits.targets { take(target(of: text, &isFaulty, &isUnknown)) }
      }
    } else {
      throw RowFailure(field: .optional(.targets), fault: list.isBroken ? .invalidText : .notAList)
    }
    guard count <= limits.targets else {
      throw RowFailure(field: .optional(.targets), fault: .tooManyItems(limit: limits.targets))
    }
    if isFaulty { drop(.targets, .unusableItem) }
    if isUnknown { note(.optional(.targets), .unknownValue, .other) }
    if targets.count > 1 {
      targets.sort(by: Self.isBefore)
      var kept = 1
      for i in 1..<targets.count where targets[i] != targets[kept - 1] {
        targets[kept] = targets[i]
        kept += 1
      }
      targets.removeLast(targets.count - kept)
    }
    request.targets = targets
  }

  /// `{type, value, country}`.
  private func target(of object: Value, _ isFaulty: inout Bool, _ isUnknown: inout Bool) -> Target? {
    var type = Value.absent
    var value = Value.absent
    var country = Value.absent
    forEachChild(of: object) { member in
      let key = member.keyBytes
      if key.equals("type") { type = member } else if key.equals("value") { value = member }
      if key.equals("country") { country = member }
    }
    guard let text = value.plainText, !text.isEmpty else { return nil }
    let empty = ByteView(start: nil, count: 0)
    if !type.isEmpty, type.plainText == nil { isFaulty = true }
    if !country.isEmpty, country.plainText == nil { isFaulty = true }
    return target(
      type.plainText ?? empty, text, country: country.plainText ?? empty, &isFaulty, &isUnknown)
  }

  /// `type:value` or `type@CC:value`; without a colon all of it is the value.
  private func target(of text: ByteView, _ isFaulty: inout Bool, _ isUnknown: inout Bool) -> Target? {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":"), from: 0) else {
      return target(text.part(0, 0), text, country: text.part(0, 0), &isFaulty, &isUnknown)
    }
    let at = text.part(0, colon).firstIndex(of: UInt8(ascii: "@"), from: 0) ?? colon
    let value = text.part(colon + 1, text.count).trimmed()
    guard !value.isEmpty else { return nil }
    return target(
      text.part(0, at).trimmed(), value, country: text.part(min(at + 1, colon), colon).trimmed(), &isFaulty, &isUnknown)
  }

  private func target(
    _ type: ByteView, _ value: ByteView, country: ByteView, _ isFaulty: inout Bool, _ isUnknown: inout Bool
  ) -> Target {
    let known = names.targetTypes.element(type)
    if known == nil { isUnknown = true }
    var code = ""
    if !country.isEmpty {
      if let found = countryCode(country) { code = found } else { isFaulty = true }
    }
    desk.form.target(value, type: known ?? .other)
    return Target(type: known ?? .other, value: desk.pseudonymOfForm(.target), country: code)
  }

  private static func isBefore(_ a: Target, _ b: Target) -> Bool {
    if a.type != b.type { return a.type.rawValue < b.type.rawValue }
    if a.value.high != b.value.high { return a.value.high < b.value.high }
    if a.value.low != b.value.low { return a.value.low < b.value.low }
    return a.country < b.country
  }
}
