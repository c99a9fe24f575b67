/// A registrable domain in lower case, cut into its label, punycode decoded, and its public suffix.
struct Domain {
  /// The name as it was given, in lower case and without a closing dot.
  var name: String
  var label: String
  var suffix: String

  init(_ registrable: String) {
    name = Self.plain(registrable)
    let first = name.prefix { $0 != "." }
    label = Punycode.decoded(String(first)) ?? String(first)
    suffix = String(name.dropFirst(first.utf8.count + 1))
  }

  /// Whether only public bodies get names under the suffix, so that nobody registers an imitation there.
  var isRestricted: Bool {
    let labels = suffix.split(separator: ".")
    return labels.first.map { ["gov", "mil", "gob", "gub", "gouv", "govt", "police", "guv", "go"].contains($0) }
      ?? false
      && (labels.count > 1 || labels == ["gov"] || labels == ["mil"])
  }

  /// The labels of a longer domain in front of this one's suffix, this one's own label last.
  func labels(of domain: String?) -> [String] {
    guard let domain = domain.map(Self.plain), domain.hasSuffix("." + name) else { return [label] }
    let ahead = domain.dropLast(name.count + 1).split(separator: ".").map(String.init)
    return ahead.map { Punycode.decoded($0) ?? $0 } + [label]
  }

  private static func plain(_ domain: String) -> String {
    let text = domain.lowercased()
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
