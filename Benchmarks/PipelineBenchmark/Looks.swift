import Baselines
import Detection
import Foundation
import RequestModel
import Scoring
import Statistics
import Storage

/// What each look costs a request: seeing it, and pricing what was seen.
func measureLooks(_ sizes: Sizes, _ scratch: Scratch) throws {
  let log = try makeLog(scratch.file("looks.jsonl"), requests: min(sizes.requests, 10_000), lastDay: lastDay)
  let fold = try Fold(files: [log.path])
  let nights = try fold.nights()
  for night in nights.dropLast() { try fold.close(night) }
  guard let last = nights.last else { return }
  let requests = try fold.store.requests(of: last)
  let set = fold.engine.set
  let world = set.world
  heading("Cost of the looks, over \(requests.count) requests, in nanoseconds a request: see, price")
  let registry = fold.engine.registry
  var sum = (see: 0.0, price: 0.0)
  for look in registry.detectors.indices {
    var best = (see: Double.infinity, price: Double.infinity)
    for _ in 0..<3 {
      var (see, price) = (0.0, 0.0)
      for request in requests {
        let agency = set[StateKey.agency(request.agencyID)].profile
        let lineage = Lineage(
          sender: agency, agency: agency, peers: agency, world: world.profile, factors: SIMD4(repeating: 1))
        let context = Context(
          lineage: lineage, languagePool: world.profile,
          local: LocalTime(request.receivedAt, offsetSeconds: Int32(request.offsetMinutes) * 60))
        var sightings = Sightings()
        sightings.detector = look
        see +=
          timed {
            for _ in 0..<8 {
              sightings.clear()
              registry.detectors[look].observe(request, in: context, into: &sightings)
            }
          }.seconds / 8
        var priced: [Priced] = []
        var readings = Readings()
        price +=
          timed {
            for _ in 0..<8 {
              priced.removeAll(keepingCapacity: true)
              readings.read(sightings.observations, in: lineage)
              world.pricing.price(sightings.observations, readings, forgers: .none, into: &priced)
            }
          }.seconds / 8
      }
      best = (min(best.see, see), min(best.price, price))
    }
    let each = 1e9 / Double(max(1, requests.count))
    sum = (sum.see + best.see * each, sum.price + best.price * each)
    report(registry.ids[look], rounded(best.see * each, 0) + ", " + rounded(best.price * each, 0))
  }
  report("all looks", rounded(sum.see, 0) + ", " + rounded(sum.price, 0))
}
