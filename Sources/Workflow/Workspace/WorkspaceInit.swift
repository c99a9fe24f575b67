import Foundation
import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes a workspace: `countersign.yaml`, a pseudonym key and an empty store, all readable by their owner alone.
package enum WorkspaceInit {
  /// The files that the run made, as paths.
  package struct Outcome: Hashable, Sendable {
    package var configuration: String
    package var key: String
    package var store: String
    package var keyIsReused: Bool

    /// The paths as one JSON object.
    package var json: String {
      JSONValue.object([
        .init("configuration", .string(configuration)), .init("store", .string(store)), .init("key", .string(key)),
        .init("key_reused", .bool(keyIsReused)),
      ]).text() + "\n"
    }
  }

  /// - Parameters:
  ///   - directory: made where it is missing; need not be empty.
  ///   - reusedKey: a key file of an earlier workspace, which the new one will read where it stands.
  /// - Throws: `usage` where one of the files exists already; nothing is changed then.
  package static func run(directory: String, reusedKey: String?) throws(WorkflowError) -> Outcome {
    let folder = directory.isEmpty ? "." : directory
    func place(_ name: String) -> String { folder == "." ? name : (folder as NSString).appendingPathComponent(name) }
    var configuration = Configuration()
    let outcome = Outcome(
      configuration: place("countersign.yaml"), key: reusedKey ?? place(configuration.keyFile),
      store: place(configuration.store), keyIsReused: reusedKey != nil)

    for path in [outcome.configuration, outcome.store] + (reusedKey == nil ? [outcome.key] : []) {
      if exists(path) { throw .usage("\(path) exists already. Nothing was changed.") }
    }
    if let reusedKey {
      _ = try WorkspaceKey.read(path: reusedKey)
      configuration.keyFile = absolute(reusedKey)
    }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw .outputUnwritable(path: folder, reason: "the folder cannot be made") }

    if reusedKey == nil { try WorkspaceKey.make(path: outcome.key) }
    try StoreAccess.create(path: outcome.store)
    // Last: a folder with a configuration is a whole workspace.
    try AtomicFile.write(configuration.template, to: outcome.configuration)
    return outcome
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : (FileManager.default.currentDirectoryPath as NSString).appendingPathComponent(path)
  }
}
