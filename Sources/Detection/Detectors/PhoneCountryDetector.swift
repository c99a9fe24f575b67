import Baselines
package import RequestModel
import Statistics

/// Flags telephone numbers of a country that is not the agency's.
///
/// Four values a request: no number written with a country code, one of the agency's own country, one of a foreign
/// country that the agency has given before, one of a country that it has never given; the farther of call-back and
/// supervisor's number counts.
/// - Blind spots: numbers rented in the agency's country. Known false positives: liaison officers abroad.
/// - Complexity: O(1).
package struct PhoneCountryDetector: Detector {
  package static let id = "phone_country"
  package static let family = Family.identity
  package static let group = EvidenceGroup.contact
  package static let summary = "A telephone number of a country that is not the agency's."
  private static let territory = Territory(.phoneCountryMemory)
  private let look: ListLook

  package init(_ model: ForgerModel) {
    look = ListLook(Self.id, .phoneCountry, Territory.values, model, worldShare: 0.3)
  }

  package func observe(_ request: Request, in context: Context, into sightings: inout Sightings) {
    let value = Self.farthest(request, context).value
    look.observe(value, into: &sightings)
    let (callback, supervisor) = (request.callbackCallingCode, request.supervisorCallingCode)
    for code in callback == supervisor ? [callback] : [callback, supervisor] where code != 0 {
      sightings.remember(.phoneCountryMemory, value: SipHash.fixed.hash(UInt64(code)), upTo: .agency)
    }
  }

  package func describe(_ request: Request, in context: Context) -> String {
    let (value, code) = Self.farthest(request, context)
    return switch value {
    case 0: "gives no telephone number with a country code"
    case 1: "gives telephone numbers of the agency's own country"
    case 2: "gives a telephone number of a foreign country (+\(code)), as this agency has before"
    default: "gives a telephone number of a foreign country (+\(code))"
    }
  }

  private static func farthest(_ request: Request, _ context: Context) -> (value: Int, code: UInt16) {
    let country = context.country(of: request)
    let home = CallingCode.of(country: country)
    var farthest = (value: 0, code: UInt16(0))
    for code in [request.callbackCallingCode, request.supervisorCallingCode] where code != 0 {
      let value = territory.value(isHome: code == home, SipHash.fixed.hash(UInt64(code)), in: context)
      if value > farthest.value { farthest = (value, code) }
    }
    return farthest
  }
}
