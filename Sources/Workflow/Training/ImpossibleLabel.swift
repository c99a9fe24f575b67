import Reporting
import RequestModel
import Storage

/// A label that is dated before its request came, or after now.
///
/// One of its times is wrong, so that nobody can say when it was known.
struct ImpossibleLabel: Hashable, Sendable {
  var line: Int
  var requestID: String
  var labelledAt: Instant
  /// What it cannot lie before, or cannot lie after.
  var limit: Limit

  enum Limit: Hashable, Sendable {
    case received(Instant)
    case now(Instant)
  }

  /// Two machines' clocks may differ by so much: by less than time zones do, whose loss is to be found.
  static let skewSeconds: Int64 = 600

  /// Nil where the label's time is possible; a limit that is nil is not known.
  init?(line: Int, label: StoredVerdict, received: Instant?, now: Instant?) {
    if let received, label.labelledAt.seconds < received.seconds - ImpossibleLabel.skewSeconds {
      limit = .received(received)
    } else if let now, label.labelledAt.seconds > now.seconds + ImpossibleLabel.skewSeconds {
      limit = .now(now)
    } else {
      return nil
    }
    self.line = line
    requestID = label.requestID
    labelledAt = label.labelledAt
  }
}

extension ImpossibleLabel {
  /// What is wrong with them, and what to do; nil where there are none.
  static func description(of labels: [ImpossibleLabel]) -> String? {
    guard let first = labels.first else { return nil }
    let kind =
      switch first.limit {
      case .received:
        Figure.counted(labels.count, "label is dated before its", "labels are dated before their")
          + (labels.count == 1 ? " own request" : " own requests")
      case .now: Figure.counted(labels.count, "label is", "labels are") + " dated in the future"
      }
    let isMixed = Set(labels.map(\.isBeforeRequest)).count > 1
    let all = isMixed ? "\(Figure.count(labels.count)) labels have a time that cannot be" : kind
    return
      "\(all); the first is \(first). Correct labelled_at (an offset that was lost, a day without its time), or leave "
      + "such rows out."
  }

  private var isBeforeRequest: Bool { if case .received = limit { true } else { false } }
}

extension ImpossibleLabel: CustomStringConvertible {
  var description: String {
    let label = "line \(line), labelled at \(TimeText.rfc3339(labelledAt))"
    let id = Terminal.plain(requestID)
    return switch limit {
    case .received(let instant): "\(label), where request “\(id)” came at \(TimeText.rfc3339(instant))"
    case .now(let instant): "\(label), of request “\(id)”, where it is \(TimeText.rfc3339(instant)) now"
    }
  }
}
