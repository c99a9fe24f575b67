import Foundation
import Synchronization

/// Lets those who work side by side wait for each other's places, counted from 0.
final class Turnstile: Sendable {
  private let passed = Atomic<Int>(0)
  private let condition = NSCondition()

  /// Lets everybody through up to and with this place.
  func open(through place: Int) {
    condition.lock()
    passed.store(place + 1, ordering: .releasing)
    condition.broadcast()
    condition.unlock()
  }

  /// Waits until a place is open.
  func wait(for place: Int) {
    if passed.load(ordering: .acquiring) > place { return }
    condition.lock()
    while passed.load(ordering: .acquiring) <= place { condition.wait() }
    condition.unlock()
  }

  /// Takes the next place; nil where all of them are taken.
  func next(of count: Int) -> Int? {
    let place = passed.wrappingAdd(1, ordering: .relaxed).oldValue
    return place < count ? place : nil
  }
}
