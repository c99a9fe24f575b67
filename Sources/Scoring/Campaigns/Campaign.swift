package import Detection
package import RequestModel

/// Requests that look like the work of one hand, as a night's close found them.
package struct Campaign: Sendable, Hashable {
  package struct Member: Sendable, Hashable {
    package var requestID: String
    package var night: Night

    package init(requestID: String, night: Night) {
      self.requestID = requestID
      self.night = night
    }
  }

  /// What the names of campaigns begin with: of one account under suspicion, and of unrelated agencies that hang together.
  static let accountPrefix = "c-"
  static let linkedPrefix = "l-"

  /// Whether that is the name of a campaign in which unrelated agencies hang together.
  package static func isLinked(_ id: String) -> Bool { id.hasPrefix(linkedPrefix) }

  package var id: String
  /// Whether requests of unrelated agencies hang together in it; else one account under suspicion sent them all.
  package var isLinked: Bool
  /// By (received_at, request id): those of this night, and the suspicious ones of the window before.
  package var members: [Member]

  package init(id: String, isLinked: Bool, members: [Member]) {
    self.id = id
    self.isLinked = isLinked
    self.members = members
  }
}

/// What the close of a night finds of campaigns.
package struct FoundCampaigns: Sendable {
  /// Those with a member this night, by id.
  package var campaigns: [Campaign] = []
  /// What ties the night's suspicious members to other agencies' earlier requests, suspicious or not, by request id.
  package var ties: [String: Ties] = [:]
  /// What the memory of suspects takes in.
  var notes = CampaignMemory.Notes()
  /// The campaigns of the night's requests, then of its late ones, in their order.
  var ids: [String?]

  package init() { ids = [] }
  init(nothingOf count: Int) { ids = [String?](repeating: nil, count: count) }
}
