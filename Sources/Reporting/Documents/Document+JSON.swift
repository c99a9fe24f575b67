import RequestModel
import Scoring

extension NightlyDocument {
  /// The whole report as one JSON document; names follow the request log, nothing is escaped for any page.
  package var json: JSONValue {
    .object(members + (backtest.map { [.init("backtest", $0.json)] } ?? []))
  }

  private var members: [JSONValue.Member] {
    [
      .init("report", .string("nightly")), .init("night", .string(night.description)),
      .init("program_version", .string(programVersion)), .init("scored", .integer(scored)),
      .init("nights_closed", .nights(nightsClosed)), .init("intake", intake.json),
      .init("open_before", .integer(openBefore)), .init("queue", .array(queue.map(\.json))),
      .init("campaigns", .array(campaigns.map(\.json))), .init("restatements", .array(restatements.map(\.json))),
      .init("benign_steps", .array(benignSteps.map(\.json))), .init("warm_up", .array(warmUp.map(\.json))),
      .init("health", health.json),
    ]
  }
}

extension WeeklyDocument {
  /// The whole report as one JSON document; names follow the request log, nothing is escaped for any page.
  package var json: JSONValue {
    .object([
      .init("report", .string("weekly")), .init("first_night", .string(firstNight.description)),
      .init("last_night", .string(lastNight.description)), .init("program_version", .string(programVersion)),
      .init("requests", .integer(requests)), .init("alerts", .array(alerts.map(\.json))),
      .init("open_call_backs", .array(openCallBacks.map { .string($0.assessment.requestID) })),
      .init("verdicts", .array(verdicts.map(\.json))), .init("campaigns", .array(campaigns.map(\.json))),
      .init("restatements", .array(restatements.map(\.json))),
      .init("benign_steps", .array(benignSteps.map(\.json))),
      .init(
        "agencies",
        .array(
          timelines.map { timeline in
            .object([
              .init("agency_id", .string(timeline.agencyID)), .init("agency_name", .text(timeline.agencyName)),
              .init("requests", .array(timeline.requests.map(JSONValue.integer))),
              .init("alerts", .array(timeline.alerts.map(JSONValue.integer))),
            ])
          })),
      .init(
        "comparisons",
        .array(
          comparisons.map { comparison in
            .object([
              .init("name", .string(comparison.name)), .init("this_week", .number(comparison.thisWeek)),
              .init("before", .array(comparison.before.map(JSONValue.number))),
            ])
          })),
      .init("health", health.json),
    ])
  }
}

extension JSONValue {
  static func nights(_ nights: [Night]) -> JSONValue { .array(nights.map { .string($0.description) }) }

  static func counts(_ counts: [CountedName], name: String) -> JSONValue {
    .array(counts.map { .object([.init(name, .string($0.name)), .init("count", .integer($0.count))]) })
  }
}

extension IntakeSummary {
  var json: JSONValue {
    .object([
      .init("read", .integer(read)), .init("new", .integer(new)), .init("duplicate", .integer(duplicate)),
      .init("conflicting", .integer(conflicting)), .init("late", .integer(late)), .init("repaired", .integer(repaired)),
      .init("rejected", .integer(rejected)), .init("reject_reasons", .counts(rejectReasons, name: "reason")),
      .init("repaired_fields", .counts(repairedFields, name: "field")),
      .init("unknown_fields", .counts(unknownFields, name: "field")),
    ])
  }
}

extension CampaignEntry {
  var json: JSONValue {
    .object([
      .init("campaign_id", .string(id)), .init("link", .string(link)),
      .init("request_ids", .array(requestIDs.map(JSONValue.string))),
      .init("agency_ids", .array(agencyIDs.map(JSONValue.string))),
      .init("first", .string(TimeText.rfc3339(first))), .init("last", .string(TimeText.rfc3339(last))),
      .init("alerted_request_id", .string(alertedRequestID)),
    ])
  }
}

extension RestatementEntry {
  var json: JSONValue {
    .object([
      .init("request_id", .string(requestID)), .init("night", .string(night.description)),
      .init("agency_id", .string(agencyID)), .init("score_then", .number(scoreThen)),
      .init("score_now", .number(scoreNow)), .init("cause", .string(cause)),
    ])
  }
}

extension BenignStepEntry {
  var json: JSONValue {
    .object([
      .init("agency_id", .string(agencyID)), .init("kind", .string(kind)), .init("night", .string(night.description)),
      .init("text", .string(text)),
    ])
  }
}

extension HealthSummary {
  var json: JSONValue {
    .object([
      .init("model", .string(model)), .init("alert_level", .number(alertLevel)),
      .init("calibration_sample", .integer(calibrationSample)),
      .init("certified", .bool(neededForCertificate == 0)),
      .init("missing_for_certificate", .integer(neededForCertificate)),
      .init("coverage_nights", .integer(coverageNights)),
      .init(
        "coverage",
        .array(
          coverage.map {
            .object([
              .init("level", .number($0.level)), .init("at_or_below", .integer($0.atOrBelow)),
              .init("requests", .integer($0.total)), .init("share", .number($0.share)),
              .init("suspect", .bool($0.isSuspect)),
            ])
          })),
      .init(
        "held",
        .array(
          heldShares.map {
            .object([
              .init("entity", .string($0.entity)), .init("held", .integer($0.held)),
              .init("requests", .integer($0.total)),
            ])
          })),
      .init("thresholds", .object(thresholds.map { .init($0.name, .string($0.value)) })),
      .init("noisy_agencies", .counts(noisyAgencies, name: "agency_id")),
      .init("missing_nights", .nights(missingNights)), .init("caught_up_nights", .nights(caughtUpNights)),
      .init("remarks", .array(remarks.map(JSONValue.string))),
    ])
  }
}
