import RequestModel
import Scoring
import Statistics

extension Reason {
  /// The names of the scores file.
  var json: JSONValue {
    .object([
      .init("detector", .string(detector)), .init("entity", .string(entity.rawValue)),
      .init("contribution", .number(contribution.value)), .init("observed", .string(observed)),
      .init("expected", .string(expected)), .init("sample", .number(sample)), .init("text", .string(text)),
    ])
  }
}

extension Counterfactual {
  /// Stable names of the changes, the evidence that they would leave, and the sentence.
  var json: JSONValue {
    .object([
      .init("changes", .array(changes.map(JSONValue.string))), .init("evidence_bits", .number(evidence.value)),
      .init("text", .string(text)),
    ])
  }
}

extension Assessment {
  /// The fields of a row of the scores file, in their order, without the reasons.
  var jsonMembers: [JSONValue.Member] {
    [
      .init("request_id", .string(requestID)), .init("received_at", .string(TimeText.rfc3339(receivedAt))),
      .init("agency_id", .string(agencyID)), .init("sender", .string(sender)),
      .init("night", .string(night.description)), .init("evidence_bits", .number(evidence.value)),
      .init("score", .number(score)), .init("p_value", .number(ScoreWriter.written(pValue: pValue))),
      .init("certified", .bool(isCertified)), .init("missing_for_certificate", .integer(missingForCertificate)),
      .init("probability", .optional(probability)), .init("rank", .integer(rank)), .init("alert", .bool(isAlert)),
      .init("held", .bool(isHeld)), .init("late", .bool(isLate)), .init("campaign_id", .text(campaignID)),
      .init("model", .string(model)), .init("baseline_night", .text(baselineNight?.description)),
    ]
  }
}

extension RequestFacts {
  var json: JSONValue {
    .object([
      .init("channel", .string(channel.name)), .init("request_type", .string(type.name)),
      .init("platform", .text(platform)), .init("agency_name", .text(agencyName)),
      .init("agency_country", .text(agencyCountry)), .init("agency_type", .text(agencyType?.name)),
      .init("local_offset_minutes", .optional(localOffsetMinutes)), .init("sender_domain", .text(senderDomain)),
      .init("deadline_minutes", .optional(deadlineMinutes.map(Int.init(clamping:)))),
      .init("emergency_nature", .array(natures.elements.map { .string($0.name) })),
      .init("data_categories", .array(categories.elements.map { .string($0.name) })),
      .init("targets", .integer(targetCount)),
    ])
  }
}

extension AlertEntry {
  var json: JSONValue {
    .object(
      assessment.jsonMembers + [
        .init("request", isErased ? .null : request.json),
        .init("callback_phone", .text(contact?.callbackPhone)),
        .init("directory_name", .text(contact?.agencyName)),
        .init("verdict", verdict?.json ?? .null),
        .init(
          "steps", .array(([CallBackGuidance.callStep(self)] + CallBackGuidance.steps(for: self)).map(JSONValue.string))
        ),
        .init("reasons", .array(assessment.reasons.map(\.json))),
        .init("alert_level_bits", .optional(assessment.alertLevel?.value)),
        .init("counterfactuals", .array(assessment.counterfactuals.map(\.json))),
        .init("campaign_fellows", .array(fellows.map(\.json))),
      ])
  }
}

extension CampaignFellow {
  var json: JSONValue {
    .object([
      .init("request_id", .string(requestID)), .init("agency_id", .string(agencyID)),
      .init("agency_name", .text(agencyName)), .init("received_at", .string(TimeText.rfc3339(receivedAt))),
      .init("score", .optional(score)),
    ])
  }
}

extension VerdictEntry {
  var json: JSONValue {
    .object([
      .init("request_id", .string(requestID)), .init("label", .string(isFraudulent ? "fraudulent" : "legitimate")),
      .init("labelled_at", .string(TimeText.rfc3339(labelledAt))), .init("source", .text(source)),
      .init("note", .text(note)),
    ])
  }
}
