import Foundation

/// The step of `value` on a scale whose first step is [0, 1) and whose every other step doubles: 1 for [1, 2), 2 for
/// [2, 4) … the last takes all that is more.
package func logStep(_ value: Double, size: Int) -> Int {
  guard value >= 1 else { return 0 }
  return min(size - 1, 1 + Int(log2(value)))
}

/// The step of any finite number on a scale of `size` (odd) steps, symmetric about zero, logarithmic in size.
package func signedStep(_ value: Double, size: Int) -> Int {
  guard value.isFinite else { return 0 }
  let middle = size / 2
  let magnitude = Int((4 * log2(1 + abs(value))).rounded())
  return max(0, min(size - 1, value < 0 ? middle - magnitude : middle + magnitude))
}

/// Neighbouring steps lend a little: a kernel of 0.1, 0.2, 0.4, 0.2, 0.1 about a step of a scale.
func forEachNeighbour(of step: Int, size: Int, isCircular: Bool, _ body: (_ step: Int, _ share: Double) -> Void) {
  for offset in -2...2 {
    let raw = step + offset
    let place = isCircular ? (raw + size) % size : max(0, min(size - 1, raw))
    body(place, offset == 0 ? 0.4 : abs(offset) == 1 ? 0.2 : 0.1)
  }
}
