import Baselines
import Detection
package import RequestModel
package import Statistics

extension NightEngine {
  /// A closed night as it stood when it was judged, to look back at these of its requests.
  ///
  /// O(state of the log), once for all of them.
  package func hindsight(
    at night: Night, on requests: [Request], reader: @escaping StateReader
  ) throws -> Hindsight {
    try Hindsight(engine: self, night: night, requests: requests, reader: reader)
  }
}

/// What closed requests of one night would have been worth, had others been seen before them.
package final class Hindsight {
  package let night: Night
  private let engine: NightEngine
  private let reader: StateReader
  private let set: BaselineSet
  /// The linkage window as the night began, as far as the requests ask for it.
  private let links: LinkWindow

  fileprivate init(
    engine: NightEngine, night: Night, requests: [Request], reader: @escaping StateReader
  ) throws {
    self.engine = engine
    self.night = night
    self.reader = reader
    var keys = CountTable()
    for request in requests { for key in LinkKeys(request).all { keys.add(1, to: key) } }
    set = try engine.fresh(with: reader, linkedBy: keys)
    links = set.world.links
  }

  /// How much more the evidence of one of the requests would be, had others of its group been seen before it came.
  ///
  /// O(requests): the request is judged twice, alone.
  ///
  /// - Parameters:
  ///   - seen: those of its own night that did come before it.
  ///   - unseen: those that came after it.
  package func linkageGain(of request: Request, seen: [Request], unseen: [Request]) throws -> Bits {
    let filings = engine.filings([request])
    try set.load(filings, homes: [], with: reader)
    var window = links
    func evidence(showing others: [Request]) -> Bits {
      for other in others where other.agencyID != request.agencyID {
        let trace = SharedTrace(other)
        for key in trace.keys { window.note(key, agency: trace.agency, night: night) }
      }
      set.world.links = window
      var frame = engine.frame(set, night)
      frame.isNarrated = false
      return Judge(frame, zones: ZoneTable(), crew: .alone).judge(filings, homes: [nil])[0].assessment.evidence
    }
    let then = evidence(showing: seen)
    return evidence(showing: unseen) - then
  }
}
