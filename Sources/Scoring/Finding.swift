/// What a verdict says of a request, and how far it can be trusted.
package enum Finding: Hashable, Sendable {
  case forged
  /// Genuine by the word of somebody who can know: the agency was called, or wrote, or an audit looked into it.
  case genuine
  /// Genuine in the eyes of somebody who read it: what a forged request is made to pass.
  case readAsGenuine

  /// The source of a verdict that was reached by reading.
  package static let reading = "analyst"
  /// What a reading takes off the evidence, in bits: of eight forged requests that look suspicious one is passed.
  static let readingBits = 3.0

  package init(isFraud: Bool, source: String) {
    self = isFraud ? .forged : source.lowercased() == Finding.reading ? .readAsGenuine : .genuine
  }

  package var isFraud: Bool { self == .forged }
}
