import Baselines
import Detection
import RequestModel
package import Statistics

/// The state of one closed night, as far as it was needed: read once, kept while it is used.
package final class BaselineSet {
  package let looks: Int
  package private(set) var world: WorldState
  private var entities: [String: EntityState] = [:]
  /// What the current night changed.
  private var changed: [(key: String, state: EntityState)] = []
  private var clock: Int32 = 0
  /// Table entries that stay in memory from night to night: about 100 MB, whatever the history.
  package var room = 2_500_000

  package init(looks: Int) {
    self.looks = looks
    world = WorldState(looks: looks)
  }

  /// Reads what requests and the homes of their senders need and is not here yet.
  func load(_ requests: [Filing], homes: [String?], with reader: StateReader) throws {
    var unknown: Set<String> = []
    func need(_ key: String) { if entities[key] == nil { unknown.insert(key) } }
    for request in requests {
      need(request.keys.sender)
      need(request.keys.agency)
      need(request.keys.peers)
      need(request.keys.language)
    }
    for home in homes { if let home { need(home) } }
    for key in [StateKey.forgers, StateKey.usual] where entities[key] == nil { unknown.insert(key) }
    guard !unknown.isEmpty else { return }
    let missing = unknown.sorted()
    // In parts: encoded and decoded, all of a large night's profiles would stand in memory twice.
    for start in stride(from: 0, to: missing.count, by: BaselineSet.readTogether) {
      let part = Array(missing[start..<min(start + BaselineSet.readTogether, missing.count)])
      let values = try reader(part)
      for key in part { entities[key] = try values[key].map { try EntityState(encoded: $0) } ?? EntityState() }
    }
  }

  /// Keys that are asked for at a time.
  private static let readTogether = 256

  /// Reads the state of the whole log; of the linkage window, where `keys` are given, what concerns these alone.
  package func loadWorld(with reader: StateReader, linkedBy keys: CountTable? = nil) throws {
    guard let bytes = try reader([StateKey.world])[StateKey.world] else { return }
    world = try WorldState(encoded: bytes, looks: looks)
    guard let last = world.night else { return }
    let window = (0..<LinkWindow.days).map { last.day - Int32($0) }
    let nights = try reader(window.map(StateKey.links))
    // What left a crowded window went by whole nights: only all of it tells which.
    let isCrowded = try LinkWindow.isCrowded(window.compactMap { nights[StateKey.links($0)] })
    let keys = isCrowded ? nil : keys
    for day in window.reversed() {
      if let bytes = nights[StateKey.links(day)] { try world.links.read(bytes, night: Night(day: day), only: keys) }
    }
    world.links.forget(before: last)
    try loadCampaigns(through: last, with: reader)
  }

  private func loadCampaigns(through last: Night, with reader: StateReader) throws {
    let days = (0..<Int32(CampaignMemory.days)).map { last.day - $0 }
    let notes = try reader(days.map(StateKey.campaigns) + days.map(StateKey.formerCampaigns))
    for day in days.reversed() {
      guard let bytes = notes[StateKey.campaigns(day)] ?? notes[StateKey.formerCampaigns(day)] else { continue }
      try world.campaigns.read(bytes, night: Night(day: day))
    }
  }

  package subscript(key: String) -> EntityState {
    if let known = entities[key] {
      known.touched = clock
      return known
    }
    let fresh = EntityState()
    fresh.touched = clock
    entities[key] = fresh
    return fresh
  }

  /// Notes that the current night changes the state of this key.
  func change(_ key: String, _ state: EntityState) {
    if state.isChanged { return }
    state.isChanged = true
    changed.append((key, state))
  }

  /// Lets the night's changes stand without giving them out: where nothing is to be stored.
  package func keepChanges() {
    for entry in changed { entry.state.isChanged = false }
    changed.removeAll(keepingCapacity: true)
    clock += 1
  }

  /// Lets go of what was idle longest, as far as there is no room for it, and hands it over: a run that stores nothing
  /// of a night must keep it elsewhere.
  package func release() -> [(key: String, bytes: [UInt8])] { leave().map { ($0.key, $0.state.encoded()) } }

  /// What the last night used stays.
  private func leave() -> [(key: String, state: EntityState)] {
    var weight = entities.values.reduce(0) { $0 + $1.weight }
    guard weight > room else { return [] }
    var leaving: [(key: String, state: EntityState)] = []
    for entry in entities.sorted(by: { ($0.value.touched, $0.key) < ($1.value.touched, $1.key) }) {
      guard weight > room, entry.value.touched < clock - 1 else { break }
      weight -= entry.value.weight
      leaving.append((entry.key, entry.value))
    }
    for entry in leaving { entities[entry.key] = nil }
    return leaving
  }

  /// The values that the night changed, by key; then nothing counts as changed, and what was idle longest leaves.
  package func takeChanges() -> [(key: String, bytes: [UInt8])] {
    var out = changed.sorted { $0.key < $1.key }.map { (key: $0.key, bytes: $0.state.encoded()) }
    if let night = world.night {
      out.append((StateKey.links(night.day), world.links.encoded(night)))
      if let bytes = world.campaigns.encodedNotes() { out.append((StateKey.campaigns(night.day), bytes)) }
    }
    out.append((StateKey.world, world.encoded()))
    keepChanges()
    _ = leave()
    return out
  }
}
