import RequestModel

/// What a request shows that could be part of a step, noted where it is unsuspicious.
struct StepSighting {
  /// Values that are odd for this sender, as the ledger knows them; empty unless the sender is established.
  var oddities: [UInt64] = []
  /// Odd values that other agencies may come to show too.
  var adoptions: [UInt64] = []
  /// Values that colleagues can vouch with.
  var vouchers: [UInt64] = []
  /// Dangers that an emergency names.
  var natures = VocabularySet<EmergencyNature>()
  /// Whether the sender has a history of his own here.
  var isEstablished = false
  var sender: UInt32 = 0
  /// Whether it may be noted: anonymous and suspicious requests may not.
  var isNotable = false

  func note(into ledger: inout StepLedger, day: Int32) {
    for key in oddities { ledger.note(key, sender: sender, day: day) }
    for key in vouchers { ledger.note(key, sender: sender, day: day) }
    if isEstablished { ledger.note(StepLedger.roll, sender: sender, day: day) }
  }

  func note(into ledger: inout StepLedger?, day: Int32) {
    if oddities.isEmpty, vouchers.isEmpty, !isEstablished { return }
    var noted = ledger ?? StepLedger()
    ledger = nil
    note(into: &noted, day: day)
    ledger = noted
  }
}

/// Which agencies of a country named which danger in the night under way, whatever came of it.
struct NightDangers {
  private var countries: [String: [Set<UInt32>]] = [:]

  mutating func note(_ request: Request, agency: UInt32, country: String) {
    guard request.type == .emergency, !request.natures.isEmpty else { return }
    for nature in request.natures.elements {
      countries[country, default: [Set<UInt32>](repeating: [], count: CountryRhythm.natures)][Int(nature.rawValue)]
        .insert(agency)
    }
  }

  /// Agencies other than this one that named a danger earlier in the night.
  func others(than agency: UInt32, in country: String, naming nature: EmergencyNature) -> Int {
    guard let known = countries[country]?[Int(nature.rawValue)] else { return 0 }
    return known.count - (known.contains(agency) ? 1 : 0)
  }
}
