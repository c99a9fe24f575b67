/// Finds the known domain that a domain passes itself off as.
///
/// All names are registrable domains: one label and a public suffix. Answers depend on the set of known domains alone, not on
/// the order of adding. A known domain imitates nothing, and neither does one under a suffix that only governments get.
///
/// - Blind spots: imitation by meaning alone, and short labels one edit away, where honest names lie too close together.
/// - Known false positives: a city and its police, `springfield.org` and `springfieldpd.org`, where one of them is new.
/// - Complexity: adding and looking up cost O(n²) in the label's first fourteen bytes, plus the names that share a deletion.
/// - Source: restricted Damerau–Levenshtein distance (Damerau 1964); deletion neighbourhoods on prefixes (Garbe, SymSpell);
///   Unicode UTS #39 for confusable characters; RFC 3492 for internationalised labels.
package struct DomainLookAlike: Sendable {
  /// How a domain imitates another, the most telling first.
  package enum Kind: UInt8, CaseIterable, Sendable {
    /// Looks the same: other letters, rn for m, 0 for o.
    case confusable
    /// A hyphen more or less.
    case hyphen
    /// The same label under another public suffix.
    case suffix
    /// The known domain written in front of, or inside of, another.
    case embedded
    /// One letter added, dropped, replaced or swapped with its neighbour.
    case oneEdit
    /// A word such as police, gov or mail added.
    case addedWord
    /// Two such letters, in a long name.
    case twoEdits

    /// How a reason says it: "looks like lapd.org (same letters at a glance)".
    package var phrase: String {
      switch self {
      case .confusable: "same letters at a glance"
      case .hyphen: "a hyphen more or less"
      case .suffix: "same name, other ending"
      case .embedded: "written inside another domain"
      case .oneEdit: "one letter off"
      case .addedWord: "a word added"
      case .twoEdits: "two letters off"
      }
    }
  }

  /// The domain imitated, and how.
  package struct Match: Hashable, Sendable {
    package var domain: String
    package var kind: Kind
  }

  struct Known: Sendable {
    var domain: String
    var label: [UInt8]
    var suffix: String
  }

  var known: [Known] = []
  var domains: Set<String> = []
  /// Places in `known`, by label, by skeleton, by label without hyphens, by what remains of a label after deletions.
  var labels: [String: [Int32]] = [:]
  var skeletons: [String: [Int32]] = [:]
  var unhyphenated: [String: [Int32]] = [:]
  var deletions = DeletionIndex()

  package init() {}

  /// Starts from known registrable domains.
  package init(_ domains: some Sequence<String>) {
    for domain in domains { add(domain) }
  }

  package var count: Int { known.count }

  /// Whether the registrable domain itself is known.
  package func contains(_ registrable: String) -> Bool { domains.contains(Domain(registrable).name) }

  /// Takes a registrable domain in; one that is known already changes nothing.
  package mutating func add(_ registrable: String) {
    let parts = Domain(registrable)
    guard !parts.label.isEmpty, !parts.suffix.isEmpty, domains.insert(parts.name).inserted else { return }
    let place = Int32(known.count)
    let bytes = Array(parts.label.utf8)
    known.append(Known(domain: parts.name, label: bytes, suffix: parts.suffix))
    labels[parts.label, default: []].append(place)
    skeletons[Skeleton.of(parts.label), default: []].append(place)
    unhyphenated[parts.label.filter { $0 != "-" }, default: []].append(place)
    deletions.add(bytes, place: place)
  }

  /// The known domain that a domain imitates; nil where it is known itself, or imitates none.
  ///
  /// Of several, the kind that stands first in `Kind` wins, then the same suffix, then the first in the alphabet.
  ///
  /// - Parameters:
  ///   - registrable: The sender's registrable domain.
  ///   - domain: The sender's whole domain, where it is longer: known domains are also looked for in its subdomains.
  package func nearest(to registrable: String, within domain: String? = nil) -> Match? {
    let parts = Domain(registrable)
    guard !parts.label.isEmpty, !domains.contains(parts.name), !parts.isRestricted else { return nil }
    let bytes = Array(parts.label.utf8)
    lazy var near = edited(bytes)
    for kind in Kind.allCases {
      let candidates =
        switch kind {
        case .confusable: confusable(parts.label)
        case .hyphen: hyphened(parts.label)
        case .suffix: sameLabel(parts.label)
        case .embedded: embedded(in: parts.labels(of: domain), label: parts.label)
        case .oneEdit: near.one
        case .addedWord: extended(parts.label)
        case .twoEdits: near.two
        }
      if let best = best(candidates, suffix: parts.suffix) { return Match(domain: best, kind: kind) }
    }
    return nil
  }

  private func best(_ candidates: [Int32], suffix: String) -> String? {
    candidates.map { known[Int($0)] }
      .min { ($0.suffix == suffix ? 0 : 1, $0.domain) < ($1.suffix == suffix ? 0 : 1, $1.domain) }?
      .domain
  }
}
