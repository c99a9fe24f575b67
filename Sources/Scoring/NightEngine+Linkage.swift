import Baselines
import Detection
package import RequestModel
package import Statistics

extension NightEngine {
  /// How much more the evidence of a closed request would be, had others of its group been seen before it came.
  ///
  /// O(state of the log + requests): the request is judged twice, alone.
  ///
  /// - Parameters:
  ///   - seen: those of its own night that did come before it.
  ///   - unseen: those that came after it.
  ///   - reader: answers with the state before `night`.
  package func linkageGain(
    of request: Request, night: Night, seen: [Request], unseen: [Request], reader: StateReader
  ) throws -> Bits {
    let fresh = BaselineSet(looks: registry.count)
    try fresh.loadWorld(with: reader)
    let keys = [EntityKeys(request, directory: directory)]
    try fresh.load(keys, with: reader)
    var window = fresh.world.links
    func evidence(showing others: [Request]) -> Bits {
      for other in others where other.agencyID != request.agencyID {
        let trace = SharedTrace(other)
        for key in trace.keys { window.note(key, agency: trace.agency, night: night) }
      }
      fresh.world.links = window
      var frame = NightFrame(
        settings: settings, registry: registry, weighting: weighting, set: fresh, night: night, directory: directory)
      frame.isNarrated = false
      return Judge(frame, zones: ZoneTable(), crew: .alone).judge(filings([request]), keys)[0].assessment.evidence
    }
    let then = evidence(showing: seen)
    return evidence(showing: unseen) - then
  }
}
