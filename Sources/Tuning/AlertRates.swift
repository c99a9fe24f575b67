/// How alerts fall on one group of requests: agencies of a size, a country, a language.
package struct GroupRates: Hashable, Sendable, Codable {
  package var group: String
  package var requests: Int
  package var fraudulentRequests: Int
  /// The share of genuine requests that alert, with an interval over blocks of days.
  package var falseAlarmRate: Estimate
  /// The share of fraudulent requests that alert; nil without any.
  package var recall: Double?
}

/// By which field requests are compared.
package enum Grouping: String, Hashable, Sendable, Codable, CaseIterable {
  case scenario, agencySize = "agency_size", country, language

  package func group(of row: Labelled) -> String {
    switch self {
    case .scenario: row.scenario
    case .agencySize: row.agencySize
    case .country: row.country
    case .language: row.language
    }
  }
}

extension RankedSample {
  /// False alarms and recall of every group, groups in alphabetical order.
  ///
  /// Complexity: O(n + groups · nights · replicates).
  package func rates(by grouping: Grouping, alerts: [Bool], bootstrap: DayBlockBootstrap) -> [GroupRates] {
    let members = Dictionary(grouping: rows.indices) { grouping.group(of: rows[$0]) }
    return members.sorted { $0.key < $1.key }.map { group, indices in
      var events = [Double](repeating: 0, count: nightCount)
      var trials = events
      var caught = 0.0
      var fraud = 0.0
      for i in indices {
        let w = rows[i].weight
        if rows[i].isFraudulent {
          fraud += w
          if alerts[i] { caught += w }
        } else {
          trials[nights[i]] += w
          if alerts[i] { events[nights[i]] += w }
        }
      }
      return GroupRates(
        group: group, requests: indices.count, fraudulentRequests: indices.count { rows[$0].isFraudulent },
        falseAlarmRate: bootstrap.rate(events: events, trials: trials), recall: fraud > 0 ? caught / fraud : nil)
    }
  }
}
