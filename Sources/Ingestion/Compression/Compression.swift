/// How the bytes of a log are packed.
package enum Compression: String, Sendable, CaseIterable {
  case none, gzip, zstd

  /// How many bytes `init(firstBytes:name:)` wants to see.
  package static let sniffLength = 4
  /// What stands before the first packed byte, at most: a Zstandard frame's magic and header (RFC 8878, 3.1.1); gzip's own
  /// has 10 bytes before the name.
  package static let longestHeader = 18

  /// Judges by the first bytes, whatever the name says.
  ///
  /// Zstandard's magic is 28 B5 2F FD (or a skippable frame, 5x 2A 4D 18; RFC 8878), gzip's 1F 8B (RFC 1952).
  package init(firstBytes: ByteView) {
    if firstBytes.count >= 2, firstBytes[0] == 0x1F, firstBytes[1] == 0x8B {
      self = .gzip
    } else if firstBytes.count >= 4, firstBytes[1] == 0xB5, firstBytes[2] == 0x2F, firstBytes[3] == 0xFD,
      firstBytes[0] == 0x28
    {
      self = .zstd
    } else if firstBytes.count >= 4, firstBytes[0] & 0xF0 == 0x50, firstBytes[1] == 0x2A, firstBytes[2] == 0x4D,
      firstBytes[3] == 0x18
    {
      self = .zstd
    } else {
      self = .none
    }
  }
}

/// How a compressed stream ended.
package enum StreamEnd: Sendable, Equatable {
  case complete
  /// The stream stops before its end: what came before the cut is good.
  case truncated
  /// A checksum or a code is wrong, or something else follows the stream: what came before is kept.
  case damaged

  package var description: String {
    switch self {
    case .complete: "complete"
    case .truncated: "the packed file is cut off"
    case .damaged: "the packed file is damaged"
    }
  }
}

/// Unpacks a stream that is fed in pieces of any size.
///
/// Holds one window, whatever the size of the stream.
package final class Decompressor {
  private enum Engine {
    case none
    case gzip(GzipInflater)
    case zstd(ZstdInflater)
  }
  private let engine: Engine

  package init(_ compression: Compression) {
    switch compression {
    case .none: engine = .none
    case .gzip: engine = .gzip(GzipInflater())
    case .zstd: engine = .zstd(ZstdInflater())
    }
  }

  /// Hands every unpacked piece to `output`, in order.
  ///
  /// After damage further input is ignored.
  package func feed(_ input: ByteView, _ output: (ByteView) throws -> Void) rethrows {
    guard !input.isEmpty else { return }
    switch engine {
    case .none: try output(input)
    case .gzip(let inflater): try inflater.feed(input, output)
    case .zstd(let inflater): try inflater.feed(input, output)
    }
  }

  /// To be asked after the last piece.
  package func finish() -> StreamEnd {
    switch engine {
    case .none: .complete
    case .gzip(let inflater): inflater.end
    case .zstd(let inflater): inflater.end
    }
  }
}
