import RequestModel
import Statistics

extension World {
  /// The directory as a desk would have it at the end of the log: mostly right, kept by hand.
  ///
  /// One agency in sixteen is not listed, one in twelve without a number, one in twenty-five with a number that is no
  /// longer right, and some without a time zone; of a change of domain every third entry has not heard. Draws come from
  /// a stream of their own, so that the log does not depend on it.
  func directory() -> [AgencyListing] {
    let source = random.split("directory")
    return agencies.compactMap { agency in
      var random = source.split(agency.index)
      let country = countries[agency.country]
      if random.chance(1.0 / 16) { return nil }
      var listing = AgencyListing(
        agencyID: agency.id, name: agency.name, country: country.code, type: agency.type,
        timezone: random.chance(0.96) ? clocks[agency.clock].zone.name : "", domains: [agency.domain],
        callbackPhone: agency.mainPhone, aliases: agency.isUnresolved ? [agency.domain] : [])
      if agency.domainDay <= last, random.chance(2.0 / 3) { listing.domains.append(agency.laterDomain) }
      switch random.below(25) {
      case 0: listing.callbackPhone = country.dial + " " + Names.digits(7, &random)
      case 1, 2: listing.callbackPhone = ""
      default: break
      }
      return listing
    }
  }

  /// Public holidays of the countries that write, but for one in thirty that nobody entered, and the incidents from
  /// their second day on, when the news had reached the desk.
  func calendar() -> [CalendarListing] {
    let source = random.split("calendar")
    var days: [CalendarListing] = []
    for position in Set(agencies.map(\.country)).sorted() {
      var random = source.split(position)
      for day in first...last {
        guard let name = calendars[position].name(day), !random.chance(1.0 / 30) else { continue }
        days.append(
          CalendarListing(
            date: CivilDate(daysSinceEpoch: day), country: countries[position].code, kind: "holiday", name: name))
      }
    }
    for incident in incidents {
      for day in (incident.start + 1)...max(incident.start + 1, incident.start + incident.days - 1) where day <= last {
        days.append(
          CalendarListing(
            date: CivilDate(daysSinceEpoch: day), country: countries[incident.country].code, kind: "incident",
            name: "Major incident in " + incident.place))
      }
    }
    return days.sorted {
      ($0.date.daysSinceEpoch, $0.country, $0.kind, $0.name) < ($1.date.daysSinceEpoch, $1.country, $1.kind, $1.name)
    }
  }
}
