package import RequestModel

/// Every look there is, in the order in which their findings stand in evidence vectors, weights and reports.
///
/// Kept by hand: a new detector is a new file in `Detectors/`, a line here, a look in the prior, a row in the README.
package final class Registry: Sendable {
  package let detectors: [any Detector]
  package let ids: [String]
  package let groups: [EvidenceGroup]
  package let families: [Family]
  package let model: ForgerModel
  /// The chance that a forger imitates one thing of it, by look, where he imitates all or nothing.
  package let wholes: [HabitVector?]

  /// New looks stand at the end: what a log has learned is kept by their places.
  package static let types: [any Detector.Type] = [
    ChannelDetector.self, RequestTypeDetector.self, EmergencyNatureDetector.self, DataCategoriesDetector.self,
    DeadlineDetector.self, PeriodDetector.self, CaseNumberDetector.self, CitationDetector.self,
    PlatformDetector.self, MalformedDetector.self, HourOfWeekDetector.self, WeekdayDetector.self, GapDetector.self,
    SenderVolumeDetector.self, AgencyVolumeDetector.self, TargetTypeDetector.self, TargetCountDetector.self,
    TargetTerritoryDetector.self, RepeatedTargetDetector.self, ScopeDetector.self, FirstSeenSenderDetector.self,
    SenderDomainDetector.self, LookAlikeDomainDetector.self, ReplyToDetector.self, ReturnPathDetector.self,
    CallbackPhoneDetector.self, CallbackDirectoryDetector.self, BadgeDetector.self, OfficerNameDetector.self,
    SupervisorDetector.self, PhoneCountryDetector.self, MailboxNameDetector.self,
    BadgeHolderDetector.self, SupervisorNumberDetector.self, CaseHistoryDetector.self, NetworkTerritoryDetector.self,
    AccountAgeDetector.self, DeviceDetector.self, NetworkDetector.self,
    SessionCountryDetector.self, SessionAddressDetector.self, SecondFactorDetector.self,
    MailAuthenticationDetector.self, LanguageDetector.self, UrgencyWordsDetector.self, ThreatWordsDetector.self,
    SecrecyWordsDetector.self, PaymentWordsDetector.self, UnfamiliarWordsDetector.self, TemplateLinesDetector.self,
    LetterStyleDetector.self, AttributesDetector.self, SharedTargetDetector.self, SharedContactDetector.self,
    SharedLetterDetector.self, NewKindDetector.self, SequenceDetector.self, SuspectTraceDetector.self,
  ]

  package init(model: ForgerModel = .documented) {
    self.model = model
    detectors = Registry.types.map { $0.init(model) }
    ids = Registry.types.map { $0.id }
    groups = Registry.types.map { $0.group }
    families = Registry.types.map { $0.family }
    wholes = Registry.types.map { $0.isImitatedWhole ? model.imitation($0.id) : nil }
  }

  package var count: Int { detectors.count }

  /// Lets every look see the request, in order.
  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    sightings.clear()
    detectors.withUnsafeBufferPointer { detectors in
      guard let first = detectors.baseAddress else { return }
      for i in detectors.indices {
        sightings.detector = i
        // Asked where it stands: a buffer's subscript would hand out a copy, tables and all.
        first[i].observe(request, in: context, into: &sightings)
      }
    }
  }
}
