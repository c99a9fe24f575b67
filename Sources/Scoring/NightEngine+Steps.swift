import Detection
import RequestModel
import Statistics

extension NightEngine {
  /// What unsuspicious requests showed becomes what others' steps are recognised by; a verdict decides where there is one.
  func noteSteps(_ judged: [Judged], verdicts: [String: Bool], night: Night) {
    let world = set.world
    var agencies: [ObjectIdentifier: Party] = [:]
    var countries: [String: CountryNight] = [:]
    for entry in judged {
      let parties = entry.lesson.parties
      let agency = ObjectIdentifier(parties.agency)
      let country = countries[parties.country] ?? CountryNight()
      if country.agencies.isEmpty { countries[parties.country] = country }
      country.agencies.insert(agency)
      let sighting = entry.stepSighting
      guard sighting.isNotable, verdicts[entry.assessment.requestID] != true else { continue }
      for nature in sighting.natures.elements { country.byNature[Int(nature.rawValue)].insert(agency) }
      agencies[agency] = parties.agency
      sighting.note(into: &parties.agency.state.steps, day: night.day)
      for value in sighting.adoptions {
        world.adoptions.note(value, sender: StepLedger.code(ofSender: entry.lesson.agencyID), day: night.day)
      }
    }
    for party in agencies.values {
      set.change(party.key, party.state)
      party.state.steps.forget(at: night)
    }
    world.adoptions.forget(at: night)
    for (name, country) in countries {
      world.rhythms[name, default: CountryRhythm()].close(
        CountryRhythm.Count(
          day: night.day, agencies: country.agencies.count, byNature: country.byNature.map(\.count)))
    }
  }
}

/// The agencies of one country that were at work in a night, and those that named each danger.
private final class CountryNight {
  var agencies: Set<ObjectIdentifier> = []
  var byNature = [Set<ObjectIdentifier>](repeating: [], count: CountryRhythm.natures)
}

extension NightFrame {
  /// The least evidence at which a request of an agency is odd enough for an alert; nil where none is.
  func alertLevel(of agency: EntityState) -> Bits? {
    if let threshold = settings.thresholdBits { return Bits(threshold) }
    let world = set.world
    let age = world.age(at: night)
    return AlertLevel.byPValue(settings.alertFloor) {
      ConformalJudgement(
        ScoreLevel.residual($0, own: agency.level, pool: world.level), age: age, agency: agency.cell, pool: world.pool
      ).pValue
    }
  }
}
