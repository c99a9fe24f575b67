import Foundation
import Reporting

/// Writes the pages of the manual, made from what the command line says of itself.
package enum ManualRun {
  /// - Parameter description: The JSON of the argument parser.
  package static func run(description: String, folder: String) throws {
    let tool = try JSONDecoder().decode(ToolDescription.self, from: Data(description.utf8))
    let statuses = ExitStatus.allCases.map { (number: Int($0.rawValue), meaning: $0.meaning) }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch { throw WorkflowError.outputUnwritable(path: folder, reason: "the folder cannot be made") }
    for page in ManualPage.all(of: tool, version: RunJournal.programVersion, statuses: statuses) {
      try AtomicFile.write(page.text, to: folder + "/" + page.name)
      // Everybody may read a manual, unlike what holds personal data.
      try? FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder + "/" + page.name)
    }
  }
}
