/// What a threshold is chosen for.
package enum ThresholdObjective: Hashable, Sendable, Codable {
  /// Recall as much as fits into `perNight` alerts a night, on average over the period.
  case budget(perNight: Double)
  /// Recall as much as leaves the share of fraud among the alerts at `least` or above.
  case precision(least: Double)
  /// Keep `miss` × missed requests + `alarm` × false alarms low.
  case cost(miss: Double, alarm: Double)

  func validate() throws(TuningError) {
    let isUsable: Bool
    switch self {
    case .budget(let perNight): isUsable = perNight > 0
    case .precision(let least): isUsable = least > 0 && least <= 1
    case .cost(let miss, let alarm): isUsable = miss > 0 && alarm > 0 && miss.isFinite && alarm.isFinite
    }
    guard isUsable else { throw .objectiveOutOfRange }
  }

  /// Whether a threshold with these counts may be chosen at all.
  func allows(_ counts: AlertCounts) -> Bool {
    switch self {
    case .budget(let perNight): counts.alerts <= perNight * counts.nights
    case .precision(let least): counts.alerts > 0 && counts.caught >= least * counts.alerts
    case .cost: true
    }
  }

  /// What is to be high: recall, or the cost saved against alerting on nothing, a fraudulent request.
  func worth(_ counts: AlertCounts) -> Double {
    switch self {
    case .budget, .precision: counts.recall
    case .cost(let miss, let alarm):
      counts.fraud > 0 ? (miss * counts.caught - alarm * (counts.alerts - counts.caught)) / counts.fraud : 0
    }
  }
}

/// The sums above one threshold.
package struct AlertCounts: Hashable, Sendable {
  package var alerts: Double
  package var caught: Double
  package var fraud: Double
  package var nights: Double

  package var recall: Double { fraud > 0 ? caught / fraud : 0 }
  /// Not a number without alerts.
  package var precision: Double { caught / alerts }
  package var alertsPerNight: Double { alerts / nights }
}
