import Statistics
import Testing

@Suite struct CountTableTests {
  /// A table and the dictionary that it should equal, after the same random lessons.
  private static func pair(seed: UInt64, steps: Int, keys: Int) -> (CountTable, [UInt64: Int64]) {
    var random = SeededGenerator(seed: seed)
    var table = CountTable()
    var model: [UInt64: Int64] = [:]
    for _ in 0..<steps {
      // Zero and neighbouring keys among them, which probe into each other.
      let key = UInt64(random.below(keys)) &* (random.chance(0.5) ? 1 : 1 << 40)
      let amount = Int64(random.below(40)) - 8
      table.add(amount, to: key)
      let sum = max(0, (model[key] ?? 0) + amount)
      model[key] = sum == 0 ? nil : sum
    }
    return (table, model)
  }

  private static func table(_ model: [UInt64: Int64]) -> CountTable {
    CountTable(model.map { (key: $0.key, count: $0.value) })
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func `it counts as a dictionary does`(seed: UInt64) {
    let (table, model) = Self.pair(seed: seed, steps: 1_500, keys: 20 * Int(seed * seed))
    #expect(table.count == model.count)
    #expect(table.sortedEntries.map(\.key) == model.keys.sorted())
    for (key, count) in model { #expect(table[key] == count) }
    for key in 5_000..<5_100 { #expect(table[UInt64(key)] == 0) }
  }

  @Test(arguments: [0, 1, 2, 31, 32, 33, 64, 65, 5_000]) func `entries ascend, whether keys are spread or crowd`(
    count: Int
  ) {
    let spread = (0..<UInt64(count)).map { mixed($0 &+ 7) }
    let crowd = (0..<UInt64(count)).map { $0 &* 3 &+ 1 }
    let ends = [0, .max, 1 << 63] + spread.prefix(20)
    for keys in [spread, crowd, spread + crowd, ends] {
      let table = CountTable(keys.reversed().map { (key: $0, count: 2) })
      #expect(table.sortedEntries.map(\.key) == Set(keys).sorted())
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func `many are read and added to at once as one by one`(seed: UInt64) {
    let (table, model) = Self.pair(seed: seed, steps: 800, keys: 90 * Int(seed))
    let keys = model.keys.sorted() + (0..<300).map { UInt64($0) } + [0, 0, .max]
    var counts = [Int64](repeating: -7, count: keys.count)
    keys.withUnsafeBufferPointer { keys in counts.withUnsafeMutableBufferPointer { table.read(keys, into: $0) } }
    #expect(counts == keys.map { table[$0] })
    for amount in [3, -2, 0] as [Int64] {
      var (together, single) = (table, table)
      keys.withUnsafeBufferPointer { together.add(amount, toEach: $0) }
      for key in keys { single.add(amount, to: key) }
      #expect(together == single && together.count == single.count)
    }
  }

  @Test func `nothing added is nothing counted, and nothing falls below zero`() {
    var table = CountTable()
    table.add(0, to: 7)
    table.add(-3, to: 7)
    #expect(table.count == 0 && table[7] == 0)
    table.add(3, to: 7)
    table.add(-4, to: 7)
    #expect(table == CountTable())
  }

  @Test func `equality is a matter of content, not of order or room`() {
    let (table, model) = Self.pair(seed: 9, steps: 900, keys: 150)
    var random = SeededGenerator(seed: 10)
    for _ in 0..<5 {
      var other = CountTable(minimumCapacity: random.below(4_000))
      for (key, count) in model.shuffled(using: &random) {
        other.add(count - 1, to: key)
        other.add(1, to: key)
      }
      #expect(other == table && table == other)
      other.add(1, to: model.keys.min()!)
      #expect(other != table)
    }
  }

  @Test func `merging is associative and commutative and adds up`() {
    let (a, ours) = Self.pair(seed: 21, steps: 500, keys: 90)
    let (b, theirs) = Self.pair(seed: 22, steps: 900, keys: 300)
    let (c, _) = Self.pair(seed: 23, steps: 50, keys: 5)
    func merged(_ x: CountTable, _ y: CountTable) -> CountTable {
      var out = x
      out.merge(y)
      return out
    }
    #expect(merged(a, b) == merged(b, a))
    #expect(merged(merged(a, b), c) == merged(a, merged(b, c)))
    #expect(merged(a, CountTable()) == a)
    #expect(merged(a, b) == Self.table(ours.merging(theirs, uniquingKeysWith: +)))
  }

  @Test func `decay rounds down and drops what is gone`() {
    let (table, model) = Self.pair(seed: 31, steps: 700, keys: 120)
    for factor in [0, 0.25, 0.5, 0.999, 1] {
      var aged = table
      aged.decay(by: factor)
      #expect(aged == Self.table(model.mapValues { Int64(Double($0) * factor) }.filter { $0.value > 0 }))
    }
    // A total never falls below its parts: flooring each part loses no less.
    var parts = table
    parts.decay(by: 0.37)
    let before = model.values.reduce(0, +)
    #expect(parts.sortedEntries.reduce(0) { $0 + $1.count } <= Int64(Double(before) * 0.37))
  }

  @Test(arguments: [0, 1, 10, 49, 50, 51]) func `pruning keeps the largest and treats equals alike`(limit: Int) {
    var random = SeededGenerator(seed: 41)
    let entries = (0..<50).map { (key: UInt64($0), count: Int64(1 + random.below(12))) }
    var table = CountTable(entries)
    table.prune(to: limit)
    #expect(table.count <= max(limit, 0))
    if limit >= 50 { #expect(table == CountTable(entries)) }
    let kept = table.sortedEntries.map(\.count).min() ?? .max
    let dropped = entries.filter { table[$0.key] == 0 }.map(\.count).max() ?? 0
    // All of one count stay or go together: which keys they have decides nothing.
    #expect(dropped < kept)
    #expect(entries.allSatisfy { table[$0.key] == 0 || table[$0.key] == $0.count })
    // One more place would have been too many.
    if limit < 50 { #expect(table.count + entries.count { $0.count == dropped } > limit) }
  }
}
