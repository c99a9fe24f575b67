import Foundation
import Storage
import Testing

@testable import Workflow

@Suite("Locks and files")
struct FilesTests {
  private func folder() throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "countersign-files-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  @Test("A second lock on the same store is refused at once and says who holds it; a released one can be taken")
  func lock() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = folder + "/a.sqlite"
    do {
      let lock = try RunLock(store: store, command: "countersign nightly")
      #expect {
        _ = try RunLock(store: store, command: "countersign ingest")
      } throws: { error in
        guard let error = error as? WorkflowError, case .storeLocked(store, let holder?) = error else { return false }
        return holder.pid == ProcessInfo.processInfo.processIdentifier && holder.command == "countersign nightly"
          && error.exitStatus == .storeLocked && "\(error)".contains("countersign nightly")
      }
      _ = try RunLock(store: folder + "/b.sqlite", command: "another store")
      _ = consume lock
    }
    _ = try RunLock(store: store, command: "countersign ingest")
    let mode = try FileManager.default.attributesOfItem(atPath: RunLock.path(of: store))[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
  }

  @Test("A file appears whole under its name, private; one that is not committed leaves nothing, and the old one stays")
  func atomic() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/result"
    let text = String(repeating: "a line\n", count: 100_000)
    try AtomicFile.write(text, to: path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    do {
      var file = try AtomicFile(path: path)
      try file.append(String(repeating: "b", count: 1 << 20))
      _ = consume file
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["result"])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
    #expect(throws: WorkflowError.self) { try AtomicFile.write("x", to: folder + "/missing/x") }
  }

  @Test("What a process that was killed left of a file goes with the next one; that of a living one stays")
  func leftovers() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["result.partial-99999999", "other.partial-99999999", "result.partial-1"] {
      try Data("x".utf8).write(to: URL(filePath: folder + "/" + name))
    }
    try AtomicFile.write("whole", to: folder + "/result")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names == ["other.partial-99999999", "result", "result.partial-1"])
  }

  @Test("What is no file is written to and stays what it is")
  func special() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let pipe = folder + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    // Open at both ends, so that nobody waits.
    let reader = FileHandle(fileDescriptor: open(pipe, O_RDWR | O_NONBLOCK), closeOnDealloc: true)
    try AtomicFile.write("a line\n", to: pipe)
    #expect(reader.availableData == Data("a line\n".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["pipe"])
    let type = try FileManager.default.attributesOfItem(atPath: pipe)[.type] as? FileAttributeType
    #expect(type != .typeRegular)
  }

  @Test(
    "What the store says of the disk names the file, what to do, and ends with one stop",
    arguments: [
      StoreError.diskFull, .cannotOpen,
    ])
  func diskErrors(error: StoreError) throws {
    #expect {
      try StoreAccess.mapping("a.sqlite") { () throws(StoreError) in throw error }
    } throws: { thrown in
      let text = (thrown as? WorkflowError)?.description ?? ""
      return text.hasPrefix("a.sqlite: cannot be written: ") && text.hasSuffix(".") && !text.hasSuffix("..")
        && (thrown as? WorkflowError)?.exitStatus == .inputUnreadable
    }
  }

  @Test("Terminal text loses escapes and direction overrides and keeps the rest")
  func terminal() {
    #expect(Terminal.plain("a\u{1B}[31mb\u{202E}c\rd\té\n") == "a[31mbcd\té\n")
  }

  @Test("The progress line shows a share that stays between 0 and 100 %")
  func progress() {
    #expect(ProgressBar.line(Progress(phase: "p", done: 5, total: 0, unit: "rows")) == "p: 5 rows")
    for (done, share) in [(0, "0 %"), (5, "50 %"), (10, "100 %"), (20, "100 %")] {
      #expect(ProgressBar.line(Progress(phase: "p", done: done, total: 10, unit: "rows")).contains(share))
    }
  }

  @Test("A key is 32 bytes, never the same twice, refused when others can read it")
  func key() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try WorkspaceKey.make(path: folder + "/a")
    try WorkspaceKey.make(path: folder + "/b")
    let first = try WorkspaceKey.read(path: folder + "/a")
    #expect(first.count == WorkspaceKey.byteCount)
    #expect(try WorkspaceKey.read(path: folder + "/b") != first)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder + "/a")
    #expect(throws: WorkflowError.self) { try WorkspaceKey.read(path: folder + "/a") }
    #expect(throws: WorkflowError.self) { try WorkspaceKey.read(path: folder + "/none") }
  }
}
