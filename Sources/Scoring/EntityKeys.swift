import Detection
import RequestModel

/// The state keys behind one request.
struct EntityKeys: Sendable {
  var sender: String
  var agency: String
  var peers: String
  var language: String
  var country: String
  /// The sender as the agency of his domain knows him, where that is another; nil else, and where it was not looked up.
  var home: String?

  init(_ request: borrowing Request, directory: AgencyDirectory) {
    let entry = directory.entry(for: request)
    country = DirectoryEntry.country(of: request, listed: entry)
    let type = entry?.type ?? request.agencyType
    sender = StateKey.sender(request.agencyID, request.sender)
    agency = StateKey.agency(request.agencyID)
    peers = StateKey.peers(country, type?.name ?? "")
    language = StateKey.language(request.wording?.language ?? "")
  }
}
