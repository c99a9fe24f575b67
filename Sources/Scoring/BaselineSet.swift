import Baselines
import Detection
import RequestModel
import Statistics

/// The state of one closed night, as far as it was needed: read once, kept while it is used.
package final class BaselineSet {
  package let looks: Int
  package private(set) var world: WorldState
  private var entities: [String: EntityState] = [:]
  /// Keys that the current night changed.
  package private(set) var changed: Set<String> = []
  private var clock: Int32 = 0
  static let cached = 60_000

  package init(looks: Int) {
    self.looks = looks
    world = WorldState(looks: looks)
  }

  /// Reads what these requests need and is not here yet.
  package func load(_ keys: Set<String>, with reader: StateReader) throws {
    let missing = keys.filter { entities[$0] == nil }.sorted()
    guard !missing.isEmpty else { return }
    let values = try reader(missing)
    for key in missing {
      entities[key] = try values[key].map { try EntityState(encoded: $0) } ?? EntityState()
    }
  }

  package func loadWorld(with reader: StateReader) throws {
    guard let bytes = try reader([StateKey.world])[StateKey.world] else { return }
    world = try WorldState(encoded: bytes, looks: looks)
    guard let last = world.night else { return }
    let window = (0..<LinkWindow.days).map { last.day - Int32($0) }
    let nights = try reader(window.map(StateKey.links))
    for day in window.reversed() {
      if let bytes = nights[StateKey.links(day)] { try world.links.read(bytes, night: Night(day: day)) }
    }
    world.links.forget(before: last)
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

  package func change(_ key: String) -> EntityState {
    changed.insert(key)
    return self[key]
  }

  /// Lets the night's changes stand without giving them out: where nothing is to be stored.
  package func keepChanges() { changed = [] }

  /// The values that the night changed, by key; then nothing counts as changed, and what was idle longest leaves.
  package func takeChanges() -> [(key: String, bytes: [UInt8])] {
    var out = changed.sorted().map { (key: $0, bytes: entities[$0]!.encoded()) }
    if let night = world.night { out.append((StateKey.links(night.day), world.links.encoded(night))) }
    out.append((StateKey.world, world.encoded()))
    changed = []
    clock += 1
    if entities.count > BaselineSet.cached {
      let horizon = clock - 8
      entities = entities.filter { $0.value.touched >= horizon }
    }
    return out
  }
}
