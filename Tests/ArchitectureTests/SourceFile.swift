import Foundation

/// One Swift file of the repository, as the gates of this suite read it.
struct SourceFile: Sendable {
  /// Relative to the repository, with `/` between.
  var path: String
  var text: String

  /// The folder under `Sources` that holds it.
  var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count }

  /// The modules that its import lines name, in order: `package import struct A.B` is `A`.
  var imports: [String] {
    let access: Set = ["package", "public", "internal", "fileprivate", "private", "@testable", "@preconcurrency"]
    let kinds: Set = ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias"]
    return code.split(whereSeparator: { $0 == "\n" || $0 == ";" }).compactMap { line in
      var words = line.split(separator: " ").map(String.init)[...]
      while let first = words.first, access.contains(first) { words = words.dropFirst() }
      guard words.popFirst() == "import" else { return nil }
      if let first = words.first, kinds.contains(first) { words = words.dropFirst() }
      return words.first.map { String($0.prefix { $0 != "." }) }
    }
  }

  /// The text with comments and string literals blanked, lines kept; code inside an interpolation is blanked with it.
  var code: String {
    var out: [UInt8] = []
    let bytes = Array(text.utf8)
    var i = 0
    func starts(_ mark: StaticString) -> Bool {
      let mark = mark.description.utf8
      return i + mark.count <= bytes.count && bytes[i..<i + mark.count].elementsEqual(mark)
    }
    func skip(past end: [UInt8], escapes: Bool) {
      while i < bytes.count {
        if escapes && bytes[i] == UInt8(ascii: "\\") {
          i += 2
          continue
        }
        if bytes[i...].starts(with: end) {
          i += end.count
          return
        }
        if bytes[i] == UInt8(ascii: "\n") { out.append(bytes[i]) }
        i += 1
      }
    }
    while i < bytes.count {
      if starts("//") {
        while i < bytes.count, bytes[i] != UInt8(ascii: "\n") { i += 1 }
      } else if starts("/*") {
        skip(past: Array("*/".utf8), escapes: false)
      } else if starts("\"\"\"") {
        i += 3
        skip(past: Array("\"\"\"".utf8), escapes: true)
        out.append(UInt8(ascii: " "))
      } else if starts("\"") {
        i += 1
        skip(past: [UInt8(ascii: "\"")], escapes: true)
        out.append(UInt8(ascii: " "))
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// The repository that this test was built from.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Every Swift file below `folder`, sorted by path.
  static func swiftFiles(under folder: String) throws -> [SourceFile] {
    let base = root.appending(path: folder).resolvingSymlinksInPath()
    let names = try FileManager.default.subpathsOfDirectory(atPath: base.path)
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      SourceFile(path: "\(folder)/\(name)", text: try String(contentsOf: base.appending(path: name), encoding: .utf8))
    }
  }

  /// The folders under `Sources`.
  static func rooms() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path).sorted()
  }
}
