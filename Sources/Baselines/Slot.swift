import Statistics

/// One aspect of behaviour under one condition: `session_device` on the portal, `data_categories` of an emergency.
@usableFromInline package struct Slot: Hashable, Sendable {
  @usableFromInline package let code: UInt64

  /// `aspect` names what is looked at; `condition` is a small number (0 where there is none).
  package init(aspect: UInt64, condition: UInt64 = 0) { code = mixed(aspect &* 256 &+ condition &+ 1) }

  /// Where the weight of `value` stands.
  package func key(of value: UInt64) -> UInt64 { mixed(value &+ 0x51) ^ code }
  /// Where the weight of all values stands.
  @inlinable package var total: UInt64 { code &+ 1 }
  /// Where the weight of values that were new when they came stands.
  @inlinable package var novelty: UInt64 { code &+ 2 }
}
