import RequestModel
import Scoring
import Statistics

/// Alerts as a STIX 2.1 bundle: the sender as an observable, an indicator on it, its sighting, and a note with the reasons.
///
/// All identifiers are UUID version 5, so that the same alerts are the same bundle, byte for byte, and a second export
/// updates rather than repeats. Everything is marked TLP:AMBER: it names people of an agency. An indicator is `compromised`
/// only after a verdict; before, it is `anomalous-activity`, and a genuine verdict makes it `benign`.
/// Reference: OASIS STIX Version 2.1, sections 2.9, 4.5, 4.7, 4.14, 5.1, 6.
package enum STIXExport {
  static let amber = "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82"
  static let toolIdentity = id("identity", "countersign")

  package static func bundle(_ entries: [AlertEntry]) -> JSONValue {
    var objects: [JSONValue] = []
    var seen: Set<String> = []
    func add(_ object: JSONValue) {
      guard case .string(let id)? = object["id"], seen.insert(id).inserted else { return }
      objects.append(object)
    }
    if !entries.isEmpty {
      add(marking)
      add(tool)
    }
    for entry in entries { for object in self.objects(for: entry) { add(object) } }
    var names = ""
    for object in objects {
      if case .string(let id)? = object["id"] { names += id }
      if case .string(let modified)? = object["modified"] { names += modified }
    }
    return .object(
      [.init("type", .string("bundle")), .init("id", .string(id("bundle", names)))]
        + (objects.isEmpty ? [] : [.init("objects", .array(objects))]))
  }

  private static func objects(for entry: AlertEntry) -> [JSONValue] {
    let agency = agencyIdentity(entry)
    guard let account = observable(entry), case .string(let accountID)? = account["id"] else {
      return [agency, note(entry, about: [id(of: agency)])]
    }
    let observed = observedData(entry, accountID)
    let indicator = indicator(entry, account)
    return [
      agency, account, observed, indicator, sighting(entry, id(of: indicator), id(of: observed)),
      note(entry, about: [id(of: indicator), id(of: observed), id(of: agency)]),
    ]
  }

  private static func id(_ type: String, _ name: String) -> String {
    "\(type)--\(NamedUUID.make("\(type):\(name)", in: NamedUUID.countersign))"
  }

  private static func id(of object: JSONValue) -> String {
    guard case .string(let id)? = object["id"] else { return "" }
    return id
  }

  /// STIX times carry milliseconds.
  private static func time(_ instant: Instant) -> JSONValue {
    let text = TimeText.rfc3339(Instant(seconds: instant.seconds)).dropLast()
    let fraction = Int(instant.microseconds.flooredRemainder(by: 1_000_000)) / 1000
    return .string(text + "." + Figure.padded(fraction, 3) + "Z")
  }

  private static func common(
    _ type: String, _ name: String, created: Instant, modified: Instant? = nil
  ) -> [JSONValue.Member] {
    [
      .init("type", .string(type)), .init("spec_version", .string("2.1")), .init("id", .string(id(type, name))),
      .init("created_by_ref", .string(toolIdentity)), .init("created", time(created)),
      .init("modified", time(modified ?? created)), .init("object_marking_refs", .array([.string(amber)])),
    ]
  }

  /// A constant: objects that do not belong to one alert must not change with it.
  private static let epoch = Instant(seconds: 1_704_067_200)

  private static let marking = JSONValue.object([
    .init("type", .string("marking-definition")), .init("spec_version", .string("2.1")),
    .init("id", .string(amber)), .init("created", .string("2017-01-20T00:00:00.000Z")),
    .init("definition_type", .string("tlp")), .init("name", .string("TLP:AMBER")),
    .init("definition", .object([.init("tlp", .string("amber"))])),
  ])

  private static let tool = JSONValue.object([
    .init("type", .string("identity")), .init("spec_version", .string("2.1")), .init("id", .string(toolIdentity)),
    .init("created", time(epoch)), .init("modified", time(epoch)), .init("name", .string("Countersign")),
    .init("identity_class", .string("system")),
  ])

  private static func agencyIdentity(_ entry: AlertEntry) -> JSONValue {
    let sector: String
    switch entry.request.agencyType {
    case .local, .county: sector = "government-local"
    case .state: sector = "government-regional"
    case .federal: sector = "government-national"
    default: sector = "government-public-services"
    }
    return .object(
      common("identity", "agency:" + entry.assessment.agencyID, created: epoch) + [
        .init("name", .string(entry.agencyLabel)), .init("identity_class", .string("organization")),
        .init("sectors", .array([.string(sector)])),
      ])
  }

  /// The mail address or the account; nil where the request has no sender.
  private static func observable(_ entry: AlertEntry) -> JSONValue? {
    guard !entry.assessment.sender.isEmpty else { return nil }
    let isMail = entry.mailAddress != nil
    let type = isMail ? "email-addr" : "user-account"
    let property = JSONValue.Member(isMail ? "value" : "account_login", .string(entry.assessment.sender))
    // The identifier-contributing properties as canonical JSON (RFC 8785).
    let name = JSONValue.object([property]).text()
    return .object([
      .init("type", .string(type)), .init("spec_version", .string("2.1")),
      .init("id", .string("\(type)--\(NamedUUID.make(name, in: NamedUUID.stixObservables))")), property,
      .init("object_marking_refs", .array([.string(amber)])),
    ])
  }

  private static func observedData(_ entry: AlertEntry, _ account: String) -> JSONValue {
    let a = entry.assessment
    return .object(
      common("observed-data", a.requestID, created: a.receivedAt) + [
        .init("first_observed", time(a.receivedAt)), .init("last_observed", time(a.receivedAt)),
        .init("number_observed", .integer(1)), .init("object_refs", .array([.string(account)])),
      ])
  }

  private static func indicator(_ entry: AlertEntry, _ account: JSONValue) -> JSONValue {
    let a = entry.assessment
    let path = entry.mailAddress != nil ? "email-addr:value" : "user-account:account_login"
    let kind = entry.verdict.map { $0.isFraudulent ? "compromised" : "benign" } ?? "anomalous-activity"
    return .object(
      common(
        "indicator", a.requestID, created: a.receivedAt,
        modified: entry.verdict.map { max($0.labelledAt, a.receivedAt) })
        + [
          .init("name", .string(entry.findingTitle)), .init("description", .string(entry.findingDescription)),
          .init("indicator_types", .array([.string(kind)])),
          .init("pattern", .string("[\(path) = '\(quoted(a.sender))']")),
          .init("pattern_type", .string("stix")), .init("pattern_version", .string("2.1")),
          .init("valid_from", time(a.receivedAt)), .init("confidence", .integer(Severity(entry).confidence)),
        ])
  }

  /// A string constant of the pattern grammar: backslash and apostrophe escaped.
  private static func quoted(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "\\" || scalar == "'" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func sighting(_ entry: AlertEntry, _ indicator: String, _ observed: String) -> JSONValue {
    let a = entry.assessment
    return .object(
      common("sighting", a.requestID, created: a.receivedAt) + [
        .init("first_seen", time(a.receivedAt)), .init("last_seen", time(a.receivedAt)), .init("count", .integer(1)),
        .init("sighting_of_ref", .string(indicator)), .init("observed_data_refs", .array([.string(observed)])),
        .init("where_sighted_refs", .array([.string(toolIdentity)])),
      ])
  }

  private static func note(_ entry: AlertEntry, about references: [String]) -> JSONValue {
    let a = entry.assessment
    var lines = ["Score \(Figure.decimal(a.score, 1)) of 100; \(entry.evidenceText); \(entry.rarityText)."]
    for reason in ReasonLine.ordered(a.reasons).prefix(AlertEntry.shownReasons) {
      lines.append("\(Figure.signed(reason.contribution.value)) bits: \(ReasonLine(reason).sentence)")
    }
    return .object(
      common("note", a.requestID, created: a.receivedAt) + [
        .init("abstract", .string("Why request \(a.requestID) stands out")),
        .init("content", .string(lines.joined(separator: "\n"))),
        .init("object_refs", .array(references.map(JSONValue.string))),
      ])
  }
}
