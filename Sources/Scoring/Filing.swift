import Detection
package import RequestModel
import Statistics

/// A request where it stays: large as it is, it is passed from step to step without a copy.
///
/// What can be said of it before the night's state is known is worked out with it, on whichever thread reads it.
package final class Filing: Sendable {
  package let request: Request
  /// The state behind it, but for the sender's home.
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

  /// The key of the sender as the agency of his domain knows him, where that is another, as `world` has it.
  func home(in world: WorldState) -> String? {
    world.home(of: request).map { StateKey.sender($0, request.sender) }
  }
}
