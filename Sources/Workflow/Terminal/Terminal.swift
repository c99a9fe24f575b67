import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What may be written to a person's terminal, and how.
package enum Terminal {
  /// Text that may have come from a request, made safe to print: control characters and direction overrides removed.
  package static func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !isUnsafe($0) }))
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: scalar != "\n" && scalar != "\t"
    // Bidirectional overrides and isolates reorder what follows; zero-width characters hide.
    case .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }

  /// Whether standard error is a terminal that draws.
  package static func drawsOnStandardError(environment: [String: String]) -> Bool {
    isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
  }

  /// Whether to colour what goes to `descriptor`: a terminal, and `NO_COLOR` absent or empty (no-color.org).
  package static func colours(_ descriptor: Int32, environment: [String: String]) -> Bool {
    isatty(descriptor) == 1 && environment["TERM"] != "dumb" && (environment["NO_COLOR"] ?? "").isEmpty
  }

  /// Writes one line to standard error; a closed one is nobody's fault.
  package static func say(_ line: String) {
    let bytes = Array((plain(line) + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
