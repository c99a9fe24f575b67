import Foundation
import Reporting
import Testing

@Suite("Metrics as a document") struct MetricsDocumentTests {
  static func document(_ text: (String) -> String = { $0 }) -> MetricsDocument {
    var document = MetricsDocument(
      kind: text("Evaluation"), title: text("Prior weights"), lead: text("14 of 16 forgeries stood in the queue."),
      programVersion: "1.0.0")
    document.headline = [NamedValue(text("Recall at 10 a night"), text("0.875"))]
    document.groups = [
      .init(
        caption: text("By scenario"), rowName: text("Scenario"), metrics: [text("Recall")],
        rows: [
          .init(text("A1"), [.init(0.9, interval: 0.7...0.98)]),
          .init(text("A3"), [.init(0.85, interval: 0.6...0.95, isChosen: true)]),
        ])
    ]
    document.charts = [ChartTests.chart]
    document.method = [NamedValue(text("Span"), text("2024"))]
    document.remarks = [text("Intervals are bootstrapped over nights.")]
    return document
  }

  @Test("Every form takes any text as text", arguments: InjectionCorpus.texts)
  func injection(text: String) throws {
    let document = Self.document { _ in text }
    let usual = HTMLScanner(Self.document { _ in "plain" }.page.html()).tags.map(\.name)
    let scan = HTMLScanner(document.page.html())
    #expect(scan.problems.isEmpty)
    let isUnchanged = text.isEmpty || scan.tags.map(\.name) == usual
    #expect(isUnchanged)
    #expect(!document.text().unicodeScalars.contains(where: InjectionCorpus.isForbidden))
    let json = try JSONSerialization.jsonObject(with: Data(document.json.bytes())) as? [String: Any]
    #expect(json?["title"] as? String == text)
  }

  @Test("Counts are numbers for programs and have their thousands marked for people")
  func counts() {
    var document = Self.document()
    document.headline.append(NamedValue("requests", 24_112))
    #expect(document.json.text().contains(#"{"name":"requests","value":24112}"#))
    #expect(document.json.text().contains(#"{"name":"Recall at 10 a night","value":"0.875"}"#))
    #expect(document.text().contains("24,112"))
  }

  @Test("Estimates come with their interval in every form")
  func intervals() {
    let document = Self.document()
    #expect(document.text().contains("0.900 (0.700 to 0.980)"))
    #expect(document.page.html().contains("0.850 * (0.600 to 0.950)"))
    #expect(document.page.markdown().contains("0.850 \\* (0.600 to 0.950)"))
    #expect(
      document.json.text().contains(
        "{\"metric\":\"Recall\",\"estimate\":0.9,\"low\":0.7,\"high\":0.98,\"chosen\":false}"))
  }
}
