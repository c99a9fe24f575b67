package import Baselines

/// What one look sees of one request: a value in a slot, how a forger would have come by it, and how to price it.
@usableFromInline package struct Observation {
  @usableFromInline package enum Kind: Equatable, Sendable {
    /// Values nobody can list: devices, networks, telephone numbers.
    case open
    /// A list of `size` values.
    case closed(size: Int32)
    /// A scale of `size` steps: neighbours lend to each other; circular for hours.
    case scale(size: Int32, circular: Bool)

    @inlinable package var isOpen: Bool { if case .open = self { true } else { false } }
  }

  // The vectors stand first, so that no room is lost before them: there are many of these.

  /// Closed and scale: P(value | habit).
  ///
  /// Open: the chance that a forger brings a value nobody has seen.
  package var forger: HabitVector
  /// P(the forger does as the sender does | habit): bounds what the look can subtract.
  package var imitation: HabitVector
  /// Where the detector stands in the registry.
  package var detector: Int
  package var aspect: Int
  package var slot: Slot
  package var value: UInt64
  /// Where the forger's values come from besides `forger`: the share taken from the whole log.
  package var worldShare: Double
  /// The part of what he takes from the log that he takes from the sender's own colleagues: a stranger among the agency's
  /// accounts does as they do, not as the world does.
  package var colleagues: Double
  /// One over the number of observations that the look shares its evidence among.
  package var share: Double
  package var kind: Kind
  /// The lowest level that this is learned and judged at.
  package var from: Level
  /// The highest level that keeps it: addresses of one agency mean nothing to another.
  package var upTo: Level
  /// Whether it is only remembered, not judged.
  package var isMemory: Bool
  /// The chance that whoever sent this has made the account's own history, too: then what that knows vouches for nothing.
  package var doubt: Double

  package init(
    detector: Int, aspect: Int, slot: Slot, value: UInt64, kind: Kind, forger: HabitVector, worldShare: Double,
    colleagues: Double = 0, imitation: HabitVector, share: Double, from: Level, upTo: Level, isMemory: Bool = false,
    doubt: Double = 0
  ) {
    self.detector = detector
    self.aspect = aspect
    self.slot = slot
    self.value = value
    self.kind = kind
    self.forger = forger
    self.worldShare = worldShare
    self.colleagues = colleagues
    self.imitation = imitation
    self.share = share
    self.from = from
    self.upTo = upTo
    self.isMemory = isMemory
    self.doubt = doubt
  }
}

/// Collects what the looks see of one request.
///
/// Reused from request to request.
package struct Sightings {
  package var observations: [Observation] = []
  /// Ratios a look works out itself (counts against a predictive): detector and ratio per habit.
  package var ratios: [(detector: Int, ratio: HabitVector, sample: Double)] = []
  /// Looks that had nothing to say, and why.
  package var abstentions: [(detector: Int, reason: Abstention)] = []
  /// The detector that is looking now.
  package var detector = 0

  package init() { observations.reserveCapacity(96) }

  package mutating func clear() {
    observations.removeAll(keepingCapacity: true)
    ratios.removeAll(keepingCapacity: true)
    abstentions.removeAll(keepingCapacity: true)
  }

  package mutating func abstain(_ reason: Abstention) { abstentions.append((detector, reason)) }

  /// A value of an open vocabulary; `novelty` is the forger's chance of bringing one nobody has seen.
  package mutating func open(
    _ aspect: Aspect, condition: Int = 0, value: UInt64, novelty: HabitVector, imitation: HabitVector,
    share: Double = 1, from: Level = .sender, upTo: Level = .world, worldShare: Double = 1, colleagues: Double = 0,
    doubt: Double = 0
  ) {
    observations.append(
      Observation(
        detector: detector, aspect: aspect.rawValue,
        slot: Slot(aspect: UInt64(aspect.rawValue), condition: UInt64(condition)), value: value, kind: .open,
        forger: novelty, worldShare: worldShare, colleagues: colleagues, imitation: imitation, share: share, from: from,
        upTo: upTo, doubt: doubt))
  }

  /// A value of a list of `size`; `forger` is P(value | habit).
  package mutating func closed(
    _ aspect: Aspect, condition: Int = 0, value: Int, size: Int, forger: HabitVector, worldShare: Double = 0.5,
    imitation: HabitVector, share: Double = 1, from: Level = .sender, upTo: Level = .world
  ) {
    observations.append(
      Observation(
        detector: detector, aspect: aspect.rawValue,
        slot: Slot(aspect: UInt64(aspect.rawValue), condition: UInt64(condition)), value: UInt64(value),
        kind: .closed(size: Int32(size)), forger: forger, worldShare: worldShare, imitation: imitation, share: share,
        from: from, upTo: upTo))
  }

  /// A step on a scale of `size`; `forger` is P(step | habit).
  package mutating func scale(
    _ aspect: Aspect, condition: Int = 0, step: Int, size: Int, circular: Bool = false, forger: HabitVector,
    worldShare: Double = 0.5, colleagues: Double = 0, imitation: HabitVector, share: Double = 1, from: Level = .sender
  ) {
    observations.append(
      Observation(
        detector: detector, aspect: aspect.rawValue,
        slot: Slot(aspect: UInt64(aspect.rawValue), condition: UInt64(condition)), value: UInt64(step),
        kind: .scale(size: Int32(size), circular: circular), forger: forger, worldShare: worldShare,
        colleagues: colleagues, imitation: imitation, share: share, from: from, upTo: .world))
  }

  /// Remembers a value without judging it.
  package mutating func remember(_ aspect: Aspect, value: UInt64, from: Level = .sender, upTo: Level) {
    observations.append(
      Observation(
        detector: detector, aspect: aspect.rawValue, slot: Slot(aspect: UInt64(aspect.rawValue)), value: value,
        kind: .open, forger: .zero, worldShare: 0, imitation: .zero, share: 0, from: from, upTo: upTo,
        isMemory: true))
  }
}

/// Why a look says nothing.
///
/// It never depends on what the request claims, only on what the log knows.
package enum Abstention: String, Sendable, Codable {
  case noHistory = "the log knows too little of this sender yet"
  case fieldNeverUsed = "this log never carried the field"
  case noDirectory = "the agency directory has no entry to compare with"
  case noText = "the request carries no text"
  case notThisKind = "the look does not apply to this kind of request"
}
