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

  private var sightings = LinkTable()
  /// What each night added, ascending, so that it can be written down and forgotten.
  private var nights: [Addition] = []

  private struct Addition: Sendable {
    var day: Int32
    var entries: [(key: UInt64, agency: UInt32)] = []
  }

  package init() {}

  /// A short name for an agency inside the window.
  package static func code(ofAgency id: String) -> UInt32 { UInt32(truncatingIfNeeded: SipHash.fixed.hash(id)) }

  /// The agencies that showed `key`, `crowd` + 1 at most.
  func agencies(showing key: UInt64) -> LinkedAgencies { sightings[key] }

  package mutating func note(_ key: UInt64, agency: UInt32, night: Night) {
    guard sightings.note(key, agency: agency, day: night.day) else { return }
    nights[place(of: night.day)].entries.append((key, agency))
  }

  private mutating func place(of day: Int32) -> Int {
    if let last = nights.last, last.day == day { return nights.count - 1 }
    let place = nights.firstIndex { $0.day >= day } ?? nights.count
    if place == nights.count || nights[place].day != day { nights.insert(Addition(day: day), at: place) }
    return place
  }

  /// Forgets the nights before the window of `night`, and the oldest ones beyond the limit of keys.
  package mutating func forget(before night: Night) {
    let first = night.day - Int32(LinkWindow.days)
    while let oldest = nights.first, oldest.day < first || sightings.count > LinkWindow.limit {
      for (key, _) in oldest.entries { sightings.forget(key, through: oldest.day) }
      nights.removeFirst()
    }
  }

  /// The additions of one night in canonical order.
  package func encoded(_ night: Night) -> [UInt8] {
    var out = ByteWriter()
    let added = (nights.first { $0.day == night.day }?.entries ?? []).sorted {
      ($0.key, $0.agency) < ($1.key, $1.agency)
    }
    out.varint(UInt64(added.count))
    for entry in added {
      out.fixed(entry.key)
      out.varint(UInt64(entry.agency))
    }
    return out.bytes
  }

  /// Adds what a night wrote down; where `keys` are given, of those that have a count there alone.
  package mutating func read(
    _ bytes: [UInt8], night: Night, only keys: CountTable? = nil
  ) throws(ByteReadingError) {
    var reader = ByteReader(bytes)
    for _ in 0..<(try reader.length(bytesEach: 9)) {
      let key = try reader.fixed()
      let agency = UInt32(truncatingIfNeeded: try reader.varint())
      if keys.map({ $0[key] > 0 }) ?? true { note(key, agency: agency, night: night) }
    }
  }

  /// Whether a window that holds all that these nights wrote down may have lost some of it for want of room.
  package static func isCrowded(_ nights: some Sequence<[UInt8]>) throws(ByteReadingError) -> Bool {
    var sum = 0
    for bytes in nights {
      var reader = ByteReader(bytes)
      sum += try reader.length(bytesEach: 9)
    }
    return sum > limit
  }
}

/// The keys under which a request can be linked to others.
package struct LinkKeys: Sendable {
  /// Targets, then targets by the agency's country, then contacts, then lines of the letter.
  package private(set) var all: [UInt64] = []
  private var homeStart = 0
  private var contactStart = 0
  private var letterStart = 0

  var targets: ArraySlice<UInt64> { all[..<homeStart] }
  /// One for each target: who shows it asks about the same target from the same country.
  var homes: ArraySlice<UInt64> { all[homeStart..<contactStart] }
  var contacts: ArraySlice<UInt64> { all[contactStart..<letterStart] }
  var letter: ArraySlice<UInt64> { all[letterStart...] }

  /// A request of more is a bulk order and links nothing.
  static let mostTargets = 64
  static let mostAttachments = 16

  package init(_ request: borrowing Request) {
    all.reserveCapacity(32)
    // All or none: the order of targets and attachments is that of their pseudonyms and must not choose among them.
    if request.targets.count <= LinkKeys.mostTargets {
      for target in request.targets { all.append(mixed(target.value.low ^ 0x7A)) }
    }
    homeStart = all.count
    let country = SipHash.fixed.hash(request.agencyCountry)
    for place in 0..<homeStart { all.append(mixed(all[place] ^ country)) }
    contactStart = all.count
    if let phone = request.callbackPhone { all.append(mixed(phone.low ^ 0xC0)) }
    if let phone = request.supervisorPhone { all.append(mixed(phone.low ^ 0xC0)) }
    if let reply = request.replyTo { all.append(mixed(reply.localPart.low ^ 0x4E)) }
    if request.attachments.count <= LinkKeys.mostAttachments {
      for attachment in request.attachments { all.append(mixed(attachment.low ^ 0xA7)) }
    }
    letterStart = all.count
    if let wording = request.wording {
      for shingle in wording.shingles.prefix(12) { all.append(mixed(shingle ^ 0x5E)) }
    }
  }
}

extension Links {
  /// What other agencies share with a request, over the window and earlier in the night.
  package init(_ keys: LinkKeys, agency: UInt32, window: LinkWindow) {
    self.init()
    var byTarget: [UInt32] = []
    var atHome: [UInt32] = []
    for (target, home) in zip(keys.targets, keys.homes) {
      let seen = window.agencies(showing: target)
      isOwnTarget = isOwnTarget || seen.contains(agency)
      if seen.tells(ofOthersThan: agency) { ties.names.append(target) }
      seen.others(than: agency, into: &byTarget)
      window.agencies(showing: home).others(than: agency, into: &atHome)
    }
    foreignTargetAgencies = byTarget.count { !atHome.contains($0) }
    var byContact: [UInt32] = []
    for key in keys.contacts {
      let seen = window.agencies(showing: key)
      if seen.contains(agency) { continue }
      if seen.tells(ofOthersThan: agency) { ties.names.append(key) }
      seen.others(than: agency, into: &byContact)
    }
    targetAgencies = byTarget.count
    contactAgencies = byContact.count
    partners = byTarget.sorted() + byContact.sorted()
    let byLetter = sharers(of: keys.letter, agency, window)
    letterAgencies = byLetter.count
    if !partners.isEmpty || !byLetter.isEmpty { ties.agencies = Set(partners + byLetter).sorted() }
  }

  /// A letter is shared where lines new to this agency stand, together, in one other agency's letters.
  private mutating func sharers(of lines: ArraySlice<UInt64>, _ agency: UInt32, _ window: LinkWindow) -> [UInt32] {
    var counts: [(agency: UInt32, lines: Int)] = []
    var fresh = 0
    for key in lines {
      let seen = window.agencies(showing: key)
      if seen.contains(agency) { continue }
      fresh += 1
      guard seen.isTelling else { continue }
      for place in 0..<seen.count {
        let other = seen[place]
        if let i = counts.firstIndex(where: { $0.agency == other }) {
          counts[i].lines += 1
        } else {
          counts.append((other, 1))
        }
      }
    }
    guard fresh >= 3, let best = counts.map(\.lines).max(), best * 2 >= fresh else { return [] }
    ties.lines = lines.filter { !window.agencies(showing: $0).contains(agency) }
    return counts.filter { $0.lines * 2 >= fresh }.map(\.agency)
  }
}
