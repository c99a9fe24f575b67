/// What a request is in the course of a sender's dealings: a foot in the door, a small question, a harvest.
///
/// The raw values stand in stored profiles and never change.
package enum Stage: UInt8, CaseIterable, Sendable {
  case preservation, emergency, emergencyBulk, process, processBulk

  /// As many targets as this, or more, are bulk.
  package static let bulk = 4

  package init(_ request: borrowing Request) {
    let isBulk = request.targets.count >= Stage.bulk
    switch TypeGroup(request.type) {
    case .preservation: self = .preservation
    case .emergency: self = isBulk ? .emergencyBulk : .emergency
    case .process: self = isBulk ? .processBulk : .process
    }
  }

  package var name: String {
    switch self {
    case .preservation: "preservation"
    case .emergency: "emergency"
    case .emergencyBulk: "emergency_bulk"
    case .process: "process"
    case .processBulk: "process_bulk"
    }
  }

  /// As a reader says it.
  package var phrase: String {
    switch self {
    case .preservation: "a preservation"
    case .emergency: "an emergency for few targets"
    case .emergencyBulk: "an emergency for many targets"
    case .process: "ordinary process for few targets"
    case .processBulk: "ordinary process for many targets"
    }
  }
}
