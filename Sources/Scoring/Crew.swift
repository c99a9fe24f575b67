/// Whoever runs pieces of work side by side.
///
/// What comes of the work may not depend on how many there are, nor on who is first.
package struct Crew: Sendable {
  /// How many pieces are worked on at a time.
  package let size: Int
  /// Runs work 0 … count − 1, each once, in any order, and returns when all is done.
  package let work: @Sendable (_ count: Int, _ work: @Sendable (Int) -> Void) -> Void

  package init(
    size: Int, work: @escaping @Sendable (_ count: Int, _ work: @Sendable (Int) -> Void) -> Void
  ) {
    self.size = size
    self.work = work
  }

  /// One piece after the other.
  package static let alone = Crew(size: 1) { count, work in for i in 0..<count { work(i) } }
}
