package import RequestModel
package import Statistics

/// What agencies asked for of late, by what could give a campaign away: targets, contacts, lines of letters.
///
/// For each key the window remembers which agencies showed it and when last; a key of more than `crowd` agencies is
/// common property (a boilerplate paragraph, a shared switchboard) and tells nothing. Look-ups are O(1); memory is
/// bounded by `limit` keys, the oldest nights leaving first.
package struct LinkWindow: Sendable {
  package static let days = 30
  package static let crowd = 3
  static let limit = 3_000_000

  struct Sighting: Sendable, Equatable {
    var agency: UInt32
    var day: Int32
  }
  /// key → sightings, at most `crowd + 1`, one an agency.
  private var sightings: [UInt64: [Sighting]] = [:]
  /// What each night added, so that it can be written down and forgotten.
  private var nights: [Int32: [(key: UInt64, agency: UInt32)]] = [:]

  package init() {}

  /// A short name for an agency inside the window.
  package static func code(ofAgency id: String) -> UInt32 { UInt32(truncatingIfNeeded: SipHash.fixed.hash(id)) }

  /// The other agencies that showed `key`; empty where nobody did or everybody does.
  package func others(than agency: UInt32, showing key: UInt64) -> [UInt32] {
    guard let seen = sightings[key], seen.count <= LinkWindow.crowd else { return [] }
    return seen.lazy.map(\.agency).filter { $0 != agency }
  }

  package func isKnown(_ key: UInt64, to agency: UInt32) -> Bool {
    sightings[key]?.contains { $0.agency == agency } ?? false
  }

  package mutating func note(_ key: UInt64, agency: UInt32, night: Night) {
    var seen = sightings[key] ?? []
    if let i = seen.firstIndex(where: { $0.agency == agency }) {
      if seen[i].day == night.day { return }
      seen[i].day = max(seen[i].day, night.day)
    } else {
      guard seen.count <= LinkWindow.crowd else { return }
      seen.append(Sighting(agency: agency, day: night.day))
    }
    sightings[key] = seen
    nights[night.day, default: []].append((key, agency))
  }

  /// Forgets the nights before the window of `night`, and the oldest ones beyond the limit of keys.
  package mutating func forget(before night: Night) {
    var first = night.day - Int32(LinkWindow.days)
    while let oldest = nights.keys.min(), oldest < first || sightings.count > LinkWindow.limit {
      first = max(first, oldest + 1)
      for (key, _) in nights.removeValue(forKey: oldest) ?? [] {
        guard var seen = sightings[key] else { continue }
        seen.removeAll { $0.day <= oldest }
        sightings[key] = seen.isEmpty ? nil : seen
      }
    }
  }

  /// The additions of one night in canonical order.
  package func encoded(_ night: Night) -> [UInt8] {
    var out = ByteWriter()
    let added = (nights[night.day] ?? []).sorted { ($0.key, $0.agency) < ($1.key, $1.agency) }
    out.varint(UInt64(added.count))
    for entry in added {
      out.fixed(entry.key)
      out.varint(UInt64(entry.agency))
    }
    return out.bytes
  }

  package mutating func read(_ bytes: [UInt8], night: Night) throws(ByteReadingError) {
    var reader = ByteReader(bytes)
    for _ in 0..<(try reader.length(bytesEach: 9)) {
      let key = try reader.fixed()
      note(key, agency: UInt32(truncatingIfNeeded: try reader.varint()), night: night)
    }
  }
}

/// The keys under which a request can be linked to others.
package struct LinkKeys: Sendable {
  package var targets: [UInt64] = []
  package var contacts: [UInt64] = []
  package var letter: [UInt64] = []

  /// A request of more is a bulk order and links nothing.
  static let mostTargets = 64
  static let mostAttachments = 16

  package init(_ request: Request) {
    // All or none: the order of targets and attachments is that of their pseudonyms and must not choose among them.
    if request.targets.count <= LinkKeys.mostTargets { targets = request.targets.map { mixed($0.value.low ^ 0x7A) } }
    for contact in [request.callbackPhone, request.supervisorPhone] {
      if let contact { contacts.append(mixed(contact.low ^ 0xC0)) }
    }
    if let reply = request.replyTo { contacts.append(mixed(reply.localPart.low ^ 0x4E)) }
    if request.attachments.count <= LinkKeys.mostAttachments {
      for attachment in request.attachments { contacts.append(mixed(attachment.low ^ 0xA7)) }
    }
    letter = (request.wording?.shingles ?? []).prefix(12).map { mixed($0 ^ 0x5E) }
  }
}

extension Links {
  /// What other agencies share with a request, over the window and earlier in the night.
  package init(_ keys: LinkKeys, agency: UInt32, window: LinkWindow) {
    self.init()
    func most(_ keys: [UInt64]) -> [UInt32] {
      var agencies: [UInt32] = []
      for key in keys {
        for other in window.others(than: agency, showing: key) where !agencies.contains(other) {
          agencies.append(other)
        }
      }
      return agencies.sorted()
    }
    let byTarget = most(keys.targets)
    let byContact = most(keys.contacts.filter { !window.isKnown($0, to: agency) })
    targetAgencies = byTarget.count
    contactAgencies = byContact.count
    partners = byTarget + byContact
    // A letter is shared where lines new to this agency stand, together, in one other agency's letters.
    var counts: [(agency: UInt32, lines: Int)] = []
    var fresh = 0
    for key in keys.letter where !window.isKnown(key, to: agency) {
      fresh += 1
      for other in window.others(than: agency, showing: key) {
        if let i = counts.firstIndex(where: { $0.agency == other }) {
          counts[i].lines += 1
        } else {
          counts.append((other, 1))
        }
      }
    }
    if fresh >= 3, let best = counts.map(\.lines).max(), best * 2 >= fresh {
      letterAgencies = counts.count { $0.lines * 2 >= fresh }
    }
  }
}
