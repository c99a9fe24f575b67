import Foundation
import Reporting
import Scoring
import Storage

/// How much of one scores file for many nights a run had written before it was killed or interrupted: the nights whose
/// rows are all there and are those of the store.
///
/// Where many nights are closed at once, the state of the first ones is kept no more, and their reasons could not be put
/// into words again. So the next run goes on with the file, as far as it is what the store says.
/// Complexity: O(bytes of the file), one row in memory.
struct WrittenScores {
  /// The unfinished file.
  let leftover: String
  private(set) var nights = 0
  private(set) var bytes = 0

  /// - Parameter nights: those that the file was to hold, ascending.
  /// - Returns: nil where nothing is left of `path`, or not one night of it is whole.
  init?(of path: String, nights: [StoredNight], store: Store) throws {
    guard let leftover = AtomicFile.leftover(of: path), let handle = FileHandle(forReadingAtPath: leftover) else {
      return nil
    }
    self.leftover = leftover
    var lines = Lines(handle: handle)
    let writer = ScoreWriter(format: ScoreWriter.Format(fileName: path))
    var header: [UInt8] = []
    writer.appendHeader(to: &header)
    if !header.isEmpty {
      guard let line = try lines.next(), line.elementsEqual(header) else { return nil }
      bytes = header.count
    }
    nights: for night in nights {
      var size = 0
      for score in NightDelivery.inOrder(try store.scores(closedWith: night.night)) {
        guard let line = try lines.next(), line.starts(with: WrittenScores.start(of: score, writer)) else {
          break nights
        }
        size += line.count
      }
      bytes += size
      self.nights += 1
    }
    if self.nights == 0 { return nil }
  }

  /// A row up to its reasons, which the store does not keep in words.
  private static func start(of score: StoredScore, _ writer: ScoreWriter) -> ArraySlice<UInt8> {
    var assessment = Assessment(score)
    assessment.reasons = []
    var row: [UInt8] = []
    writer.append(assessment, to: &row)
    return row[..<(row.lastIndex(of: UInt8(ascii: "[")) ?? row.count)]
  }

  /// The lines of a file, with their line ends.
  private struct Lines {
    let handle: FileHandle
    private var buffer: [UInt8] = []
    private var place = 0

    init(handle: FileHandle) { self.handle = handle }

    /// nil at the end of the file, and for a last line without an end.
    mutating func next() throws -> ArraySlice<UInt8>? {
      var searched = place
      while true {
        if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
          defer { place = end + 1 }
          return buffer[place...end]
        }
        buffer.removeSubrange(..<place)
        place = 0
        searched = buffer.count
        guard let more = try handle.read(upToCount: 1 << 20), !more.isEmpty else { return nil }
        buffer.append(contentsOf: more)
      }
    }
  }
}
