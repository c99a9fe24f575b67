package import RequestModel
import Statistics

/// Turns the subject and body of a request into `WordingFeatures`.
///
/// One analyzer serves one thread: it keeps stemmers, a table of the words met so far and scratch space, and it is not
/// Sendable. Make one for each worker. What it answers never depends on what it read before, nor on the key except that
/// equal stems, lines and shingles have equal hashes.
///
/// Complexity: O(n) in the bytes of the text; memory O(different words), let go past `tableLimit` words.
package final class WordingAnalyzer {
  private var reading: Reading

  /// - Parameters:
  ///   - key: The two little-endian halves of the 16-byte key of SipHash-2-4.
  ///   - bodyLimit: A longer body, in bytes, is cut before the character that passes it, and marked as truncated.
  package init(key: (UInt64, UInt64), bodyLimit: Int = 1 << 20) {
    reading = Reading(hasher: SipHash(k0: key.0, k1: key.1), bodyLimit: bodyLimit)
  }

  /// Reads a letter; nil where subject and body are both absent or empty.
  ///
  /// The declared language is never used to read the text: `WordingFeatures.language` is found from its words.
  package func analyze(subject: String?, body: String?, declaredLanguage: String? = nil) -> WordingFeatures? {
    var subject = subject ?? ""
    var body = body ?? ""
    return subject.withUTF8 { subject in body.withUTF8 { body in analyze(subject: subject, body: body) } }
  }

  /// Reads a letter in UTF-8; invalid bytes are no letters, and no error.
  package func analyze(
    subject: UnsafeBufferPointer<UInt8>, body: UnsafeBufferPointer<UInt8>, declaredLanguage: String? = nil
  ) -> WordingFeatures? {
    guard !subject.isEmpty || !body.isEmpty else { return nil }
    return reading.features(subject: subject, body: body)
  }
}
