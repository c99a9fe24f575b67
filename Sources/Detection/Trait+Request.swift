import Baselines
package import RequestModel

extension Trait {
  /// The traits of a request, each once, in the order of the fields.
  ///
  /// They depend on the request, its agency's country and clock, and on nothing that was learned.
  /// Complexity: O(targets).
  package static func all(of request: Request, in context: Context) -> [Trait] {
    var out: [Trait] = []
    out.reserveCapacity(56)
    asked(request, context, into: &out)
    sent(request, context, into: &out)
    if let wording = request.wording { written(wording, into: &out) }
    return out
  }

  private static func asked(_ request: Request, _ context: Context, into out: inout [Trait]) {
    func add(_ field: Field, _ value: Int) { out.append(Trait(field, value)) }
    add(.channel, Int(request.channel.rawValue))
    add(.type, Int(request.type.rawValue))
    add(.targetCount, step(request.targets.count, [0, 1, 2, 5, 10, 30]))
    for type in VocabularySet(request.targets.lazy.map(\.type)).elements { add(.targetType, Int(type.rawValue)) }
    add(.targetCountry, targetCountry(request, home: context.country(of: request)))
    for category in request.categories.elements { add(.asks, Int(category.rawValue)) }
    add(.askedCount, request.categories.count)
    for nature in request.natures.elements { add(.nature, Int(nature.rawValue)) }
    add(.citations, min(3, request.legalCitations.count))
    add(.deadline, request.deadlineMinutes.map { 1 + logStep(Double($0), size: 16) } ?? 0)
    add(.attachments, min(3, request.attachments.count))
    add(.period, PeriodDetector.step(of: request))
    add(.scope, ScopeDetector.step(of: request))
  }

  private static func sent(_ request: Request, _ context: Context, into out: inout [Trait]) {
    func add(_ field: Field, _ value: Int) { out.append(Trait(field, value)) }
    add(.secondFactor, SecondFactorDetector.value(of: request))
    for (field, result) in [(Field.spf, request.spf), (.dkim, request.dkim), (.dmarc, request.dmarc)] {
      add(field, MailAuthenticationDetector.value(of: result))
    }
    add(.replyTo, relation(request.replyTo, request))
    add(.returnPath, relation(request.returnPath, request))
    add(.hour, context.local.hour)
    add(.day, context.isHoliday ? 2 : context.local.weekday >= 5 ? 1 : 0)
    let given = [
      request.badge != nil, request.callbackPhone != nil,
      request.supervisorName != nil || request.supervisorPhone != nil, !request.caseNumberShape.isEmpty,
      request.senderName != nil, !request.sessionDevice.isEmpty, request.sessionASN != nil, request.wording != nil,
      !request.language.isEmpty,
    ]
    for (place, isGiven) in given.enumerated() where isGiven { add(.gives, place) }
  }

  private static func written(_ wording: WordingFeatures, into out: inout [Trait]) {
    func add(_ field: Field, _ value: Int) { out.append(Trait(field, value)) }
    add(.wordCount, step(Int(wording.wordCount), [0, 20, 40, 60, 90, 150, 300]))
    add(.lineCount, step(Int(wording.lineCount), [1, 2, 3, 5, 8, 12]))
    add(.capitals, step(100 * Int(wording.capitalCount) / max(1, Int(wording.letterCount)), [1, 2, 3, 5, 8, 15]))
    add(.exclamations, min(3, Int(wording.exclamationCount)))
    add(.urgency, min(4, wording.hits(.urgency) + wording.hits(.deadline) + wording.hits(.pressure)))
    add(.threat, min(4, wording.hits(.threat)))
    add(.secrecy, min(4, wording.hits(.secrecy)))
    add(.payment, min(4, wording.hits(.payment)))
  }

  /// The place of the first edge that `value` does not pass.
  private static func step(_ value: Int, _ edges: [Int]) -> Int {
    edges.firstIndex { value <= $0 } ?? edges.count
  }

  private static func targetCountry(_ request: Request, home: String) -> Int {
    let named = request.targets.lazy.map(\.country).filter { !$0.isEmpty }
    if named.isEmpty { return 0 }
    let isHome = named.contains(home)
    return named.allSatisfy { $0 == home } ? 1 : isHome ? 2 : 3
  }

  private static func relation(_ address: MailAddress?, _ request: Request) -> Int {
    guard let address else { return 0 }
    return address.registrableDomain == request.senderRegistrableDomain ? 1 : 2
  }
}
