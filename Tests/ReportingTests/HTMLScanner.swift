/// Reads a page the way a browser's tokenizer does, strictly: tags, quoted attributes, balance.
struct HTMLScanner {
  struct Tag {
    var name: String
    var attributes: [(name: String, value: String)] = []
  }

  private(set) var tags: [Tag] = []
  private(set) var problems: [String] = []
  private let s: [UInt8]
  private var i = 0

  static let voids: Set<String> = ["meta", "br", "hr", "img", "link", "input"]

  init(_ page: String) {
    s = Array(page.utf8)
    var open: [String] = []
    while i < s.count {
      guard s[i] == 0x3C else {
        i += 1
        continue
      }
      if s[i...].starts(with: "<!DOCTYPE html>".utf8) {
        i += 15
        continue
      }
      i += 1
      let closes = i < s.count && s[i] == 0x2F
      if closes { i += 1 }
      var tag = Tag(name: name())
      if tag.name.isEmpty { problems.append("a bare < at \(i)") }
      let isSelfClosed = readAttributes(of: &tag)
      if closes {
        if open.popLast() != tag.name { problems.append("</\(tag.name)> closes something else") }
      } else {
        tags.append(tag)
        if !isSelfClosed, !HTMLScanner.voids.contains(tag.name) { open.append(tag.name) }
      }
    }
    if !open.isEmpty { problems.append("never closed: \(open)") }
  }

  private mutating func readAttributes(of tag: inout Tag) -> Bool {
    var isSelfClosed = false
    while i < s.count, s[i] != 0x3E {
      if s[i] == 0x20 || s[i] == 0x0A {
        i += 1
      } else if s[i] == 0x2F {
        isSelfClosed = true
        i += 1
      } else {
        let attribute = name()
        guard i + 1 < s.count, !attribute.isEmpty, s[i] == 0x3D, s[i + 1] == 0x22 else {
          problems.append("an attribute without a quoted value in <\(tag.name)> near \(attribute)")
          i += 1
          continue
        }
        i += 2
        let start = i
        while i < s.count, s[i] != 0x22 { i += 1 }
        tag.attributes.append((attribute, String(decoding: s[start..<min(i, s.count)], as: UTF8.self)))
        i += 1
        if i < s.count, s[i] != 0x20, s[i] != 0x3E, s[i] != 0x2F { problems.append("text right after \(attribute)") }
      }
    }
    i += 1
    return isSelfClosed
  }

  private mutating func name() -> String {
    let start = i
    while i < s.count {
      switch s[i] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x3A: i += 1
      default: return String(decoding: s[start..<i], as: UTF8.self)
      }
    }
    return String(decoding: s[start..<i], as: UTF8.self)
  }
}
