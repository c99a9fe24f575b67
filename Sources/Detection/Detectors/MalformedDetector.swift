import Baselines
package import RequestModel

/// Flags fields that held something unusable: nobody escapes a look by breaking what it reads.
///
/// Four steps: none, one, two, more.
/// - Blind spots: well-formed lies. Known false positives: broken exports (the whole agency shows them).
/// - Complexity: O(1).
package struct MalformedDetector: Detector {
  package static let id = "malformed"
  package static let family = Family.ask
  package static let group = EvidenceGroup.attributes
  package static let summary = "Fields that held something unusable."
  private let forger: [HabitVector]
  private let imitation: HabitVector

  package init(_ model: ForgerModel) {
    forger = model.table(Self.id, ["none", "one", "two", "more"])
    imitation = model.imitation(Self.id)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let step = min(3, request.malformed.bits.nonzeroBitCount)
    sightings.closed(
      .malformed, value: step, size: 4, forger: forger[step], worldShare: 0.5, imitation: imitation)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    let fields = OptionalField.allCases.filter(request.malformed.contains).map(\.name)
    return fields.isEmpty ? "no unusable field" : "unusable: " + fields.joined(separator: ", ")
  }
}
