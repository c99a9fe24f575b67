import Baselines
package import RequestModel

/// Flags a wish list that this sender's requests do not have.
///
/// Closed vocabulary of the 256 sets of categories, by kind of request; a forger asks for what identifies and locates a
/// person, each category on its own.
/// - Blind spots: agencies that always ask for everything. Known false positives: new kinds of case.
/// - Complexity: O(1).
package struct DataCategoriesDetector: Detector {
  package static let id = "data_categories"
  package static let family = Family.ask
  package static let group = EvidenceGroup.target
  package static let summary = "Asks for data this sender does not usually ask for."
  private let perCategory: [HabitVector]
  private let imitation: HabitVector

  package init(_ model: ForgerModel) {
    perCategory = model.table(Self.id, DataCategory.allCases.map(\.name))
    imitation = model.imitation(Self.id)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    var forger = HabitVector(repeating: 1)
    for (category, p) in perCategory.enumerated() {
      forger *= request.categories.bits & 1 << UInt16(category) != 0 ? p : HabitVector(repeating: 1) - p
    }
    sightings.closed(
      .dataCategories, condition: TypeGroup(request.type).rawValue, value: Int(request.categories.bits), size: 64,
      forger: forger, worldShare: 0.6, imitation: imitation)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    request.categories.isEmpty
      ? "names no data category"
      : "asks for " + request.categories.elements.map { spaced($0.name) }.joined(separator: ", ")
  }
}
