import Reporting
import RequestModel
import Storage

/// The label that holds for every request, by what was known at a moment.
struct KnownLabels: Sendable {
  /// By request id.
  private(set) var held: [String: StoredVerdict] = [:]

  /// The latest `labelledAt` before `instant` holds; of two at the same instant the fraudulent one.
  init(_ verdicts: [StoredVerdict], before instant: Instant? = nil) {
    for verdict in verdicts where instant.map({ verdict.labelledAt < $0 }) ?? true {
      if let other = held[verdict.requestID], !KnownLabels.replaces(verdict, other) { continue }
      held[verdict.requestID] = verdict
    }
  }

  private static func replaces(_ new: StoredVerdict, _ old: StoredVerdict) -> Bool {
    if new.labelledAt != old.labelledAt { return old.labelledAt < new.labelledAt }
    return new.label == .fraudulent
  }

  var requestIDs: Set<String> { Set(held.keys) }
  var fraudulent: Int { held.values.count { $0.label == .fraudulent } }
  var legitimate: Int { held.count - fraudulent }

  subscript(requestID: String) -> StoredVerdict? { held[requestID] }

  /// Leaves out the labels of other requests.
  mutating func keep(_ known: (String) -> Bool) { held = held.filter { known($0.key) } }

  /// Stops a run that labels would lead astray, before anything is written.
  ///
  /// - Parameter received: when a request came; nil where it is not here.
  /// - Throws: `usage` where labels contradict each other, are dated before their requests or in the future, name requests
  ///   that are not here or are all of one class.
  static func checked(
    _ labels: SideFiles.Labels, now: Instant, received: (String) throws -> Instant?
  ) throws -> KnownLabels {
    let (path, verdicts) = (labels.path, labels.verdicts)
    guard !verdicts.isEmpty else { throw WorkflowError.usage("\(path): there is no usable label in it.") }
    var arrivals: [String: Instant] = [:]
    for id in Set(verdicts.map(\.requestID)) { arrivals[id] = try received(id) }
    var dated = labels
    dated.setAsideImpossible(now: now) { arrivals[$0] }
    if let problem = dated.impossibility { throw WorkflowError.usage(problem) }
    var moments: [String: [Int64: StoredVerdict.Label]] = [:]
    var contradicting: Set<String> = []
    for verdict in verdicts {
      let before = moments[verdict.requestID, default: [:]].updateValue(
        verdict.label, forKey: verdict.labelledAt.microseconds)
      if let before, before != verdict.label { contradicting.insert(verdict.requestID) }
    }
    guard contradicting.isEmpty else {
      throw WorkflowError.usage(
        "\(path): \(Figure.counted(contradicting.count, "request has", "requests have")) two different labels of the same "
          + "time. Keep the one that holds.")
    }
    let held = KnownLabels(verdicts)
    let unknown = held.held.keys.count { arrivals[$0] == nil }
    guard unknown == 0 else {
      throw WorkflowError.usage(
        "\(path): \(Figure.counted(unknown, "label names a request that is", "labels name requests that are")) not in the "
          + "log. Give the log they belong to, or leave them out.")
    }
    guard held.fraudulent > 0, held.legitimate > 0 else {
      throw WorkflowError.usage(
        "\(path): all labels are \(held.fraudulent > 0 ? "fraudulent" : "legitimate"). Label requests of both kinds.")
    }
    return held
  }
}
