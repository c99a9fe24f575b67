import Detection
package import RequestModel
import Statistics

/// A request where it stays: large as it is, it is passed from step to step without a copy.
///
/// What can be said of it before the night's state is known is worked out with it, on whichever thread reads it.
package final class Filing: Sendable {
  package let request: Request
  /// The state behind it, but for the sender's home, which that state tells.
  let keys: EntityKeys
  /// What may link it to requests of others.
  let linkKeys: LinkKeys
  /// SipHash of its id.
  let hash: UInt64

  package init(_ request: consuming Request, directory: AgencyDirectory) {
    keys = EntityKeys(request, directory: directory)
    linkKeys = LinkKeys(request)
    hash = SipHash.fixed.hash(request.id)
    self.request = request
  }

  /// The keys with the agency of the sender's domain, where that is another, as `world` knows it.
  func keys(in world: WorldState) -> EntityKeys {
    var keys = keys
    keys.home = world.home(of: request).map { StateKey.sender($0, request.sender) }
    return keys
  }
}
