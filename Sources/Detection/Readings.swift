package import Baselines

/// What the profiles hold of everything that one request shows, read in one go.
///
/// Reused from request to request.
package struct Readings {
  // Of these lists only as much as was just filled in means anything.

  private var keys: [UInt64] = []
  /// The levels that a key is read at, a bit each; elsewhere it counts as unknown.
  private var levels: [UInt8] = []
  /// Counts of the keys for the sender, the agency, the peers and the whole log, in grains.
  private var counts: [SIMD4<Int64>] = []
  private var places: [Place] = []
  /// What makes requests of the night in question of grains, by level.
  private var scale = SIMD4<Double>(repeating: 1)

  /// Where among the keys an observation's begin.
  private struct Place {
    /// The value; a scale's neighbouring steps follow it.
    var value: Int
    /// The slot's total, which observations of one slot share; an open one's novelties follow it.
    var total: Int
  }

  package init() {}

  /// Reads what is seen; O(observations), one to six look-ups a level each.
  package mutating func read(_ observations: [Observation], in lineage: Lineage) {
    scale = lineage.factors * (1 / Double(Profile.grain))
    makeRoom(for: observations.count)
    let count = fill(observations)
    keys.withUnsafeBufferPointer { keys in
      levels.withUnsafeBufferPointer { levels in
        counts.withUnsafeMutableBytes { counts in
          guard let start = counts.bindMemory(to: Int64.self).baseAddress else { return }
          lineage.read(
            UnsafeBufferPointer(rebasing: keys[..<count]), at: UnsafeBufferPointer(rebasing: levels[..<count]),
            into: start)
        }
      }
    }
  }

  /// No observation has more keys than a scale's: its value, four neighbours and the total.
  private static let mostKeys = 6

  private mutating func makeRoom(for observations: Int) {
    guard places.count < observations else { return }
    let room = observations * 2
    places = [Place](repeating: Place(value: 0, total: 0), count: room)
    keys = [UInt64](repeating: 0, count: room * Readings.mostKeys)
    levels = [UInt8](repeating: 0, count: keys.count)
    counts = [SIMD4<Int64>](repeating: .zero, count: keys.count)
  }

  /// Writes down the keys of everything that is seen, and the levels to read them at; returns how many they are.
  private mutating func fill(_ observations: [Observation]) -> Int {
    var n = 0
    keys.withUnsafeMutableBufferPointer { keys in
      levels.withUnsafeMutableBufferPointer { levels in
        places.withUnsafeMutableBufferPointer { places in
          observations.withUnsafeBufferPointer { observations in
            for i in observations.indices {
              let first = n
              let slot = observations[i].slot
              let read = Readings.levels(from: observations[i].from, upTo: observations[i].upTo)
              places[i].value = first
              keys[n] = slot.key(of: observations[i].value)
              n += 1
              if case .scale(let size, let circular) = observations[i].kind {
                let step = Int(observations[i].value)
                for offset in Readings.neighbours {
                  keys[n] = slot.key(of: UInt64(Readings.step(step + offset, of: Int(size), circular)))
                  n += 1
                }
              }
              if i > 0, Readings.share(observations, i - 1, i) {
                places[i].total = places[i - 1].total
              } else if !observations[i].isMemory {
                places[i].total = n
                keys[n] = slot.total
                n += 1
                if observations[i].kind.isOpen {
                  keys[n] = slot.novelty
                  n += 1
                }
              }
              for k in first..<n { levels[k] = read }
            }
          }
        }
      }
    }
    return n
  }

  /// Whether two observations have one total: a list's items stand one behind the other.
  @inline(__always)
  private static func share(_ observations: UnsafeBufferPointer<Observation>, _ a: Int, _ b: Int) -> Bool {
    observations[a].slot == observations[b].slot && observations[a].from == observations[b].from
      && observations[a].upTo == observations[b].upTo && !observations[a].isMemory && !observations[b].isMemory
      && observations[a].kind.isOpen == observations[b].kind.isOpen
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
  @inline(__always)
  private func weights(_ place: Int) -> SIMD4<Double> {
    let grains = counts[place]
    return SIMD4(Double(grains[0]), Double(grains[1]), Double(grains[2]), Double(grains[3])) * scale
  }

  /// What the past has of an observation that is judged.
  @inline(__always)
  func tally(_ i: Int, _ kind: Observation.Kind) -> Tally {
    let place = places[i]
    let total = weights(place.total)
    switch kind {
    case .open:
      return Tally(value: weights(place.value), total: total, novelty: weights(place.total + 1))
    case .closed: return Tally(value: weights(place.value), total: total)
    case .scale:
      // Neighbouring steps lend a little: a kernel of 0.1, 0.2, 0.4, 0.2, 0.1.
      var value = SIMD4<Double>.zero
      value += 0.1 * weights(place.value + 1)
      value += 0.2 * weights(place.value + 2)
      value += 0.4 * weights(place.value)
      value += 0.2 * weights(place.value + 3)
      value += 0.1 * weights(place.value + 4)
      return Tally(value: value, total: total)
    }
  }

  /// Where the weight of an observation's value stands in the profiles.
  package func key(_ i: Int) -> UInt64 { keys[places[i].value] }

  /// Bit l is set where level l does not know the value of observation i, or was not read.
  package func strangers(_ i: Int) -> UInt8 {
    let grains = counts[places[i].value]
    var bits: UInt8 = 0
    for level in 0..<4 where grains[level] == 0 { bits |= 1 << UInt8(level) }
    return bits
  }
}
