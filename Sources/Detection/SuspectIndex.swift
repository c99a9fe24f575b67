import Statistics

/// The targets and contacts that suspicious requests of closed nights showed, to see which of them a later one shows again.
///
/// A sorted list: look-ups are O(log names), and most end at the first step, in a table of bits. 16 bytes a name.
package struct SuspectIndex: Sendable {
  private struct Entry: Sendable {
    var name: UInt64
    var agency: UInt32
  }

  private var entries: [Entry] = []
  /// Which low bits of a name any entry has.
  private var filter: [UInt64] = []
  private static let places = 1 << 16

  /// O(names · log names).
  package init(_ traces: some Sequence<SharedTrace>) {
    for trace in traces { for name in trace.names { entries.append(Entry(name: name, agency: trace.agency)) } }
    guard !entries.isEmpty else { return }
    entries.sort { ($0.name, $0.agency) < ($1.name, $1.agency) }
    filter = [UInt64](repeating: 0, count: SuspectIndex.places / 64)
    for entry in entries {
      let place = SuspectIndex.place(entry.name)
      filter[place / 64] |= 1 << UInt64(place % 64)
    }
  }

  package var isEmpty: Bool { entries.isEmpty }

  private static func place(_ name: UInt64) -> Int { Int(truncatingIfNeeded: name) & (places - 1) }

  /// Adds the agencies, but for `agency`, whose suspicious requests showed `name`, and which are not in `found` yet.
  func agencies(showing name: UInt64, but agency: UInt32, into found: inout [UInt32]) {
    let place = SuspectIndex.place(name)
    guard !isEmpty, filter[place / 64] & (1 << UInt64(place % 64)) != 0 else { return }
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].name < name { low = middle + 1 } else { high = middle }
    }
    while low < entries.count, entries[low].name == name {
      let other = entries[low].agency
      if other != agency, !found.contains(other) { found.append(other) }
      low += 1
    }
  }
}

extension Links {
  /// Sees which targets and contacts, new to the agency and not everybody's, suspicious requests of others showed before.
  package mutating func note(_ keys: LinkKeys, agency: UInt32, window: LinkWindow, suspects: SuspectIndex) {
    if suspects.isEmpty { return }
    for names in [keys.targets, keys.contacts] {
      for name in names {
        let seen = window.agencies(showing: name)
        if !seen.isTelling || seen.contains(agency) { continue }
        suspects.agencies(showing: name, but: agency, into: &suspected)
      }
    }
  }

  /// Whether no look at links has anything to go by.
  package var areSilent: Bool { ties.isEmpty && suspected.isEmpty }
}
