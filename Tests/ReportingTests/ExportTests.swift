import Foundation
import Reporting
import RequestModel
import Scoring
import Testing

@Suite("Exports") struct ExportTests {
  static func objects(_ bytes: [UInt8]) throws -> [[String: Any]] {
    try bytes.split(separator: 0x0A).map {
      try #require(JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
    }
  }

  @Test("Every export parses whatever the texts, and is the same bytes each time", arguments: InjectionCorpus.texts)
  func parses(text: String) throws {
    let entries = Sample { _, _ in text }.nightly.queue
    let ocsf = OCSFExport.jsonLines(entries, programVersion: "1.0.0")
    #expect(try Self.objects(ocsf).count == 3)
    #expect(ocsf == OCSFExport.jsonLines(entries, programVersion: "1.0.0"))
    #expect(try Self.objects(ECSExport.jsonLines(entries, programVersion: "1.0.0")).count == 3)
    let bundle = STIXExport.bundle(entries)
    #expect(bundle == STIXExport.bundle(entries))
    _ = try JSONSerialization.jsonObject(with: Data(bundle.bytes()))
    #expect(try Self.objects(AlertTable.jsonLines(entries)).count == 3)
  }

  @Test("OCSF: class, type and required fields hold together")
  func ocsf() throws {
    let events = try Self.objects(OCSFExport.jsonLines(Sample().nightly.queue, programVersion: "1.0.0"))
    for event in events {
      let activity = try #require(event["activity_id"] as? Int)
      #expect(event["type_uid"] as? Int == 2004 * 100 + activity)
      #expect(event["class_uid"] as? Int == 2004 && event["category_uid"] as? Int == 2)
      for name in ["time", "severity_id", "metadata", "finding_info"] { #expect(event[name] != nil) }
      let info = try #require(event["finding_info"] as? [String: Any])
      #expect(UUID(uuidString: try #require(info["uid"] as? String)) != nil)
      for analysis in event["anomaly_analyses"] as? [[String: Any]] ?? [] {
        #expect((analysis["analysis_targets"] as? [Any])?.isEmpty == false)
        for anomaly in try #require(analysis["anomalies"] as? [[String: Any]]) {
          #expect(anomaly["observation_parameter"] is String)
          #expect((anomaly["observations"] as? [[String: Any]])?.first?["value"] is String)
        }
      }
    }
    #expect(events.map { $0["activity_id"] as? Int } == [1, 3, 1])
    #expect(events[1]["verdict_id"] as? Int == 2)
  }

  @Test("STIX: references end inside the bundle, identifiers are version 5 and unique")
  func stix() throws {
    let bundle = try #require(
      JSONSerialization.jsonObject(with: Data(STIXExport.bundle(Sample().nightly.queue).bytes())) as? [String: Any])
    let objects = try #require(bundle["objects"] as? [[String: Any]])
    let ids = objects.compactMap { $0["id"] as? String }
    #expect(Set(ids).count == objects.count)
    for object in objects {
      let id = try #require(object["id"] as? String)
      let type = try #require(object["type"] as? String)
      #expect(id.hasPrefix(type + "--"))
      if type != "marking-definition" {
        #expect(
          id.split(separator: "-").dropFirst(type.split(separator: "-").count)[2 + type.split(separator: "-").count]
            .hasPrefix("5"))
      }
      for (name, value) in object where name.hasSuffix("_ref") { #expect(ids.contains(try #require(value as? String))) }
      for (name, value) in object where name.hasSuffix("_refs") {
        for reference in try #require(value as? [String]) { #expect(ids.contains(reference)) }
      }
    }
    let indicators = objects.filter { $0["type"] as? String == "indicator" }
    #expect(
      indicators.map { ($0["indicator_types"] as? [String])?.first } == [
        "anomalous-activity", "compromised", "anomalous-activity",
      ])
  }

  @Test("Name-based identifiers follow RFC 9562")
  func uuid() {
    // The example of RFC 9562, appendix A.4: version 5 of www.example.com in the DNS namespace.
    #expect(
      NamedUUID.make("www.example.com", in: "6ba7b810-9dad-11d1-80b4-00c04fd430c8")
        == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
  }

  @Test("A pattern of STIX cannot be broken out of")
  func pattern() throws {
    let entry = Sample { field, usual in field == "sender" ? "a'] OR [x:y = 'b\\" : usual }.entry(0)
    let text = STIXExport.bundle([entry]).text()
    #expect(text.contains("[user-account:account_login = 'a\\\\'] OR [x:y = \\\\'b\\\\\\\\']"))
  }

  @Test("ECS: an alert with its risk, nested")
  func ecs() throws {
    let documents = try Self.objects(ECSExport.jsonLines(Sample().nightly.queue, programVersion: "1.0.0"))
    for document in documents {
      let event = try #require(document["event"] as? [String: Any])
      #expect(event["kind"] as? String == "alert")
      let score = try #require(event["risk_score_norm"] as? Double)
      #expect((0...100).contains(score))
      #expect((document["@timestamp"] as? String)?.hasSuffix("Z") == true)
    }
    #expect(
      ((documents[0]["email"] as? [String: Any])?["from"] as? [String: [String]])?["address"] == [
        "j.doe@hollowcreekpd.example"
      ])
    #expect(documents[1]["email"] == nil)
  }

  @Test("No export carries a pseudonym")
  func noPseudonyms() {
    let text =
      String(decoding: OCSFExport.jsonLines(Sample().nightly.queue, programVersion: "1"), as: UTF8.self)
      + STIXExport.bundle(Sample().nightly.queue).text()
    #expect(!text.contains("0000000000000001"))
  }
}
