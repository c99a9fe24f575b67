import Foundation
import GRDB
import RequestModel
import Testing

@testable import Storage

@Suite("Opening a store")
final class OpeningTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "countersign-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private var path: String { folder + "/store.sqlite" }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("A new store and its log are readable for the owner alone")
  func modes() throws {
    let store = try Store.open(path: path)
    _ = try store.append([dated("a")])
    for file in [path, path + "-wal", path + "-shm"] { #expect(try mode(file) == 0o600, "\(file)") }
    try store.close()
  }

  @Test("What was stored is there when the store is opened again")
  func reopening() throws {
    let first = try Store.open(path: path)
    _ = try first.append([dated("a")])
    try first.close()
    let second = try Store.open(path: path)
    #expect(try second.everything() == [dated("a")])
    try second.checkIntegrity()
  }

  @Test("An empty file, as a kill during creation leaves it, becomes a store")
  func emptyFile() throws {
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(try Store.open(path: path).lastReadNight() == nil)
  }

  @Test("A file that is something else is named as such and left as it is")
  func foreignFiles() throws {
    let letter = Data(String(repeating: "Dear Sir or Madam, ", count: 100).utf8)
    try letter.write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.notAStore) { try Store.open(path: self.path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == letter)

    let other = folder + "/other.sqlite"
    let queue = try DatabaseQueue(path: other)
    try queue.write { try $0.execute(sql: "CREATE TABLE t(a)") }
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: other))
    #expect(throws: StoreError.notAStore) { try Store.open(path: other) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: other)) == before)
  }

  @Test("A store of a newer program is refused, by its number or by its migrations")
  func newerVersions() throws {
    for change in [
      "PRAGMA user_version = \(Schema.version + 1)", "INSERT INTO grdb_migrations VALUES ('2: of tomorrow')",
    ] {
      let file = folder + "/" + UUID().uuidString
      try Store.open(path: file).close()
      let queue = try DatabaseQueue(path: file)
      try queue.write { try $0.execute(sql: change) }
      try queue.close()
      #expect(throws: StoreError.newerVersion) { try Store.open(path: file) }
    }
  }

  /// The bytes of a store of 300 requests at `path`.
  private func contentOfStore() throws -> Data {
    let store = try Store.open(path: path)
    _ = try store.append((0..<300).map { dated("request-\($0)", at: Int64($0)) })
    try store.close()
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  @Test("A damaged page gives a typed error, wherever it is")
  func damage() throws {
    let whole = try contentOfStore()
    let page = 8192
    var found = 0
    for start in stride(from: 0, to: whole.count, by: page) {
      var damaged = whole
      // The first hundred bytes say what the file is; after them everything goes.
      for i in max(start, 100)..<min(start + page, whole.count) { damaged[i] = 0xA5 }
      try damaged.write(to: URL(fileURLWithPath: path))
      do {
        let store = try Store.open(path: path)
        try store.checkIntegrity()
      } catch {
        #expect(error == .damaged, "page at \(start)")
        found += 1
      }
    }
    #expect(found == whole.count / page)
  }

  @Test("A damaged page is no full disk: a change or the writing anew of the file says damage, or goes well")
  func damageIsNoFullDisk() throws {
    let whole = try contentOfStore()
    let page = 8192
    var found = 0
    for start in stride(from: page, to: whole.count, by: page) {
      for filling in [UInt8(0), 0x0D, 0xFF] {
        var damaged = whole
        for i in start..<min(start + page / 2, whole.count) { damaged[i] = filling }
        try damaged.write(to: URL(fileURLWithPath: path))
        do {
          let store = try Store.open(path: path)
          _ = try store.append((300..<340).map { dated("request-\($0)", at: Int64($0)) })
          try store.compact()
        } catch {
          #expect(error == .damaged, "page at \(start), \(filling)")
          found += 1
        }
        for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
      }
    }
    #expect(found > whole.count / page)
  }

  @Test("A file cut short is damaged")
  func truncation() throws {
    let store = try Store.open(path: path)
    _ = try store.append((0..<300).map { dated("request-\($0)", at: Int64($0)) })
    try store.close()
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.damaged) { try Store.open(path: self.path).checkIntegrity() }
  }

  @Test("A stored request that cannot be read back is damage")
  func damagedFeatures() throws {
    let store = try Store.inMemory()
    _ = try store.append([dated("a")])
    try store.write { try $0.execute(sql: "UPDATE requests SET features = substr(features, 1, length(features) - 1)") }
    #expect(throws: StoreError.damaged) { try store.requests(of: Night(day: 0)) }
  }

  @Test("A missing folder cannot be opened")
  func missingFolder() {
    #expect(throws: StoreError.cannotOpen) { try Store.open(path: self.folder + "/none/store.sqlite") }
    #expect(throws: StoreError.cannotOpen) { try Store.open(path: self.folder) }
  }

  @Test("A second writer is told to come back; readers are not in its way")
  func busy() throws {
    let first = try Store.open(path: path)
    let second = try Store.open(path: path, busySeconds: 0)
    try first.write { database in
      try database.execute(sql: "INSERT INTO meta VALUES ('a', 'b')")
      #expect(throws: StoreError.busy) { try second.append([dated("a")]) }
      let night = try second.lastReadNight()
      #expect(night == nil)
    }
    #expect(try second.append([dated("a")]).new == 1)
  }

  @Test("What a killed process leaves behind is the state before its transaction")
  func killedInTheMiddle() throws {
    let store = try Store.open(path: path)
    _ = try store.append([dated("a")])
    let copy = folder + "/copy.sqlite"
    try store.write { database in
      // More than the page cache holds, so that uncommitted pages are in the log when the files are copied.
      try database.execute(sql: "PRAGMA cache_size = 10")
      for i in 0..<500 {
        try database.execute(
          sql: "INSERT INTO meta VALUES (?, ?)", arguments: ["k\(i)", String(repeating: "x", count: 1000)])
      }
      for suffix in ["", "-wal"] {
        try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
      }
    }
    let size = try FileManager.default.attributesOfItem(atPath: copy + "-wal")[.size] as? Int
    #expect(size ?? 0 > 100_000)
    let survivor = try Store.open(path: copy)
    #expect(try survivor.everything() == [dated("a")])
    #expect(try survivor.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM meta") } == 0)
    try survivor.checkIntegrity()
  }

  @Test("A temporary store works, rolls back, and has no file")
  func temporary() throws {
    let store = try Store.temporary(directory: folder)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    _ = try store.append((0..<2000).map { dated("r\($0)", at: Int64($0)) })
    var bad = try store.commit(Night(day: 0))
    bad.scores[1999].requestID = "nobody"
    #expect(throws: StoreError.unknownRequest) { try store.commitNight(bad) }
    #expect(try store.closedThrough() == nil)
    try store.close(Night(day: 0))
    try store.checkIntegrity()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test("A full disk is named")
  func fullDisk() throws {
    let store = try Store.open(path: path)
    _ = try store.append([dated("a")])
    try store.write { try $0.execute(sql: "PRAGMA max_page_count = 50") }
    #expect(throws: StoreError.diskFull) { try store.append((0..<5000).map { dated("r\($0)") }) }
    #expect(try store.everything() == [dated("a")])
  }
}
