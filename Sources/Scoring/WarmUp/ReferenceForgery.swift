package import Detection
package import RequestModel
import Statistics

/// The forgery that warm-up budgets are measured with: what the prior holds most probable of one habit, sent from a
/// sender's own account.
///
/// It is a genuine request of the account, changed as the forger model says of `habit`: the likeliest channel, type,
/// kind and number of targets, danger, part of the day and pressure; with the thief's own device, network, number and
/// reply address. Two models with the same tables make the same forgery.
package struct ReferenceForgery: Sendable {
  package let habit: Habit
  private let model: ForgerModel

  package init(model: ForgerModel, habit: Habit = .nightMail) {
    self.model = model
    self.habit = habit
  }

  /// What of the thief a request shows; a thief who warms an account up shows them first in harmless requests.
  package enum Trait: Int, CaseIterable, Sendable {
    case device, network, hour, callback, reply
  }

  /// A request of the account as the thief would send it, at his hour of the `day`.
  package func forged(_ template: Request, id: String, day: Int32, serial: UInt64) -> Request {
    var out = quiet(template, showing: Trait.allCases, id: id, day: day, serial: serial)
    if let channel = likeliest("channel", Channel.allCases, \.name) { out.channel = channel }
    if out.channel == .email { out.mfa = nil }
    if let type = likeliest("request_type", RequestType.allCases, \.name) { out.type = type }
    if let nature = likeliest("emergency_nature", EmergencyNature.allCases, \.name) {
      out.natures = VocabularySet(out.type == .emergency ? [nature] : [])
    }
    let kind = likeliest("target_type", TargetType.allCases, \.name) ?? .username
    // Somebody whom this agency has nothing to do with.
    out.targets = [Target(type: kind, value: ReferenceForgery.pseudonym(serial ^ 0xF0), country: "ZZ")]
    out.categories = VocabularySet(
      DataCategory.allCases.filter {
        model.probability("data_categories", $0.name, otherwise: 0)[habit.rawValue] >= 0.5
      })
    out.deadlineMinutes = out.type == .emergency ? 60 : out.deadlineMinutes
    if var wording = out.wording {
      for lexicon in [Lexicon.urgency, .threat] {
        let hits = wording.lexiconHits[Int(lexicon.rawValue)]
        wording.lexiconHits[Int(lexicon.rawValue)] = max(hits, UInt16(max(2, wording.wordCount / 25)))
      }
      out.wording = wording
    }
    return out
  }

  /// An ordinary request of the account that shows some of the thief's traits: new targets and a new case, otherwise
  /// copied word for word.
  package func quiet(
    _ template: Request, showing traits: [Trait], id: String, day: Int32, serial: UInt64
  ) -> Request {
    var out = template
    out.id = id
    let ofDay =
      template.receivedAt.microseconds - template.receivedAt.microseconds.flooredDivision(by: ReferenceForgery.day)
      * ReferenceForgery.day
    out.receivedAt = Instant(microseconds: Int64(day) * ReferenceForgery.day + ofDay)
    out.caseNumber = template.caseNumber.map { _ in ReferenceForgery.pseudonym(serial ^ 0xC0) }
    out.attachments = []
    out.targets = template.targets.enumerated().map {
      Target(
        type: $1.type, value: ReferenceForgery.pseudonym(serial &* 64 &+ UInt64($0)), country: $1.country)
    }.sorted { ($0.value.high, $0.value.low) < ($1.value.high, $1.value.low) }
    for trait in traits { show(trait, in: &out, day: day, serial: serial) }
    return out
  }

  private static let day: Int64 = 86_400_000_000

  private func show(_ trait: Trait, in request: inout Request, day: Int32, serial: UInt64) {
    switch trait {
    case .device:
      if !request.sessionDevice.isEmpty { request.sessionDevice = "the thief's device" }
    case .network:
      if request.sessionASN != nil { request.sessionASN = 0x7FFF_FFFF }
      if !request.sessionCountry.isEmpty { request.sessionCountry = "ZZ" }
      if request.sessionIP != nil { request.sessionIP = ReferenceForgery.pseudonym(0x1F) }
    case .hour:
      // The middle of the likeliest part of the day, within a quarter of an hour, on the agency's clock as it is written.
      let parts: [(name: String, hour: Int64)] = [("night", 3), ("morning", 7), ("office", 13), ("evening", 20)]
      let hour = parts.max {
        probability("hour_of_week", $0.name) < probability("hour_of_week", $1.name)
      }!.hour
      let local = hour * 3600 + Int64(serial % 900) - Int64(request.offsetMinutes) * 60
      request.receivedAt = Instant(
        microseconds: Int64(day) * ReferenceForgery.day + local.flooredRemainder(by: 86_400) * 1_000_000)
    case .callback: request.callbackPhone = ReferenceForgery.pseudonym(0x2F)
    case .reply:
      if request.channel == .email {
        request.replyTo = MailAddress(
          localPart: ReferenceForgery.pseudonym(0x3F), domain: "gmail.com", registrableDomain: "gmail.com")
      }
    }
  }

  private func probability(_ look: String, _ value: String) -> Double {
    model.probability(look, value, otherwise: 0)[habit.rawValue]
  }

  private func likeliest<Value>(_ look: String, _ values: [Value], _ name: (Value) -> String) -> Value? {
    var best: (value: Value, p: Double)?
    for value in values {
      let p = probability(look, name(value))
      if p > best?.p ?? 0 { best = (value, p) }
    }
    return best?.value
  }

  private static func pseudonym(_ number: UInt64) -> Pseudonym {
    Pseudonym(high: mixed(number ^ 0x7EEF), low: mixed(number &+ 0x7EEF_0001))
  }
}
