import Baselines
import Detection
import RequestModel

/// Who takes part in the night that is being judged, and what agencies see of each other.
struct NightMemory {
  private var known: [String: Party] = [:]
  /// Those with requests this night.
  private(set) var senders: [Party] = []
  private(set) var agencies: [Party] = []
  /// Domains that were looked up in the index of known ones.
  var imitations: [String: LookAlikeSighting?] = [:]
  /// Which dangers the night's agencies named so far, by country.
  var dangers = NightDangers()
  /// Language → the last two agencies that wrote in it.
  private var writers: [String: (last: Party, before: Party?)] = [:]

  /// Every party whose suspicion the night has moved.
  var suspected: [Party] { known.values.filter { $0.suspicion != nil } }

  mutating func party(_ key: String, in set: BaselineSet) -> Party {
    if let known = known[key] { return known }
    let fresh = Party(key: key, state: set[key])
    known[key] = fresh
    return fresh
  }

  mutating func parties(_ keys: EntityKeys, in set: BaselineSet) -> Parties {
    Parties(
      sender: party(keys.sender, in: set), agency: party(keys.agency, in: set), peers: party(keys.peers, in: set),
      language: party(keys.language, in: set), country: keys.country)
  }

  /// Notes whose request came, and in which language.
  mutating func enter(_ request: Request, _ parties: Parties) {
    if !parties.sender.isEntered {
      parties.sender.isEntered = true
      senders.append(parties.sender)
    }
    if !parties.agency.isEntered {
      parties.agency.isEntered = true
      agencies.append(parties.agency)
    }
    if let language = request.wording?.language {
      let known = writers[language]
      if known?.last !== parties.agency { writers[language] = (parties.agency, known?.last) }
    }
  }

  /// An agency that wrote in this language earlier in the night, other than this one.
  func otherAgency(of language: String, than agency: Party) -> Party? {
    guard let known = writers[language] else { return nil }
    return known.last !== agency ? known.last : known.before
  }
}
