package import RequestModel

/// What intake accepts at most; past one of these a row is rejected, or a body cut, and reading goes on.
package struct IntakeLimits: Sendable, Hashable, Codable {
  /// Bytes in one line or CSV record: longer than any letter, small beside the memory limit.
  package var lineBytes = 16 << 20
  /// Targets of one request.
  package var targets = 10_000
  /// Bytes of a body; the rest is cut off, and the request says so.
  package var bodyBytes = 1 << 20
  /// Bytes of `request_id`.
  package var requestIDBytes = 128
  /// Bytes of a readable identifier or name.
  package var identifierBytes = 256
  /// Items of a list other than `targets`, and names in `attributes`.
  package var listItems = 1_000
  /// The first instant that a log may hold.
  package var earliest = Instant(seconds: 946_684_800)
  /// The last instant that a log may hold: the end of tomorrow, as the run sees it.
  package var latest: Instant

  /// Limits for a run; `latest` comes from the caller's clock, because this room has none.
  package init(latest: Instant) { self.latest = latest }
}
