/// What was read for a night, and what became of it.
package struct IntakeSummary: Hashable, Sendable {
  package var read = 0
  package var new = 0
  package var duplicate = 0
  package var conflicting = 0
  /// Came after their night was closed.
  package var late = 0
  /// Accepted with an unusable optional field dropped.
  package var repaired = 0
  package var rejected = 0
  /// Why rows were rejected, the commonest first.
  package var rejectReasons: [CountedName] = []
  /// Which optional fields were dropped, the commonest first.
  package var repairedFields: [CountedName] = []
  /// Fields of the log that the format does not know.
  package var unknownFields: [CountedName] = []

  package init() {}
}

/// A name and how often it occurred.
package struct CountedName: Hashable, Sendable {
  package var name: String
  package var count: Int

  package init(_ name: String, _ count: Int) {
    self.name = name
    self.count = count
  }
}
