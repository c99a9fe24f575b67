/// What a set of alerts finds, and what it costs.
package struct AlertQuality: Hashable, Sendable, Codable {
  /// How much of the alerts one benign scenario takes.
  package struct BenignShare: Hashable, Sendable, Codable {
    package var scenario: String
    package var alerts: Double
    package var share: Estimate
  }

  package var alertsPerNight: Estimate
  /// Not a number without alerts.
  package var precision: Estimate
  package var recall: Estimate
  package var campaignRecall: Estimate
  /// Median over campaigns of the hours from the first request to the first alert; infinite where most never alert.
  package var medianHoursToAlert: Estimate
  /// Median over campaigns of the requests that came before the first alert.
  package var medianRequestsBeforeAlert: Estimate
  /// In alphabetical order of the scenarios.
  package var benignShares: [BenignShare]
}

extension RankedSample {
  /// Measures the alerts that a night's rules gave, each row asked in ranked order.
  ///
  /// Complexity: O(n · replicates).
  package func quality(isAlert: (Labelled) -> Bool, bootstrap: ClusterBootstrap) throws(TuningError) -> AlertQuality {
    try requireBothClasses()
    return quality(of: rows.map(isAlert), bootstrap)
  }

  func quality(of alerts: [Bool], _ bootstrap: ClusterBootstrap) -> AlertQuality {
    let hours = hoursToAlert(alerts)
    let before = requestsBeforeAlert(alerts)
    let unlimited = 0...Double.infinity
    let found = bootstrap.estimates(self, limits: [unlimited, 0...1, 0...1, 0...1, unlimited, unlimited]) { resample in
      var weight = 0.0
      for i in alerts.indices where alerts[i] { weight += resample.weights[i] }
      return [
        weight / resample.days.reduce(0, +), precision(of: alerts, resample), recall(of: alerts, resample),
        campaignRecall(of: alerts, resample), median(hours, resample), median(before, resample),
      ]
    }
    return AlertQuality(
      alertsPerNight: found[0], precision: found[1], recall: found[2], campaignRecall: found[3],
      medianHoursToAlert: found[4], medianRequestsBeforeAlert: found[5],
      benignShares: benignShares(of: alerts, bootstrap))
  }
}
