import Crypto
import Detection
import Foundation
package import Scoring
import Storage

/// What judging needs besides requests: looks, weights, settings, directory; read from the configuration.
package struct EngineSetup {
  let registry: Registry
  let settings: ScoringSettings
  let weighting: Weighting
  let directory: AgencyDirectory
  let modelDigest: [UInt8]
  let configurationDigest: [UInt8]
  private let crew: Crew

  package init(
    configuration: Configuration, key: [UInt8], threshold: Double? = nil, version: Int = ScoringVersion.current
  ) throws {
    let forger = try configuration.forgerModel()
    registry = Registry(model: forger)
    var settings = configuration.scoring
    settings.thresholdBits = threshold
    self.settings = settings
    weighting = try EngineSetup.weighting(configuration.model, registry: registry)
    directory = try SideFiles.directory(configuration: configuration, key: key)
    modelDigest = EngineSetup.digest(forger, weighting, version: version)
    configurationDigest = EngineSetup.digest(configuration, sideFiles: try SideFiles.digest(configuration))
    crew = .threads(configuration.threads)
  }

  /// For looking back at closed nights.
  ///
  /// The pseudonym key is needed for the directory's telephone numbers alone; where it is away, they stay unknown.
  static func forDesk(
    _ configuration: Configuration, store: Store, version: Int = ScoringVersion.current
  ) throws -> EngineSetup {
    let key = (try? WorkspaceKey.read(path: configuration.keyFile)) ?? WorkspaceKey.fresh()
    return try EngineSetup(
      configuration: configuration, key: key, threshold: try Threshold.inForce(store, configuration), version: version)
  }

  /// A fresh engine, before its first night.
  package func engine() -> NightEngine {
    let engine = NightEngine(settings: settings, registry: registry, weighting: weighting, directory: directory)
    engine.crew = crew
    return engine
  }

  /// Over what turns a request and a state into a score: the prior, the weights, and the version of the code.
  private static func digest(_ forger: ForgerModel, _ weighting: Weighting, version: Int) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let habits = Array((try? encoder.encode(forger)) ?? Data())
    let calibration = Array((try? weighting.calibration.map { try encoder.encode($0) }) ?? Data())
    let weights = weighting.discounts + weighting.reliefs + [weighting.baseBits]
    return Digesting.digest(
      [Array("\(version)".utf8), habits, Array(weighting.name.utf8), calibration]
        + weights.map { Array("\($0.bitPattern)".utf8) })
  }

  /// Over what decides the results of a night; where files stand and how many threads work does not.
  ///
  /// - Parameter sideFiles: over the directory and the calendar, without which a score would be another.
  private static func digest(_ configuration: Configuration, sideFiles: [UInt8]) -> [UInt8] {
    let silent: Set = ["threads", "sender_display", "keep_text", "text_days", "request_days", "score_days"]
    let parts = ConfigurationKey.all.filter { !$0.isPath && !silent.contains($0.name) }
    return Digesting.digest(
      parts.map { Array("\($0.name)=\($0.text(configuration))".utf8) } + (sideFiles.isEmpty ? [] : [sideFiles]))
  }

  private static func weighting(_ model: String, registry: Registry) throws(WorkflowError) -> Weighting {
    guard model.isEmpty else { return try TrainedWeighting.read(folder: model, registry: registry) }
    return Weighting(prior: registry)
  }
}
