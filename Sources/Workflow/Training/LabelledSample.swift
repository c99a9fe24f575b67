import RequestModel
import Tuning

/// Joins judged requests with their labels, ready to be measured.
///
/// A request that nobody labelled though it is older than the longest delay of a label counts as legitimate, so that alerts
/// a night are counted as a desk would see them; undiscovered fraud makes precision look lower than it is. Younger ones
/// without a label are left out.
struct LabelledSample {
  var rows: [Labelled]
  var sample: TrainingSample
  var period: ClosedRange<Night>?

  init(_ log: JudgedLog, labels: KnownLabels, end: Instant) {
    sample = TrainingSample(log, labels: labels, end: end)
    rows = sample.rows.map { Labelled($0, agencySize: LabelledSample.size(log.agencies[$0.request.agencyID] ?? 0)) }
    period = rows.map(\.night).min().flatMap { first in rows.map(\.night).max().map { first...$0 } }
  }

  func ranked() throws -> RankedSample {
    try Measuring.usage { () throws(TuningError) in try RankedSample(rows, period: period) }
  }

  private static func size(_ requests: Int) -> String {
    switch requests {
    case ..<20: "under 20 requests"
    case ..<200: "20 to 199 requests"
    default: "200 requests and more"
    }
  }
}

extension Labelled {
  init(_ row: TrainingSample.Row, agencySize: String = "") {
    let request = row.request
    self.init(
      requestID: request.requestID, receivedAt: request.receivedAt, night: request.night, score: request.evidence,
      probability: request.probability, isFraudulent: row.isFraudulent, isLabelled: row.isLabelled,
      campaign: row.campaign, scenario: row.scenario, agencySize: agencySize, country: request.country,
      language: request.language, weight: row.isLabelled ? 1 : request.weight, people: request.people,
      isEmergency: request.isEmergency)
  }
}

/// What the measuring rooms throw, in the words of a run.
enum Measuring {
  static func usage<Value>(_ body: () throws(TuningError) -> Value) throws(WorkflowError) -> Value {
    do throws(TuningError) { return try body() } catch { throw .usage(error.description) }
  }
}
