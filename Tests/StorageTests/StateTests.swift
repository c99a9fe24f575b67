import RequestModel
import Storage
import Testing

@Suite("The state by nights")
struct StateTests {
  @Test("A night reads what nights before it wrote, never its own")
  func versions() throws {
    let store = try Store.inMemory()
    try store.putState([.init(key: "k", bytes: [1])], night: Night(day: 3))
    try store.putState([.init(key: "k", bytes: [2]), .init(key: "empty", bytes: [])], night: Night(day: 5))
    #expect(try store.stateValue("k", before: Night(day: 3)) == nil)
    #expect(try store.stateValue("k", before: Night(day: 4)) == StateValue(night: Night(day: 3), bytes: [1]))
    #expect(try store.stateValue("k", before: Night(day: 5))?.bytes == [1])
    #expect(try store.stateValue("k", before: Night(day: 6))?.bytes == [2])
    #expect(
      try store.stateValues(["k", "empty", "none"], before: Night(day: 6)) == [
        "k": StateValue(night: Night(day: 5), bytes: [2]), "empty": StateValue(night: Night(day: 5), bytes: []),
      ])
  }

  @Test("A key that a night took away is there for nights before and gone after")
  func removal() throws {
    let store = try Store.inMemory()
    try store.putState([.init(key: "k", bytes: [1])], night: Night(day: 1))
    try store.putState([.init(key: "k", bytes: nil)], night: Night(day: 2))
    #expect(try store.stateValue("k", before: Night(day: 2))?.bytes == [1])
    #expect(try store.stateValue("k", before: Night(day: 3)) == nil)
    #expect(try store.stateValues(withPrefix: "k", before: Night(day: 3)).isEmpty)
  }

  @Test("A prefix finds its keys and no others, whatever stands in them")
  func prefixes() throws {
    let store = try Store.inMemory()
    let keys = ["a", "a:", "a:1", "a:é", "a:%", "a;", "b", "a:\u{10FFFF}", "a_1"] + hostileTexts.map { "a:" + $0 }
    try store.putState(keys.map { .init(key: $0, bytes: [7]) }, night: Night(day: 1))
    for prefix in ["a:", "a", "", "a:\u{10FFFF}", "a:'", "zz"] {
      let found = try store.stateValues(withPrefix: prefix, before: Night(day: 2)).map(\.key)
      #expect(Set(found) == Set(keys.filter { $0.utf8.starts(with: prefix.utf8) }), "\(prefix)")
    }
  }

  @Test("Pruning and sweeping keep what every night from the given one on reads, and nothing more")
  func pruning() throws {
    var generator = SeededGenerator(seed: 21)
    for round in 0..<30 {
      let store = try Store.inMemory()
      let keys = ["a", "b", "c"]
      for day in Int32(0)..<20 {
        let changes = keys.filter { _ in generator.next() % 3 == 0 }.map {
          StateChange(key: $0, bytes: generator.next() % 4 == 0 ? nil : [UInt8(day)])
        }
        try store.putState(changes, night: Night(day: day))
      }
      let first = Int32.random(in: 0...20, using: &generator)
      func reads() throws -> [[String: StateValue]] {
        try (first...21).map { try store.stateValues(keys, before: Night(day: $0)) }
      }
      let before = try reads()
      if round % 2 == 0 {
        try store.pruneState(keys, keepingNightsFrom: Night(day: first))
      } else {
        _ = try store.sweepState(keepingNightsFrom: Night(day: first))
      }
      #expect(try reads() == before)
      // Of the nights before `first` at most one version a key is left.
      let left = try (0..<max(first, 0)).map { try store.stateValues(keys, before: Night(day: $0)) }
      #expect(left.allSatisfy { values in values.allSatisfy { before[0][$0.key] == $0.value } })
      #expect(try store.sweepState(keepingNightsFrom: Night(day: first)).stateVersions == 0)
    }
  }

  @Test("Pruning touches the named keys only, and a night prunes the keys that it writes")
  func pruningIsLocal() throws {
    let store = try Store.inMemory()
    for day in Int32(0)...4 {
      var commit = try store.commit(Night(day: day))
      commit.state = [.init(key: "often", bytes: [UInt8(day)])]
      if day < 2 { commit.state.append(.init(key: "silent", bytes: [UInt8(day)])) }
      commit.keepStateFrom = Night(day: day - 1)
      try store.commitNight(commit)
    }
    // Kept for nights from 3 on: versions 2, 3, 4.
    #expect(try store.stateValue("often", before: Night(day: 2)) == nil)
    #expect(try store.stateValue("often", before: Night(day: 3))?.bytes == [2])
    #expect(try store.stateValue("silent", before: Night(day: 1))?.bytes == [0])
    #expect(try store.sweepState(keepingNightsFrom: Night(day: 3)).stateVersions == 1)
  }
}
