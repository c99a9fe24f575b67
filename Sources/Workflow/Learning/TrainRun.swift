import Foundation
import LinearModels
import RequestModel
import Scoring
import Storage
import Tuning

/// Fits and calibrates the linear model on labels, and writes weights and a model card.
package enum TrainRun {
  /// - Returns: lines for people.
  package static func run(labels path: String, logs: [String], out: String, options: RunOptions) throws -> [String] {
    let configuration = try options.configuration()
    let labels = try SideFiles.labels(path: path)
    if let problem = labels.problem { options.say(problem) }
    var prior = configuration
    prior.model = ""
    let pass = try LabelledPass.run(logs: logs, labels: labels.verdicts, configuration: prior, options: options)
    let setup = try EngineSetup(configuration: prior, key: WorkspaceKey.fresh())
    let digests = ["labels": hexadecimal(Digesting.digest([Array(try Data(contentsOf: URL(filePath: path)))]))]
    let trainer = ModelTrainer(setup: setup, name: (out as NSString).lastPathComponent)
    let trained: ModelTrainer.Trained
    do {
      trained = try trainer.train(pass.rows, traffic: pass.traffic, requests: pass.requests, digests: digests)
    } catch let error as ModelTrainer.TooFewLabels {
      throw WorkflowError.usage(error.description)
    } catch let error as LinearModelError {
      throw WorkflowError.usage(error.description)
    }
    try Folder.make(out)
    let card = ModelCard(trained: trained, pass: pass, trainer: trainer)
    try AtomicFile.write(card.markdown, to: out + "/README.md")
    try AtomicFile.write(try trained.model.encoded(), to: out + "/" + TrainedWeighting.fileName)
    return card.lines + [
      "Written: \(out)/\(TrainedWeighting.fileName). Put it in force with `model: \(out)` in the configuration."
    ]
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// What a model was learned from and how well it does on requests that it did not learn from.
private struct ModelCard {
  let trained: ModelTrainer.Trained
  let pass: LabelledPass
  let trainer: ModelTrainer

  private static let trainingShare = 0.7

  var lines: [String] {
    let model = trained.model
    var lines = [
      "\(model.labelledRequests) labelled requests, \(model.fraudulentRequests) of them fraudulent, out of \(pass.requests).",
      "Strength of the prior: \(model.priorStrength)"
        + (trained.isTuned ? ", chosen on later nights." : " (too few later nights to choose it on)."),
    ]
    if let comparison {
      lines.append(
        "Average precision on the last \(Int((100 - 100 * ModelCard.trainingShare).rounded())) % of the labels: "
          + "\(comparison.trained) trained, \(comparison.prior) with the hand weights.")
    } else {
      lines.append("Too few labels to measure it on later ones.")
    }
    return lines
  }

  /// Average precision with its interval, of weights learned on the earlier labels and of the hand weights, on the later.
  private var comparison: (trained: String, prior: String)? {
    let ordered = pass.rows.sorted { $0.labelled.receivedAt < $1.labelled.receivedAt }
    let cut = Int(Double(ordered.count) * ModelCard.trainingShare)
    guard
      let earlier = try? trainer.train(
        Array(ordered[..<cut]), traffic: pass.traffic, requests: pass.requests)
    else { return nil }
    let weights = earlier.weighting.discounts
    let later = ordered[cut...]
    func measured(_ weights: [Double]) -> String? {
      let rows = later.map { row in
        var labelled = row.labelled
        labelled.score = zip(row.row.looks, weights).reduce(row.row.offset + row.row.state) { $0 + $1.0 * $1.1 }
        return labelled
      }
      guard let sample = try? RankedSample(rows),
        let found = try? sample.evaluation(budgets: [10], lengths: [20], bootstrap: ClusterBootstrap(seed: 1))
      else { return nil }
      return MetricText.text(found.averagePrecision)
    }
    guard let learned = measured(weights), let hand = measured(trainer.setup.weighting.discounts) else { return nil }
    return (learned, hand)
  }

  var markdown: String {
    let model = trained.model
    var text = "# Model \(model.name)\n\n" + lines.map { "- \($0)\n" }.joined()
    text += "- Program version \(RunJournal.programVersion), seed \(model.seed).\n"
    for (name, digest) in model.dataDigests.sorted(by: { $0.key < $1.key }) {
      text += "- Digest of the \(name): `\(digest)`\n"
    }
    text += "\n| look | weight | hand weight |\n| --- | ---: | ---: |\n"
    for (name, weight) in model.weights.sorted(by: { $0.key < $1.key }) {
      text += "| \(name) | \(MetricText.rounded(weight.weight)) | \(MetricText.rounded(weight.handWeight)) |\n"
    }
    return text
  }
}
