import Crypto
import RequestModel
import Storage

/// What making a night's state digest again from the stored values came to.
enum StateReplay {
  /// The answers for the nights whose values are all kept yet, and `erased` for those of which some are gone.
  ///
  /// O(state): every kept value is read once.
  static func results(
    _ nights: [StoredNight], store: Store
  ) throws -> [(night: Night, result: VerifyRun.Replay)] {
    let first = try store.stateKeptFrom() ?? Night(day: .min)
    var digests: [Night: [(key: String, digest: [UInt8])]] = [:]
    try store.forEachStateVersion(from: first) { night, key, value in
      digests[night, default: []].append((key, Array(SHA256.hash(data: value))))
    }
    let erased = try store.nightsWithErasedState()
    var previous: [UInt8] = []
    return nights.map { night in
      defer { previous = night.digests.state }
      guard night.night >= first, !erased.contains(night.night) else { return (night.night, .erased) }
      let again = Digesting.state(previous: previous, digests: digests[night.night] ?? [])
      return (night.night, again == night.digests.state ? .same : .mismatch)
    }
  }
}
