import Baselines
import Detection
import RequestModel
import Statistics

/// The state of one closed night, as far as it was needed: read once, kept while it is used.
package final class BaselineSet {
  package let looks: Int
  package private(set) var world: WorldState
  private var entities: [String: EntityState] = [:]
  /// What the current night changed.
  private var changed: [(key: String, state: EntityState)] = []
  private var clock: Int32 = 0
  static let cached = 60_000

  package init(looks: Int) {
    self.looks = looks
    world = WorldState(looks: looks)
  }

  /// Reads what requests of these keys need and is not here yet.
  func load(_ requests: [EntityKeys], with reader: StateReader) throws {
    var unknown: Set<String> = []
    for keys in requests {
      for key in [keys.sender, keys.agency, keys.peers, keys.language] where entities[key] == nil {
        unknown.insert(key)
      }
    }
    guard !unknown.isEmpty else { return }
    let missing = unknown.sorted()
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
  }

  /// The values that the night changed, by key; then nothing counts as changed, and what was idle longest leaves.
  package func takeChanges() -> [(key: String, bytes: [UInt8])] {
    var out = changed.sorted { $0.key < $1.key }.map { (key: $0.key, bytes: $0.state.encoded()) }
    if let night = world.night { out.append((StateKey.links(night.day), world.links.encoded(night))) }
    out.append((StateKey.world, world.encoded()))
    keepChanges()
    clock += 1
    if entities.count > BaselineSet.cached {
      let horizon = clock - 8
      entities = entities.filter { $0.value.touched >= horizon }
    }
    return out
  }
}
