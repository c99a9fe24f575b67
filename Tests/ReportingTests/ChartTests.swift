import Foundation
import Reporting
import Testing

@Suite("Charts") struct ChartTests {
  static let chart = LineChart(
    title: "Recall by alerts", x: .init("Alerts a night"), y: .init("Recall", range: 0...1),
    curves: [
      .init(name: "prior", points: (0...20).map { .init(x: Double($0), y: Double($0) / 25) }),
      .init(name: "trained", points: (0...20).map { .init(x: Double($0), y: Double($0 * $0) / 400) }),
    ], mark: .init(x: 10, y: 0.6))

  @Test(
    "A chart is well-formed, the same each time, and takes no mark-up from its texts", arguments: InjectionCorpus.texts)
  func wellFormed(text: String) throws {
    var chart = Self.chart
    chart.title = text
    chart.x.title = text
    chart.curves[0].name = text
    for svg in [chart.drawing.svg, chart.standaloneSVG] {
      let scan = HTMLScanner(svg)
      #expect(scan.problems.isEmpty, "\(scan.problems)")
      #expect(scan.tags.map(\.name).filter { $0 != "style" } == HTMLScanner(Self.chart.drawing.svg).tags.map(\.name))
      #expect(!svg.unicodeScalars.contains(where: InjectionCorpus.isForbidden))
    }
    #expect(chart.standaloneSVG == chart.standaloneSVG)
  }

  @Test("Points without a value break the curve; empty, flat and infinite data still draw")
  func edges() {
    var chart = Self.chart
    chart.curves[0].points[5].y = .nan
    #expect(
      chart.drawing.svg.components(separatedBy: "M").count == Self.chart.drawing.svg.components(separatedBy: "M").count
        + 1)
    for points in [[], [LineChart.Point(x: 1, y: 1)], [.init(x: .infinity, y: 0), .init(x: 1e300, y: -1e300)]] {
      let chart = LineChart(title: "t", x: .init("x"), y: .init("y"), curves: [.init(name: "c", points: points)])
      let svg = chart.drawing.svg
      #expect(HTMLScanner(svg).problems.isEmpty)
      #expect(!svg.contains("nan") && !svg.contains("inf"))
    }
  }

  @Test(
    "Ticks have the digits that tell them apart, and none where they are whole",
    arguments: [
      (0.0...20.0, ["0", "5", "10", "15", "20"]), (0...1, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
      (0...0.05, ["0.00", "0.01", "0.02", "0.03", "0.04", "0.05"]),
      (0...4_000, ["0", "1,000", "2,000", "3,000", "4,000"]),
    ])
  func ticks(range: ClosedRange<Double>, labels: [String]) {
    let chart = LineChart(title: "t", x: .init("x", range: range), y: .init("y", range: -9...(-8)), curves: [])
    let drawn = chart.drawing.svg.components(separatedBy: "text-anchor=\"middle\">").dropFirst().map {
      String($0.prefix { $0 != "<" })
    }
    #expect(Array(drawn.dropLast()) == labels)
  }

  @Test("A longer bar is more bits, and the side tells the sign")
  func bars() throws {
    func length(_ bits: Double) throws -> Double {
      let attributes = HTMLScanner(EvidenceBar.drawing(bits: bits, scale: 8).svg).tags[2].attributes
      return try #require(Double(attributes.first { $0.name == "width" }!.value))
    }
    #expect(try length(4) > length(2))
    #expect(try length(4) == length(-4))
    #expect(try length(80) == length(8))
    #expect(try length(0) == 0)
    #expect(EvidenceBar.drawing(bits: -1, scale: 8).svg.contains("class=\"against\""))
  }

  @Test("Metrics show their interval and mark what was chosen")
  func metrics() {
    let text = MetricTable.text(
      name: "Threshold", metrics: ["Recall"],
      rows: [.init("61.2", [.init(0.8712, interval: 0.842...0.8991, isChosen: true)])])
    #expect(text.contains("0.871 * (0.842 to 0.899)"))
  }
}
