import Crypto
import RequestModel
import Statistics
import Storage

/// What the close of a night writes beside scores and state, for its link of the chain.
struct NightLedger {
  var skipped: Int
  var counts: StoredNight.Counts
  /// The verdicts that took effect with it.
  var verdicts: [StoredVerdict]
  var lessons: [StoredLesson]
  var restatements: [StoredRestatement]
  /// The digests of the campaigns that are new or grew, by their ids.
  var campaigns: [String: [UInt8]]

  /// Over all of it, in an order of its own; the notes of verdicts are left out, since an erasure takes them.
  var digest: [UInt8] {
    var out = ByteWriter()
    for count in [skipped, counts.requests, counts.late, counts.alerts, counts.held] { out.varint(UInt64(count)) }
    write(verdicts.map(NightLedger.bytes), to: &out)
    write(lessons.map(NightLedger.bytes), to: &out)
    write(restatements.map(NightLedger.bytes), to: &out)
    write(campaigns.map { id, digest in NightLedger.bytes { $0.text(id) } + digest }, to: &out)
    return Array(SHA256.hash(data: out.bytes))
  }

  private func write(_ rows: [[UInt8]], to out: inout ByteWriter) {
    out.varint(UInt64(rows.count))
    for row in rows.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      out.varint(UInt64(row.count))
      out.bytes += row
    }
  }

  private static func bytes(_ verdict: StoredVerdict) -> [UInt8] {
    bytes {
      $0.text(verdict.requestID)
      $0.text(verdict.label.rawValue)
      $0.signed(verdict.labelledAt.microseconds)
      $0.text(verdict.source)
      $0.text(verdict.scenario)
    }
  }

  private static func bytes(_ lesson: StoredLesson) -> [UInt8] {
    bytes {
      $0.text(lesson.requestID)
      $0.signed(lesson.own)
      $0.signed(lesson.shared)
      $0.signed(lesson.common)
    }
  }

  private static func bytes(_ restatement: StoredRestatement) -> [UInt8] {
    bytes {
      $0.text(restatement.requestID)
      $0.signed(restatement.oldEvidence)
      $0.signed(restatement.newEvidence)
      $0.signed(restatement.linkage)
      $0.text(restatement.why)
    }
  }

  private static func bytes(_ write: (inout ByteWriter) -> Void) -> [UInt8] {
    var out = ByteWriter()
    write(&out)
    return out.bytes
  }
}
