import Foundation
import LinearModels
import Reporting
import RequestModel
import Scoring
import Storage

/// Learns a model from labels and writes it with its card.
package enum TrainRun {
  package struct Plan: Sendable {
    package var labels = ""
    /// Empty takes the requests of the store.
    package var logs: [String] = []
    /// The model's folder; its last part names the model.
    package var folder = ""
    package var rejects: String?
    /// Whether verdicts act on the nights after them while the log is judged, as on a desk that labels.
    package var usesVerdicts = true

    package init() {}
  }

  package struct Outcome: Sendable {
    package var folder: String
    package var line: String
    package var hasLosses = false

    package var json: String {
      JSONValue.object([.init("model", .string(folder)), .init("summary", .string(line))]).text() + "\n"
    }
  }

  package static func run(_ plan: Plan, options: RunOptions) throws -> Outcome {
    var configuration = try options.configuration()
    // Training starts from the hand weights, whatever model is in force.
    configuration.model = ""
    let labels = try SideFiles.labels(path: plan.labels)
    if let problem = labels.problem { options.say(problem) }
    let replay = LogReplay(configuration: configuration, options: options, keepsTraces: true)
    var outcome = try LabelledLog.open(plan.logs, rejects: plan.rejects, replay: replay) { store, key in
      try train(plan, labels: labels, store: store, key: key, replay: replay)
    }
    outcome.value.hasLosses = outcome.hasLosses || !labels.faults.isEmpty
    return outcome.value
  }

  private static func train(
    _ plan: Plan, labels: SideFiles.Labels, store: Store, key: [UInt8], replay: LogReplay
  ) throws -> Outcome {
    let known = try KnownLabels.checked(labels, now: Clock.now()) { try store.request($0)?.request.receivedAt }
    let (log, setup) = try replay.judge(
      store, verdicts: labels.verdicts, key: key, verdictsAct: plan.usesVerdicts)
    let end = try LabelledLog.end(of: log, labels: known, configuration: replay.configuration)
    let sample = TrainingSample(log, labels: known, end: end)
    if let obstacle = ModelTraining.obstacle(sample) { throw WorkflowError.usage("Nothing was written: \(obstacle)") }
    let name = (plan.folder as NSString).lastPathComponent
    let digests = [
      "log": Hexadecimal.text(Digesting.digest(log.rows.map { Array("\($0.requestID) \($0.evidence)".utf8) })),
      "labels": Hexadecimal.text(known.digest), "configuration": Hexadecimal.text(setup.configurationDigest),
    ]
    let outcome: ModelTraining.Outcome
    do throws(LinearModelError) {
      outcome = try ModelTraining(registry: setup.registry, verdictsAct: plan.usesVerdicts)
        .train(sample, name: name, digests: digests)
    } catch { throw WorkflowError.usage("Nothing was written: \(error)") }
    var card = try ModelCard.document(outcome, sample: sample, log: log, budget: replay.configuration.alertBudget)
    let model = try outcome.model.encoded()
    card.method.append(.init(ModelCard.ownDigest, Hexadecimal.text(Digesting.digest([Array(model)]))))
    try Folder.make(plan.folder)
    try AtomicFile.write(card.page.markdown(), to: plan.folder + "/" + ModelCard.fileName)
    try AtomicFile.write(model, to: plan.folder + "/" + TrainedWeighting.fileName)
    let line =
      "\(plan.folder): trained on \(sample.labelled) labels (\(sample.fraudulent) fraudulent, \(sample.campaigns) "
      + "campaigns), prior strength \(Figure.decimal(outcome.model.priorStrength, 2)). Put it in force with "
      + "`model: \(plan.folder)` in the configuration."
    return Outcome(folder: plan.folder, line: line)
  }
}
