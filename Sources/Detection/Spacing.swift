/// A name of the log as people write it: blanks for underscores.
package func spaced(_ name: String) -> String {
  guard name.utf8.contains(0x5F) else { return name }
  return String(decoding: name.utf8.map { $0 == 0x5F ? 0x20 : $0 }, as: UTF8.self)
}
