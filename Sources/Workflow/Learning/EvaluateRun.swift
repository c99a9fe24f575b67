import Reporting
import RequestModel
import Scoring
import Storage
import Tuning

/// How well the alerts find what labels call fraudulent: metrics with intervals, by scenario, size, country, language.
package enum EvaluateRun {
  /// - Parameters:
  ///   - model: the folder of a model instead of the one in force; `prior` for the hand weights.
  ///   - rival: another one to compare it with on the same resamples.
  /// - Returns: tables for people, or one JSON object.
  package static func run(
    labels path: String, logs: [String], model: String?, against rival: String?, asJSON: Bool, options: RunOptions
  ) throws -> String {
    let configuration = try options.configuration()
    let labels = try SideFiles.labels(path: path)
    if let problem = labels.problem { options.say(problem) }
    func measured(_ model: String?) throws -> LabelledPass {
      var own = configuration
      if let model { own.model = model == "prior" ? "" : model }
      return try LabelledPass.run(logs: logs, labels: labels.verdicts, configuration: own, options: options)
    }
    do {
      let bootstrap = ClusterBootstrap(seed: 1)
      let pass = try measured(model)
      let sample = try RankedSample(pass.rows.map(\.labelled), period: pass.nights)
      var document = try EvaluationDocument.make(
        sample, pass: pass, budget: configuration.alertBudget, bootstrap: bootstrap)
      if let rival {
        let other = try RankedSample(try measured(rival).rows.map(\.labelled), period: pass.nights)
        let comparison = try sample.comparison(against: other, bootstrap: bootstrap)
        document.groups.append(EvaluationDocument.group(comparison, against: rival))
      }
      return asJSON ? document.json.text(indented: true) : document.text()
    } catch let error as TuningError {
      throw WorkflowError.usage(error.description)
    }
  }
}
