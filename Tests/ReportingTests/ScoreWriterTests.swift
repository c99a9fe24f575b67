import Foundation
import Reporting
import RequestModel
import Scoring
import Statistics
import Testing

@Suite("Scores files") struct ScoreWriterTests {
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  static func random(_ count: Int, texts: [String] = ["plain", "a,b\"c"]) -> [Assessment] {
    var random = Seeded(state: 7)
    return (0..<count).map { index in
      let reasons = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        Reason(
          detector: texts.randomElement(using: &random)!, entity: Reason.Entity.allCases.randomElement(using: &random)!,
          contribution: Bits(Double.random(in: -20...20, using: &random)),
          observed: texts.randomElement(using: &random)!,
          expected: texts.randomElement(using: &random)!, sample: Double.random(in: 0...1e6, using: &random),
          text: texts.randomElement(using: &random)!)
      }
      let micros = Int64.random(in: 0...4_000_000_000_000_000, using: &random)
      let instant = Instant(microseconds: micros)
      var assessment = Assessment(
        requestID: texts.randomElement(using: &random)! + "\(index)", receivedAt: instant,
        night: Night(day: Int32(micros / 86_400_000_000)), agencyID: texts.randomElement(using: &random)!,
        sender: texts.randomElement(using: &random)!, evidence: Bits(Double.random(in: -400...400, using: &random)),
        pValue: Double.random(in: 1e-7...1, using: &random), isCertified: Bool.random(using: &random),
        missingForCertificate: 0,
        probability: Bool.random(using: &random) ? Double.random(in: 0...1, using: &random) : nil,
        model: "prior", baselineNight: Bool.random(using: &random) ? Sample.night : nil, reasons: reasons)
      assessment.rank = index + 1
      assessment.campaignID = Bool.random(using: &random) ? texts.randomElement(using: &random)! : nil
      return assessment
    }
  }

  static func written(_ assessments: [Assessment], _ format: ScoreWriter.Format) -> [UInt8] {
    var bytes: [UInt8] = []
    let writer = ScoreWriter(format: format)
    writer.appendHeader(to: &bytes)
    for assessment in assessments { writer.append(assessment, to: &bytes) }
    return bytes
  }

  struct Row: Decodable {
    struct Line: Decodable, Equatable {
      var detector: String
      var entity: String
      var contribution: Double
      var observed: String
      var expected: String
      var sample: Double
      var text: String

      init(_ reason: Reason) {
        detector = reason.detector
        entity = reason.entity.rawValue
        contribution = reason.contribution.value
        observed = reason.observed
        expected = reason.expected
        sample = reason.sample
        text = reason.text
      }
    }
    var requestId: String
    var receivedAt: String
    var agencyId: String
    var sender: String
    var evidenceBits: Double
    var score: Double
    var pValue: Double
    var certified: Bool
    var probability: Double?
    var rank: Int
    var alert: Bool
    var held: Bool
    var late: Bool
    var campaignId: String?
    var model: String
    var baselineNight: String?
    var reasons: [Line]
  }

  @Test("A JSONL row reads back to the same values, whatever the texts")
  func jsonRoundTrip() throws {
    let assessments = Self.random(300, texts: InjectionCorpus.texts)
    let lines = Self.written(assessments, .jsonl).split(separator: 0x0A)
    #expect(lines.count == assessments.count)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    for (line, a) in zip(lines, assessments) {
      let names = try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]).keys
      #expect(Set(names) == Set(ScoreWriter.fields))
      let row = try decoder.decode(Row.self, from: Data(line))
      #expect(row.requestId == a.requestID)
      #expect(row.agencyId == a.agencyID)
      #expect(row.sender == a.sender)
      #expect(row.evidenceBits == a.evidence.value)
      #expect(row.score == a.score)
      #expect(row.pValue == a.pValue)
      #expect(row.probability == a.probability)
      #expect(row.campaignId == a.campaignID)
      #expect(row.baselineNight == a.baselineNight?.description)
      #expect(row.rank == a.rank)
      #expect(row.certified == a.isCertified)
      #expect(row.reasons == a.reasons.map(Row.Line.init))
      let isVisible = !String(decoding: line, as: UTF8.self).unicodeScalars.contains(where: Self.isRawControl)
      #expect(isVisible)
    }
  }

  /// What JSON has to escape; invisible tag characters may stand as they are.
  static func isRawControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0xE0000 && InjectionCorpus.isForbidden(scalar)
  }

  @Test("A CSV row reads back to the same numbers, and no cell is a formula")
  func csvRoundTrip() throws {
    let assessments = Self.random(300, texts: InjectionCorpus.texts)
    let rows = CSVReader.rows(Self.written(assessments, .csv))
    #expect(rows.first == ScoreWriter.fields)
    #expect(rows.count == assessments.count + 1)
    for (cells, a) in zip(rows.dropFirst(), assessments) {
      try #require(cells.count == ScoreWriter.fields.count)
      let row = Dictionary(uniqueKeysWithValues: zip(ScoreWriter.fields, cells))
      #expect(Double(row["evidence_bits"]!) == a.evidence.value)
      #expect(Double(row["score"]!) == a.score)
      #expect(Double(row["p_value"]!) == a.pValue)
      #expect(Double(row["probability"]!) == a.probability)
      #expect(row["held"] == "false")
      for name in ["request_id", "agency_id", "sender", "campaign_id", "model", "reasons"] {
        let first = row[name]!.unicodeScalars.first
        #expect(!["=", "+", "-", "@", "\t", "\r", "\n", "＝"].contains(first))
        let isVisible = !row[name]!.unicodeScalars.contains { $0.value != 9 && Self.isRawControl($0) }
        #expect(isVisible)
      }
      let reasons = try JSONDecoder().decode([Row.Line].self, from: Data(row["reasons"]!.utf8))
      #expect(reasons == a.reasons.map(Row.Line.init))
    }
  }

  @Test("Harmless text keeps its bytes in CSV; a number of this program keeps its sign")
  func csvKeeps() {
    var assessment = Sample().assessment(0, reasons: [])
    assessment.evidence = Bits(-3.5)
    let row = CSVReader.rows(Self.written([assessment], .csv))[1]
    #expect(row[0] == assessment.requestID)
    #expect(row[3] == assessment.sender)
    #expect(row[5] == "-3.5")
  }

  @Test("A p-value is never null and always in (0, 1]", arguments: [Double.nan, 0, -1, 2, .infinity])
  func pValue(value: Double) throws {
    var assessment = Sample().assessment(0, reasons: [])
    assessment.pValue = value
    let row = try #require(
      JSONSerialization.jsonObject(with: Data(Self.written([assessment], .jsonl))) as? [String: Any])
    #expect(row["p_value"] as? Double == 1)
  }

  @Test(
    "received_at is RFC 3339 in UTC with no more digits than it needs",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (1_709_164_799_000_000, "2024-02-28T23:59:59Z"),
      (1_709_164_799_250_000, "2024-02-28T23:59:59.250Z"), (1_709_164_799_000_007, "2024-02-28T23:59:59.000007Z"),
      (-1, "1969-12-31T23:59:59.999999Z"),
    ])
  func instants(microseconds: Int64, expected: String) {
    #expect(TimeText.rfc3339(Instant(microseconds: microseconds)) == expected)
  }

  @Test("The form goes by the file's ending")
  func formats() {
    #expect(ScoreWriter.Format(fileName: "a/b.CSV") == .csv)
    #expect(ScoreWriter.Format(fileName: "scores.jsonl") == .jsonl)
  }
}
