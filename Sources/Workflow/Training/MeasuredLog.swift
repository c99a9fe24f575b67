import Reporting
import RequestModel
import Scoring
import Storage

/// Labels joined with the scores of the requests that they belong to.
struct MeasuredLog {
  var labelled: LabelledSample
  var labels: KnownLabels
  var log: JudgedLog

  /// - Parameter replaysNights: judges every night anew; otherwise the closed scores of the store are taken.
  init(
    _ store: Store, key: [UInt8], labels: SideFiles.Labels, replaysNights: Bool, replay: LogReplay
  ) throws {
    self.labels = try KnownLabels.checked(labels, now: Clock.now()) { id in
      try replaysNights ? store.request(id)?.request.receivedAt : store.score(of: id)?.receivedAt
    }
    log =
      try replaysNights
      ? replay.judge(store, verdicts: labels.verdicts, key: key).log : LogReplay.scores(of: store, labels: self.labels)
    labelled = LabelledSample(
      log, labels: self.labels,
      end: try LabelledLog.end(of: log, labels: self.labels, configuration: replay.configuration))
  }

  static let remark =
    "Requests that nobody labelled, older than the longest delay of a label, count as legitimate; younger ones are left "
    + "out. Intervals are 95 %, over campaigns and days."

  var method: [NamedValue] {
    let sample = labelled.sample
    return [
      .init("requests judged", log.requests),
      .init("labels", "\(Figure.count(sample.labelled)), \(Figure.count(sample.fraudulent)) fraudulent"),
      .init("campaigns", sample.campaigns),
      .init("left out as too young", sample.immature),
      .init("nights", labelled.period.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "none"),
      .init("resamples", "\(ModelCard.replicates), seed \(ModelCard.seed)"),
    ]
  }
}
