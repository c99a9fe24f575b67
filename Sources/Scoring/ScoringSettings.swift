package import Detection

/// What a workspace may set about scoring; every default with its reason.
package struct ScoringSettings: Sendable, Hashable {
  /// Days in which what was learned loses half its weight: a quarter, since officers and forms change within a year.
  package var halfLifeDays = 90.0
  /// A request whose posterior log₂ odds reach this is held: 0 is even odds, about 8 bits above the base rate.
  package var holdBits = 0.5
  /// What a request of at least these log₂ odds brought first is not yet familiar: about one in twenty.
  package var noveltyBits = -4.0
  /// Days in which the memory of a suspicious request loses half its weight: stolen accounts are used for weeks.
  package var suspicionHalfLifeDays = 15.0
  /// Requests a day that a thief sends from a stolen account, beside the officer's own.
  package var thiefRate = 0.5
  /// Days until evidence counts in full: before, everything is new to the log.
  package var maturityDays = 14.0
  /// Days in which the looks' past averages lose half their weight.
  package var normaliserHalfLifeDays = 10.0
  /// Requests of an account under suspicion belong to one campaign from these log₂ odds on.
  package var campaignBits = -2.0
  /// Whether what harmless steps explain counts in part; without it they are neither looked for nor noted.
  package var weighsSteps = true
  /// Alerts a night at most, and the p-value they need.
  package var alertBudget = 10
  package var alertFloor = 0.01
  /// A tuned threshold on the evidence, in bits; nil uses the p-value.
  package var thresholdBits: Double?
  /// Most weight that the requests of one sender in one night have in what the agency learns, and of one agency in
  /// what its peers learn: nobody moves others by sending more.
  package var senderInfluence = 16.0
  package var agencyInfluence = 64.0
  /// Bounds of the tables, in entries.
  package var senderEntries = 600
  package var agencyEntries = 6_000
  package var worldEntries = 60_000
  package var vocabularyEntries = 4_000
  package var languageEntries = 20_000
  /// Requests whose scores a calibration cell remembers (a decayed window).
  package var calibrationWindow = 2_000.0
  package var poolWindow = 20_000.0

  package init() {}

  /// The most that one look can add, in bits: half of it counts fully, the rest ever less.
  package static let lookCap = 14.0

  /// The most that one group can add, in bits: one story, however loud, does not convict alone.
  package static let groupCap: [EvidenceGroup: Double] = [
    .volume: 6, .timing: 5, .target: 12, .ask: 10, .pressure: 7, .letter: 8, .account: 8, .contact: 14,
    .session: 8, .linkage: 6, .attributes: 10, .joint: 5,
  ]
}
