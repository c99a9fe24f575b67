import RequestModel
package import Scoring
import Statistics

extension WarmUpBudget {
  /// The budget as JSON: the forgery as things stand, the easiest way, and every plan that was played.
  package var json: JSONValue {
    .object([
      .init("agency_id", .string(agencyID)), .init("sender", .string(sender)),
      .init("night", .string(night.description)), .init("forgery_bits", .number(evidence.value)),
      .init("alert_level_bits", .optional(level?.value)), .init("passes_today", .bool(passesToday)),
      .init("horizon_days", .integer(horizon)),
      .init("requests", easiestCount(\.requests)), .init("days", easiestCount(\.days)),
      .init("alerts_on_the_way", easiestCount(\.alerts)), .init("plans", .array(plans.map(\.json))),
    ])
  }

  private func easiestCount(_ part: (Plan) -> Int?) -> JSONValue {
    if passesToday { return .integer(0) }
    return easiest.flatMap(part).map(JSONValue.integer) ?? .null
  }
}

extension WarmUpBudget.Plan {
  fileprivate var json: JSONValue {
    .object([
      .init("manner", .string(manner.rawValue)), .init("per_day", .integer(perDay)),
      .init("requests", requests.map(JSONValue.integer) ?? .null), .init("days", days.map(JSONValue.integer) ?? .null),
      .init("alerts", .integer(alerts)), .init("held", .integer(held)),
    ])
  }
}
