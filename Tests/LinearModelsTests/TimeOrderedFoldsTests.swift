import LinearModels
import Statistics
import Testing

@Suite struct TimeOrderedFoldsTests {
  @Test func `A hand-worked split`() throws {
    // Fraud on nights 2, 4, 6, 8; one fold: the cut is the third fraud's night, 6; gap 1 leaves night 5 out.
    let nights = Array(0..<10)
    let labels = nights.map { [2, 4, 6, 8].contains($0) ? 1.0 : 0 }
    let folds = try TimeOrderedFolds(count: 1, gap: 1).split(
      nights: nights, labels: labels, campaigns: [String](repeating: "", count: 10))
    #expect(folds == [.init(training: [0, 1, 2, 3, 4], validation: [6, 7, 8, 9])])
  }

  @Test func `Whatever is judged lies after whatever was learned, the gap between`() throws {
    var noise = SeededGenerator(seed: 1)
    for gap in [0, 1, 5] {
      let nights = (0..<400).map { _ in Int(100 * noise.uniform()) }
      let labels = (0..<400).map { _ in noise.uniform() < 0.2 ? 1.0 : 0 }
      let campaigns = labels.map { $0 == 1 ? "c\(Int(20 * noise.uniform()))" : "" }
      let folds = try TimeOrderedFolds(count: 4, gap: gap).split(nights: nights, labels: labels, campaigns: campaigns)
      var judged: [Int] = []
      for fold in folds {
        let latest = fold.training.map { nights[$0] }.max()!
        #expect(fold.validation.allSatisfy { nights[$0] > latest + gap })
        let known = Set(fold.training.map { campaigns[$0] }.filter { !$0.isEmpty })
        #expect(fold.validation.allSatisfy { !known.contains(campaigns[$0]) })
        judged += fold.validation
      }
      #expect(Set(judged).count == judged.count, "no row is judged twice")
    }
  }

  @Test func `A campaign that straddles the cut is learned from but not judged`() throws {
    let nights = Array(0..<12)
    let labels = nights.map { [1, 5, 6, 7, 9].contains($0) ? 1.0 : 0 }
    let campaigns = nights.map { [5, 6, 7].contains($0) ? "a" : "" }
    let fold = try TimeOrderedFolds(count: 1).split(nights: nights, labels: labels, campaigns: campaigns)[0]
    // The cut is night 6.
    #expect(fold.training == [0, 1, 2, 3, 4, 5])
    #expect(fold.validation == [8, 9, 10, 11])
  }

  @Test func `Too little to split is said`() {
    let none = [String](repeating: "", count: 3)
    #expect(throws: LinearModelError.tooFewFolds) {
      try TimeOrderedFolds().split(nights: [1, 2, 3], labels: [0, 0, 0], campaigns: none)
    }
    #expect(throws: LinearModelError.tooFewFolds) {
      try TimeOrderedFolds().split(nights: [1, 1, 1], labels: [0, 1, 0], campaigns: none)
    }
    #expect(throws: LinearModelError.tooFewFolds) {
      try TimeOrderedFolds(gap: 50).split(nights: [1, 2, 3], labels: [1, 0, 1], campaigns: none)
    }
  }
}
