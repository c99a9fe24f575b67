import Baselines
import Statistics

/// The forger's side of a wording look, measured: how letters of *other* agencies look when held against this one's.
///
/// The log keeps, for each scale, where such impostor letters fell; a little even mass keeps every step possible.
enum ImpostorScale {
  /// P(step | somebody else wrote it); `floor` weighs the even mass of this step.
  static func probability(
    _ aspect: Aspect, condition: Int, step: Int, size: Int, floor: Double, in context: Context
  ) -> HabitVector {
    let slot = Slot(aspect: UInt64(aspect.rawValue), condition: UInt64(condition))
    let world = context.lineage.world.counts
    var near = 0.0
    for (offset, weight) in [(-1, 0.25), (0, 0.5), (1, 0.25)] {
      near += weight * Double(world[slot.key(of: UInt64(max(0, min(size - 1, step + offset))))])
    }
    let total = Double(world[slot.total]) / 1024
    let p = (near / 1024 + 10 * floor / Double(size)) / (total + 10)
    return HabitVector(repeating: p)
  }

  static func remember(_ aspect: Aspect, condition: Int, step: Int, into sightings: inout Sightings) {
    sightings.remember(aspect, condition: condition, value: UInt64(step))
  }
}

extension Sightings {
  /// Remembers a step of a scale for the whole log.
  mutating func remember(_ aspect: Aspect, condition: Int, value: UInt64) {
    observations.append(
      Observation(
        detector: detector, aspect: aspect.rawValue,
        slot: Slot(aspect: UInt64(aspect.rawValue), condition: UInt64(condition)), value: value, kind: .open,
        forger: .zero, worldShare: 0, imitation: .zero, share: 0, from: .world, upTo: .world, isMemory: true))
  }
}
