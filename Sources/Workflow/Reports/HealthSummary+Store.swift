import Detection
import Reporting
import RequestModel
import Scoring
import Storage

extension HealthSummary {
  /// Nights over which coverage, held shares and noisy agencies are counted.
  private static let window = 28
  private static let levels = [0.001, 0.01, 0.05, 0.1]
  private static let listed = 10

  /// The health at the close of `night`.
  ///
  /// - Parameter isFull: counts over the last four weeks too; without it, only what is in force, which costs nothing.
  init(
    through night: Night, store: Store, setup: EngineSetup, configuration: Configuration, isFull: Bool
  ) throws {
    self.init()
    model = setup.weighting.name
    alertLevel = setup.settings.alertFloor
    thresholds = [
      NamedValue("Alert budget", "\(setup.settings.alertBudget) a night"),
      NamedValue("Hold level", "\(setup.settings.holdBits) bits"),
    ]
    if let threshold = setup.settings.thresholdBits {
      thresholds.append(NamedValue("Tuned threshold", "\(threshold) bits"))
    } else {
      thresholds.append(NamedValue("Alert floor", "p ≤ \(setup.settings.alertFloor)"))
    }
    isMeasured = isFull
    guard isFull else { return }
    try count(through: night, store: store)
    if let sample = try HealthSummary.sample(after: night, store: store, looks: setup.registry.count) {
      calibrationSample = sample
    }
  }

  /// What the pool of scores is worth to the next night's p-values, in requests; nil where its state is kept no more.
  private static func sample(after night: Night, store: Store, looks: Int) throws -> Int? {
    let next = night.advanced(by: 1)
    guard let value = try store.stateValue(StateKey.world, before: next) else { return nil }
    let world = try WorldState(encoded: value.bytes, looks: looks)
    return Int(world.pool.total(age: world.age(at: next)))
  }

  private mutating func count(through night: Night, store: Store) throws {
    let first = night.advanced(by: 1 - HealthSummary.window)
    var below = [Int](repeating: 0, count: HealthSummary.levels.count)
    var total = 0
    var byAgency: [String: (held: Int, alerts: Int, total: Int)] = [:]
    var seen: Set<Night> = []
    try store.forEachScoreMark(from: first, to: night) { mark in
      seen.insert(mark.night)
      total += 1
      for (i, level) in HealthSummary.levels.enumerated() where mark.pValue <= level { below[i] += 1 }
      byAgency[mark.agencyID, default: (0, 0, 0)].held += mark.isHeld ? 1 : 0
      byAgency[mark.agencyID, default: (0, 0, 0)].alerts += mark.isAlert ? 1 : 0
      byAgency[mark.agencyID, default: (0, 0, 0)].total += 1
    }
    coverageNights = seen.count
    calibrationSample = total
    coverage = zip(HealthSummary.levels, below).map { Coverage(level: $0, atOrBelow: $1, total: total) }
    heldShares = byAgency.filter { $0.value.held > 0 }
      .sorted { ($1.value.held, $0.key) < ($0.value.held, $1.key) }.prefix(HealthSummary.listed)
      .map { HeldShare(entity: $0.key, held: $0.value.held, total: $0.value.total) }
    noisyAgencies = byAgency.filter { $0.value.alerts > 0 }
      .sorted { ($1.value.alerts, $0.key) < ($0.value.alerts, $1.key) }.prefix(HealthSummary.listed)
      .map { CountedName($0.key, $0.value.alerts) }
    if let begin = seen.min() { missingNights = (begin..<night).filter { !seen.contains($0) } }
  }
}
