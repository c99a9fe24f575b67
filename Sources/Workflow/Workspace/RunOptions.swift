import Foundation

/// What a run is told by whoever called it, besides its own arguments.
package struct RunOptions: Sendable {
  package var configurationPath: String?
  package var store: String?
  package var mapping: String?
  package var threads: Int?
  /// The command as the journal and the lock name it; no argument that could hold personal data.
  package var command = "countersign"
  package var environment: [String: String] = [:]
  package var progress: Progress.Callback?
  /// Where a run says what a person should know; nothing that came from a request stands in it unstripped.
  package var say: @Sendable (String) -> Void = { _ in }

  package init() {}

  /// The configuration in force, options over variables over file over defaults.
  package func configuration() throws(WorkflowError) -> Configuration {
    var configuration: Configuration
    do throws(ConfigurationError) {
      configuration = try Configuration.load(path: configurationPath, environment: environment)
    } catch { throw .configuration(error) }
    if let store { configuration.store = store }
    if let mapping { configuration.mapping = mapping }
    if let threads { configuration.threads = threads }
    if configuration.threads == 0 { configuration.threads = ProcessInfo.processInfo.activeProcessorCount }
    return configuration
  }
}
