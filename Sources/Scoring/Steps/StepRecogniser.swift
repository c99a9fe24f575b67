import Baselines
import Detection
import RequestModel
import Statistics

/// Recognises harmless steps behind one request, from what *other* senders and agencies have shown.
///
/// A value that is odd for this sender is a step where enough other established senders of the agency, none of them
/// suspicious, showed the same value within six weeks, since small agencies write seldom, and nobody there did long before. It sees the closed state and
/// the night's earlier requests. O(observations).
struct StepRecogniser {
  let filing: Filing
  let context: Context
  /// Its ledger is asked where it stands: a copy kept here would have the night's copied with every note.
  let agency: Party
  /// The account as the agency of its domain knows it, where that is another than the request's.
  let homeSender: Profile?
  /// Values that agencies of the whole log came to show of late.
  let everywhere: StepLedger
  /// Requests and cases of the sender earlier in the night.
  let requestsTonight: Int
  let casesTonight: Int
  let oddities: [Oddity]
  let sender: UInt32
  /// The letter's first lines, as vocabularies and ledgers know them.
  let lines: [UInt64]
  /// Where device and network stand in a sender's profile; empty where the request shows no network.
  let sessionKeys: [UInt64]

  init(
    filing: Filing, context: Context, observations: [Observation], priced: [Priced],
    agency: Party, everywhere: StepLedger, homeSender: Profile?, requestsTonight: Int, casesTonight: Int
  ) {
    let request = filing.request
    self.filing = filing
    self.context = context
    self.agency = agency
    self.homeSender = homeSender
    self.everywhere = everywhere
    self.requestsTonight = requestsTonight
    self.casesTonight = casesTonight
    let needsSession = homeSender != nil || requestsTonight >= BenignStep.backlog.least
    sessionKeys = needsSession ? StepRecogniser.sessionKeys(of: request, observations) : []
    oddities = StepRecogniser.oddities(of: request, observations, priced)
    sender = StepLedger.code(ofSender: request.sender)
    lines = request.wording?.lines.prefix(16).map(Lesson.lineKey) ?? []
  }

  /// Nights within which the others must have shown it, and within which it must have been new to the agency.
  static let window: Int32 = 42
  static let recent: Int32 = 84
  /// How many times likelier a forger must make a value for it to be odd for a sender.
  static let odd = 2.0
  /// Past requests that make a sender established.
  static let established = 2.0

  private var day: Int32 { context.night.day }
  /// The agency's ledger from closed nights, and of this night so far; to be held for a question only.
  private var ledgers: Ledgers { Ledgers(closed: agency.state.steps, tonight: agency.steps) }

  private struct Ledgers {
    let closed: StepLedger
    let tonight: StepLedger?

    /// The night on which a value was first seen at the agency.
    func first(_ key: UInt64) -> Int32? {
      guard let tonight = tonight?.first(key) else { return closed.first(key) }
      return min(closed.first(key) ?? .max, tonight)
    }

    func others(than sender: UInt32, showing key: UInt64, since day: Int32) -> Int {
      guard let tonight else { return closed.others(than: sender, showing: key, since: day) }
      return closed.others(than: sender, showing: key, since: day, or: tonight)
    }
  }

  // MARK: What the request shows

  /// What may be noted of the request for others; `isUnsuspicious` by its evidence.
  func sighting(isUnsuspicious: Bool) -> StepSighting {
    var out = StepSighting()
    guard !filing.request.sender.isEmpty, isUnsuspicious else { return out }
    out.sender = sender
    out.isNotable = true
    out.isEstablished = context.senderHistory >= StepRecogniser.established
    out.vouchers = vouchers.map(\.key)
    if filing.request.type == .emergency { out.natures = filing.request.natures }
    if out.isEstablished {
      out.oddities = oddities.map(\.key) + letterLines
      out.adoptions = adoptions
    } else if carriesIdentity || homeSender != nil {
      // A new account of a known officer, or of a known agency's domain: its domain is what others may share.
      out.oddities = oddities.lazy.filter { $0.aspect == .senderDomain }.map(\.key)
    }
    return out
  }

  struct Oddity {
    var aspect: Aspect
    var key: UInt64
    var look: Int
  }

  /// Where the device and the network of the request stand in a profile.
  private static func sessionKeys(of request: Request, _ observations: [Observation]) -> [UInt64] {
    guard request.sessionASN != nil else { return [] }
    return observations.lazy.filter {
      $0.aspect == Aspect.sessionNetwork.rawValue
        || ($0.aspect == Aspect.sessionDevice.rawValue && !request.sessionDevice.isEmpty)
    }.map { $0.slot.key(of: $0.value) }
  }

  /// Where the call-back number of the request stands in a profile.
  var phoneKey: UInt64? {
    filing.request.callbackPhone.map { Slot(aspect: UInt64(Aspect.callbackPhone.rawValue)).key(of: $0.low) }
  }

  /// Values of the request that are odd for its sender and that others may come to show.
  private static func oddities(of request: Request, _ observations: [Observation], _ priced: [Priced]) -> [Oddity] {
    var out: [Oddity] = []
    for item in priced where any(item.ratio .>= StepRecogniser.odd) {
      let seen = observations[item.observation]
      guard seen.share > 0, let aspect = Aspect(rawValue: seen.aspect) else { continue }
      if aspect == .domainRelation {
        // The look names a relation; what colleagues can share is the domain itself.
        if seen.value > 0 {
          out.append(
            Oddity(
              aspect: .senderDomain, key: StepRecogniser.domainKey(request.senderRegistrableDomain),
              look: seen.detector))
        }
        continue
      }
      guard StepRecogniser.step(aspect, request) != nil else { continue }
      out.append(
        Oddity(
          aspect: aspect, key: seen.slot.key(of: StepRecogniser.coarse(seen.value, aspect)), look: seen.detector))
    }
    return out
  }

  private static func domainKey(_ domain: String) -> UInt64 {
    Slot(aspect: UInt64(Aspect.senderDomain.rawValue)).key(of: SipHash.fixed.hash(domain))
  }

  /// Neighbouring hours and like days are one value.
  private static func coarse(_ value: UInt64, _ aspect: Aspect) -> UInt64 {
    switch aspect {
    case .hour: value / 4
    case .weekday: value >= 5 ? 1 : 0
    default: value
    }
  }

  /// Lines of the letter that the agency does not know, or has come to know as a step.
  private var letterLines: [UInt64] {
    let (known, ledgers) = (context.lineage.agency.words, ledgers)
    return lines.filter { known[$0] == 0 || ledgers.first($0) != nil }
  }

  /// Whether a new account shows a badge or number that its agency knows from before.
  private var carriesIdentity: Bool {
    for (aspect, value) in [(Aspect.badge, filing.request.badge), (.callbackPhone, filing.request.callbackPhone)] {
      let slot = Slot(aspect: UInt64(aspect.rawValue))
      if let value, context.lineage.agency.counts[slot.key(of: value.low)] > 0 { return true }
    }
    return false
  }

  /// Which step it is where several senders show a new value of an aspect; nil for aspects that make none.
  private static func step(_ aspect: Aspect, _ request: Request) -> BenignStep? {
    switch aspect {
    case .senderDomain: .domainMigration
    case .channel: request.channel == .portal || request.channel == .api ? .portalMove : .newPractice
    case .sessionDevice, .sessionNetwork, .sessionCountry: .newEquipment
    case .callbackPhone, .supervisorName, .supervisorPhone: .newContacts
    case .hour, .weekday: .timeShift
    case .requestType, .emergencyNature, .targetType: .newTask
    case .secondFactor, .mailAuthentication, .replyToRelation, .returnPathRelation, .attributeCategory, .caseShape,
      .citation, .language, .platform, .deadline:
      .newPractice
    default: nil
    }
  }

  // MARK: Steps

  /// The steps of the agency behind the request, in the order in which they are taken off.
  func agencySteps() -> [RecognisedStep] {
    var out: [RecognisedStep] = []
    guard !filing.request.sender.isEmpty else { return out }
    let ledgers = ledgers
    if !ledgers.closed.isEmpty || ledgers.tonight != nil {
      for oddity in oddities {
        guard var step = StepRecogniser.step(oddity.aspect, filing.request) else { continue }
        if oddity.aspect == .senderDomain {
          // A domain that imitates a known one is no migration, whoever writes from it.
          if context.imitatedDomain != nil { continue }
          if homeSender != nil { step = .taskForce }
        }
        if let others = others(showing: oddity.key, step, in: ledgers) { add(step, others, oddity.look, to: &out) }
      }
      if let others = templateOthers(in: ledgers) { add(.newTemplate, others, nil, to: &out) }
      if let vouching = vouching { add(.newOfficer, vouching, nil, to: &out) }
    }
    addElsewhere(to: &out)
    addBacklog(to: &out)
    if isListedDomain, !out.contains(where: { $0.step == .domainMigration }) {
      out.append(
        RecognisedStep(
          step: .domainMigration, looks: BenignStep.domainMigration.places, others: 0,
          because: "The agency directory lists this mail domain"))
    }
    if isResent {
      out.append(
        RecognisedStep(
          step: .resend, looks: BenignStep.resend.places, others: 0,
          because: "This sender asked about this target before, under the same case number"))
    }
    return out
  }

  private func add(_ step: BenignStep, _ others: Int, _ look: Int?, to steps: inout [RecognisedStep]) {
    if let known = steps.firstIndex(where: { $0.step == step }) {
      steps[known].others = max(steps[known].others, others)
      if let look, !steps[known].looks.contains(look) { steps[known].looks.append(look) }
      return
    }
    var looks = step.places
    if let look, !looks.contains(look) { looks.append(look) }
    steps.append(
      RecognisedStep(
        step: step, looks: looks, others: others, because: StepRecogniser.because(step, others)))
  }

  private static func because(_ step: BenignStep, _ others: Int) -> String {
    switch step {
    case .newOfficer:
      "A new account, but \(others) colleagues come through the same network and name the same supervisor or form"
    case .taskForce: "\(others) other senders \(step.deed ?? "")"
    default: "\(others) other senders of this agency \(step.deed ?? "did the same") within \(window) days"
    }
  }

  /// How many other senders showed a value that is recent here; nil where they are too few for the step.
  private func others(showing key: UInt64, _ step: BenignStep, in ledgers: Ledgers) -> Int? {
    guard let first = ledgers.first(key), first >= day - StepRecogniser.recent else { return nil }
    func count(_ key: UInt64) -> Int {
      ledgers.others(than: sender, showing: key, since: day - StepRecogniser.window)
    }
    let showing = count(key)
    guard showing >= step.least else { return nil }
    if step.leastShare > 0, Double(showing) < step.leastShare * Double(count(StepLedger.roll)) { return nil }
    return showing
  }

  /// The fewest others that share each of at least a third, and three, of the letter's lines; nil where no template is new.
  private func templateOthers(in ledgers: Ledgers) -> Int? {
    guard let wording = filing.request.wording, wording.lines.count >= 3 else { return nil }
    let counts = lines.compactMap { others(showing: $0, .newTemplate, in: ledgers) }
    guard counts.count >= 3, counts.count * 3 >= min(16, wording.lines.count) else { return nil }
    return counts.min()
  }

  // MARK: A new officer

  private struct Voucher {
    var key: UInt64
    var isNetwork: Bool
  }

  /// What colleagues share: the network, the supervisor, the shape of case numbers.
  private var vouchers: [Voucher] {
    var out: [Voucher] = []
    func slot(_ aspect: Aspect) -> Slot { Slot(aspect: UInt64(aspect.rawValue), condition: 0xF0) }
    if let network = filing.request.sessionASN {
      out.append(
        Voucher(key: slot(.sessionNetwork).key(of: mixed(UInt64(bitPattern: network))), isNetwork: true))
    }
    if let name = filing.request.supervisorName {
      out.append(Voucher(key: slot(.supervisorName).key(of: name.low), isNetwork: false))
    }
    if !filing.request.caseNumberShape.isEmpty {
      out.append(
        Voucher(key: slot(.caseShape).key(of: SipHash.fixed.hash(filing.request.caseNumberShape)), isNetwork: false))
    }
    return out
  }

  /// How many colleagues vouch for a new account: two at least through the agency's network, and two through supervisor
  /// or form; nil where they do not, or where the account is not new or not at the agency's domain.
  private var vouching: Int? {
    guard context.senderHistory < StepRecogniser.established, !filing.request.senderRegistrableDomain.isEmpty,
      context.lineage.agency.counts[StepRecogniser.domainKey(filing.request.senderRegistrableDomain)] > 0
    else { return nil }
    let since = day - StepLedger.remembered
    let closed = agency.state.steps
    func known(_ voucher: Voucher) -> Int { closed.others(than: sender, showing: voucher.key, since: since) }
    let vouchers = vouchers
    guard let network = vouchers.first(where: \.isNetwork).map(known), network >= BenignStep.newOfficer.least
    else { return nil }
    let form = vouchers.lazy.filter { !$0.isNetwork }.map(known).max() ?? 0
    return form >= BenignStep.newOfficer.least ? min(network, form) : nil
  }

  // MARK: Others

  /// Whether the directory lists a domain that the agency has not written from yet.
  private var isListedDomain: Bool {
    guard let entry = context.directory, !filing.request.senderRegistrableDomain.isEmpty,
      entry.domains.contains(where: {
        $0 == filing.request.senderDomain || $0 == filing.request.senderRegistrableDomain
      })
    else { return false }
    return oddities.contains { $0.aspect == .senderDomain }
  }

  /// Whether the sender's closed, unheld past holds both a target and the case number.
  private var isResent: Bool {
    guard let number = filing.request.caseNumber else { return false }
    let past = context.lineage.sender.counts
    let cases = Slot(aspect: UInt64(Aspect.caseMemory.rawValue))
    let targets = Slot(aspect: UInt64(Aspect.targetMemory.rawValue))
    return past[cases.key(of: number.low)] > 0
      && filing.request.targets.contains { past[targets.key(of: $0.value.low)] > 0 }
  }
}
