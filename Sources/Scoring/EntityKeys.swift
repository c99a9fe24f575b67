import Detection
import RequestModel

/// The state keys behind one request.
struct EntityKeys: Sendable {
  /// Apart, so that keys are handed on without a copy of each.
  private final class Names: Sendable {
    let sender: String
    let agency: String
    let peers: String
    let language: String
    let country: String

    init(sender: String, agency: String, peers: String, language: String, country: String) {
      (self.sender, self.agency, self.peers) = (sender, agency, peers)
      (self.language, self.country) = (language, country)
    }
  }

  private let names: Names

  init(_ request: borrowing Request, directory: AgencyDirectory) {
    let entry = directory.entry(for: request)
    let country = DirectoryEntry.country(of: request, listed: entry)
    let type = entry?.type ?? request.agencyType
    names = Names(
      sender: StateKey.sender(request.agencyID, request.sender), agency: StateKey.agency(request.agencyID),
      peers: StateKey.peers(country, type?.name ?? ""), language: StateKey.language(request.wording?.language ?? ""),
      country: country)
  }

  var sender: String { names.sender }
  var agency: String { names.agency }
  var peers: String { names.peers }
  var language: String { names.language }
  var country: String { names.country }
}
