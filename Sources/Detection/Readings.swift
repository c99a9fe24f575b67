package import Baselines

/// What the profiles hold of everything that one request shows, read in one go.
///
/// Reused from request to request.
package struct Readings {
  // Of these lists only as much as was just filled in means anything.

  private var keys: [UInt64] = []
  /// The levels that a key is read at, a bit each; elsewhere it counts as unknown.
  private var levels: [UInt8] = []
  /// Counts of the keys for the sender, then for the agency, the peers and the whole log, in grains.
  private var counts: [Int64] = []
  /// Where the keys of each observation begin: the value's own first.
  private var starts: [Int] = []
  /// How many keys were read.
  private var count = 0
  private var factors = SIMD4<Double>(repeating: 1)

  package init() {}

  /// Reads what is seen; O(observations), one to six look-ups a level each.
  package mutating func read(_ observations: [Observation], in lineage: Lineage) {
    factors = lineage.factors
    makeRoom(for: observations.count)
    count = fill(observations)
    keys.withUnsafeBufferPointer { keys in
      levels.withUnsafeBufferPointer { levels in
        counts.withUnsafeMutableBufferPointer { counts in
          lineage.read(
            UnsafeBufferPointer(rebasing: keys[..<count]), at: UnsafeBufferPointer(rebasing: levels[..<count]),
            into: counts)
        }
      }
    }
  }

  /// No observation has more keys than a scale's: its value, the total and four neighbours.
  private static let mostKeys = 6

  private mutating func makeRoom(for observations: Int) {
    guard starts.count < observations else { return }
    let room = observations * 2
    starts = [Int](repeating: 0, count: room)
    keys = [UInt64](repeating: 0, count: room * Readings.mostKeys)
    levels = [UInt8](repeating: 0, count: keys.count)
    counts = [Int64](repeating: 0, count: keys.count * 4)
  }

  /// Writes down the keys of everything that is seen, and the levels to read them at; returns how many they are.
  private mutating func fill(_ observations: [Observation]) -> Int {
    var n = 0
    keys.withUnsafeMutableBufferPointer { keys in
      levels.withUnsafeMutableBufferPointer { levels in
        for i in observations.indices {
          let first = n
          starts[i] = first
          let slot = observations[i].slot
          keys[n] = slot.key(of: observations[i].value)
          n += 1
          if !observations[i].isMemory {
            keys[n] = slot.total
            n += 1
            switch observations[i].kind {
            case .open:
              keys[n] = slot.novelty
              n += 1
            case .closed: break
            case .scale(let size, let circular):
              let step = Int(observations[i].value)
              for offset in Readings.neighbours {
                keys[n] = slot.key(of: UInt64(Readings.step(step + offset, of: Int(size), circular)))
                n += 1
              }
            }
          }
          let read = Readings.levels(from: observations[i].from, upTo: observations[i].upTo)
          for k in first..<n { levels[k] = read }
        }
      }
    }
    return n
  }

  private static let neighbours = [-2, -1, 1, 2]

  /// A bit for every level from one to another.
  private static func levels(from: Level, upTo: Level) -> UInt8 {
    0b1111 << UInt8(from.rawValue) & ~(0b1110 << UInt8(upTo.rawValue))
  }

  private static func step(_ step: Int, of size: Int, _ circular: Bool) -> Int {
    circular ? (step + size) % size : max(0, min(size - 1, step))
  }

  /// The decayed weight of a key at the four levels, in requests.
  private func weights(_ place: Int) -> SIMD4<Double> {
    let n = count
    return SIMD4(
      Double(counts[place]), Double(counts[place + n]), Double(counts[place + 2 * n]), Double(counts[place + 3 * n]))
      * factors * (1.0 / 1024)
  }

  /// What the past has of an observation that is judged.
  func tally(_ i: Int, _ seen: Observation) -> Tally {
    let start = starts[i]
    let total = weights(start + 1)
    switch seen.kind {
    case .open: return Tally(value: weights(start), total: total, novelty: weights(start + 2))
    case .closed: return Tally(value: weights(start), total: total)
    case .scale:
      // Neighbouring steps lend a little: a kernel of 0.1, 0.2, 0.4, 0.2, 0.1.
      var value = SIMD4<Double>.zero
      value += 0.1 * weights(start + 2)
      value += 0.2 * weights(start + 3)
      value += 0.4 * weights(start)
      value += 0.2 * weights(start + 4)
      value += 0.1 * weights(start + 5)
      return Tally(value: value, total: total)
    }
  }

  /// Where the weight of an observation's value stands in the profiles.
  package func key(_ i: Int) -> UInt64 { keys[starts[i]] }

  /// Bit l is set where level l does not know the value of observation i, or was not read.
  package func strangers(_ i: Int) -> UInt8 {
    let (place, n) = (starts[i], count)
    var bits: UInt8 = 0
    for level in 0..<4 where counts[place + level * n] == 0 { bits |= 1 << UInt8(level) }
    return bits
  }
}
