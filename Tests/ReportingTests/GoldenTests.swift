import Foundation
import Reporting
import RequestModel
import Testing

/// Whole renderings of one small document, compared byte for byte.
///
/// `COUNTERSIGN_RECORD_GOLDEN=1 swift test --filter Golden` records them anew, on purpose; recording fails the test.
@Suite("Golden renderings") struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static var renderings: [(name: String, text: String)] {
    let sample = Sample()
    var quiet = NightlyDocument(night: Sample.night, programVersion: "1.0.0")
    quiet.scored = 398
    return [
      ("nightly.html", sample.nightly.page.html()),
      ("nightly.md", sample.nightly.page.markdown()),
      ("weekly.html", sample.weekly.page.html()),
      ("weekly.md", sample.weekly.page.markdown()),
      ("quiet.html", quiet.page.html()),
      ("nightly.json", sample.nightly.json.text(indented: true)),
      ("queue.csv", String(decoding: AlertTable.csv(sample.nightly.queue), as: UTF8.self)),
      ("explain.txt", Explanation(entry: sample.entry(0)).text()),
      ("queue.txt", QueueTable.text(sample.nightly.queue)),
      (
        "ocsf.jsonl",
        String(decoding: OCSFExport.jsonLines(sample.nightly.queue, programVersion: "1.0.0"), as: UTF8.self)
      ),
      (
        "ecs.jsonl", String(decoding: ECSExport.jsonLines(sample.nightly.queue, programVersion: "1.0.0"), as: UTF8.self)
      ),
      ("stix.json", STIXExport.bundle(sample.nightly.queue).text(indented: true)),
      ("metrics.html", MetricsDocumentTests.document().page.html()),
      ("chart.svg", ChartTests.chart.standaloneSVG),
    ]
  }

  @Test("Every form of the sample document is what was recorded", arguments: renderings.map(\.name))
  func matches(name: String) throws {
    let text = try #require(Self.renderings.first { $0.name == name }?.text)
    let file = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["COUNTERSIGN_RECORD_GOLDEN"] != nil {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name); run again without COUNTERSIGN_RECORD_GOLDEN")
      return
    }
    let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    let isSame = text == recorded
    #expect(isSame, "\(name) differs from what was recorded; look at it before recording anew")
  }
}
