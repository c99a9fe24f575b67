import Baselines
package import RequestModel
import Statistics

/// Flags a device that this sender has not used before.
///
/// Open vocabulary of device strings, apart for mail, portal and paper; no device is a value like any other. What only an
/// account of a few days has shown, no colleague, vouches for little.
/// - Blind spots: malware on the officer's own computer. Known false positives: new computers, browser updates.
/// - Complexity: O(length of the string).
package struct DeviceDetector: Detector {
  package static let id = "session_device"
  package static let family = Family.session
  package static let group = EvidenceGroup.session
  package static let summary = "A device this sender has not used before."
  private let look: IdentifierLook

  package init(_ model: ForgerModel) {
    look = IdentifierLook(Self.id, .sessionDevice, model, upTo: .world, isBrought: true)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    look.observe(
      text: request.sessionDevice, condition: ChannelGroup(request.channel).rawValue, in: context, into: &sightings)
  }

  package func describe(_ request: Request, in context: Context) -> String {
    request.sessionDevice.isEmpty ? "no device recorded" : "device “\(request.sessionDevice)”"
  }
}
