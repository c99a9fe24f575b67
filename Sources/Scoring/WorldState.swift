package import Baselines
package import Detection
package import RequestModel
package import Statistics

/// What is learned over the whole log: its profile, how to read counts, how looks average, and the pool of scores.
package final class WorldState {
  /// Of the layout of `encoded()`.
  private static let version: UInt64 = 5
  /// Aspects that version 4, which did not write their number, knew.
  private static let formerAspects: UInt64 = 78

  package var profile = Profile()
  package var pricing = Pricing()
  package var normaliser: Normaliser
  /// Which looks are odd together.
  package var companions: Companions
  package var pool = ConformalCell()
  package var level = ScoreLevel()
  /// The last closed night, and the month that strengths were last chosen in.
  package var night: Night?
  package var month: Int32 = 0
  /// Registrable domains of agencies that unheld requests came from, sorted, with the agency.
  package var domains: [String: String] = [:]

  /// How many agencies of each country are at work, night by night.
  package var rhythms: [String: CountryRhythm] = [:]

  /// Which agencies came to show which new value of the log's further fields.
  package var adoptions = StepLedger()

  /// What agencies showed of late; written down night by night, not with the rest.
  package var links = LinkWindow()
  /// The suspicious requests of the same window; written down night by night, too.
  package var campaigns = CampaignMemory()
  /// The index of `domains`, made from it.
  private(set) var lookAlikes = DomainLookAlike()

  /// Takes in the domain of an agency.
  func know(domain: String, of agency: String) {
    guard domains[domain] == nil, !FreeMail.contains(domain) else { return }
    domains[domain] = agency
    lookAlikes.add(domain)
  }

  /// The known agency whose domain the sender writes from, where it is another than the request's.
  func home(of request: Request) -> String? {
    guard !request.senderRegistrableDomain.isEmpty, let home = domains[request.senderRegistrableDomain],
      home != request.agencyID
    else { return nil }
    return home
  }

  package init(looks: Int) {
    normaliser = Normaliser(looks: looks)
    companions = Companions(looks: looks)
  }

  /// Days that the log has been learned from before that night.
  package func age(at night: Night) -> Int { profile.firstNight.map { max(0, $0.distance(to: night)) } ?? 0 }

  package func encoded() -> [UInt8] {
    var out = ByteWriter()
    out.varint(WorldState.version)
    out.signed(Int64(night?.day ?? .min))
    out.signed(Int64(month))
    out.varint(UInt64(pricing.strengths.count))
    for strengths in pricing.strengths {
      for level in 0..<4 { out.varint(strengths.current[level].bitPattern) }
      for sum in strengths.sums { out.signed(sum) }
    }
    for rates in pricing.novelty {
      for count in rates.seen { out.signed(count) }
      for count in rates.new { out.signed(count) }
    }
    normaliser.encode(into: &out)
    companions.encode(into: &out)
    pool.encode(into: &out)
    level.encode(into: &out)
    out.varint(UInt64(domains.count))
    for domain in domains.keys.sorted() {
      out.text(domain)
      out.text(domains[domain]!)
    }
    out.varint(UInt64(rhythms.count))
    for country in rhythms.keys.sorted() {
      out.text(country)
      rhythms[country]!.encode(into: &out)
    }
    adoptions.encode(into: &out)
    out.bytes += profile.encoded()
    return out.bytes
  }

  package convenience init(encoded bytes: [UInt8], looks: Int) throws(ByteReadingError) {
    self.init(looks: looks)
    var reader = ByteReader(bytes)
    let version = try reader.varint()
    guard version == WorldState.version || version == 4 else { throw ByteReadingError() }
    let day = try reader.signed()
    night = day <= Int64(Int32.min) || day > Int64(Int32.max) ? nil : Night(day: Int32(day))
    month = Int32(truncatingIfNeeded: try reader.signed())
    let aspects = version == 4 ? WorldState.formerAspects : try reader.varint()
    guard aspects <= UInt64(pricing.strengths.count) else { throw ByteReadingError() }
    for i in 0..<Int(aspects) {
      for level in 0..<4 { pricing.strengths[i].current[level] = Double(bitPattern: try reader.varint()) }
      for j in pricing.strengths[i].sums.indices { pricing.strengths[i].sums[j] = try reader.signed() }
    }
    for i in 0..<Int(aspects) {
      for j in pricing.novelty[i].seen.indices { pricing.novelty[i].seen[j] = try reader.signed() }
      for j in pricing.novelty[i].new.indices { pricing.novelty[i].new[j] = try reader.signed() }
    }
    normaliser = try Normaliser(from: &reader, looks: looks)
    companions = try Companions(from: &reader, looks: looks)
    pool = try ConformalCell(from: &reader)
    level = try ScoreLevel(from: &reader)
    for _ in 0..<(try reader.length(bytesEach: 2)) {
      let domain = try reader.text()
      domains[domain] = try reader.text()
      lookAlikes.add(domain)
    }
    for _ in 0..<(try reader.length(bytesEach: 2)) {
      let country = try reader.text()
      rhythms[country] = try CountryRhythm(from: &reader)
    }
    adoptions = try StepLedger(from: &reader)
    profile = try Profile(encoded: Array(bytes[reader.position...]))
  }
}
