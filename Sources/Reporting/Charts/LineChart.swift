/// Curves over two axes as SVG: trade-offs of `tune`, metrics of `evaluate`.
///
/// Up to four curves, told apart by colour and by dashes. Points that are not finite break a curve. Drawn from numbers
/// alone, so that equal input is equal bytes. O(points).
package struct LineChart: Hashable, Sendable {
  package struct Point: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  package struct Curve: Hashable, Sendable {
    package var name: String
    package var points: [Point]
    package init(name: String, points: [Point]) {
      self.name = name
      self.points = points
    }
  }

  package struct Axis: Hashable, Sendable {
    package var title: String
    /// Nil takes the range of the data, widened to round ticks.
    package var range: ClosedRange<Double>?
    package init(_ title: String, range: ClosedRange<Double>? = nil) {
      self.title = title
      self.range = range
    }
  }

  package var title: String
  package var x: Axis
  package var y: Axis
  package var curves: [Curve]
  /// Marks one operating point, such as the threshold chosen.
  package var mark: Point?

  package init(title: String, x: Axis, y: Axis, curves: [Curve], mark: Point? = nil) {
    self.title = title
    self.x = x
    self.y = y
    self.curves = curves
    self.mark = mark
  }

  static let width = 640
  static let height = 320
  static let frame = (left: 64.0, right: 620.0, top: 36.0, bottom: 264.0)

  /// For a report page, whose style sheet colours it.
  package var drawing: Drawing { drawing(isStandalone: false) }

  /// A file of its own, colours included.
  package var standaloneSVG: String { drawing(isStandalone: true).svg + "\n" }

  private func drawing(isStandalone: Bool) -> Drawing {
    let xs = scale(x, curves.flatMap { $0.points.map(\.x) } + [mark?.x].compactMap { $0 })
    let ys = scale(y, curves.flatMap { $0.points.map(\.y) } + [mark?.y].compactMap { $0 })
    var body = isStandalone ? "<style>\(LineChart.colours)</style>" : ""
    body += grid(xs, ys)
    for (index, curve) in curves.enumerated() {
      body += "<path class=\"curve curve\(index % 4)\" d=\"\(path(curve.points, xs, ys))\"/>"
    }
    body += legend()
    if let mark, mark.x.magnitude < LineChart.largest, mark.y.magnitude < LineChart.largest {
      body +=
        "<circle class=\"mark\" cx=\"\(Drawing.coordinate(place(mark.x, xs, toX: true)))\""
        + " cy=\"\(Drawing.coordinate(place(mark.y, ys, toX: false)))\" r=\"5\"/>"
    }
    let names = curves.map(\.name).joined(separator: ", ")
    return Drawing(
      width: LineChart.width, height: LineChart.height,
      label: "\(title). \(y.title) over \(x.title)\(names.isEmpty ? "" : ": \(names)")", style: "chart", body: body,
      isStandalone: isStandalone)
  }

  private func grid(_ xs: Ticks, _ ys: Ticks) -> String {
    let f = LineChart.frame
    var body = ""
    for tick in ys.values {
      let at = Drawing.coordinate(place(tick, ys, toX: false))
      body += "<line class=\"grid\" x1=\"64\" y1=\"\(at)\" x2=\"620\" y2=\"\(at)\"/>"
      body += text(Figure.decimal(tick, ys.decimals), x: f.left - 8, y: place(tick, ys, toX: false) + 4, anchor: "end")
    }
    for tick in xs.values {
      body += text(Figure.decimal(tick, xs.decimals), x: place(tick, xs, toX: true), y: f.bottom + 18, anchor: "middle")
    }
    body += "<line class=\"axis\" x1=\"64\" y1=\"264\" x2=\"620\" y2=\"264\"/>"
    body += text(x.title, x: (f.left + f.right) / 2, y: f.bottom + 42, anchor: "middle")
    body += text(y.title, x: f.left, y: 18, anchor: "start")
    return body
  }

  /// Names above the plot, from the right; a character is taken for seven units wide.
  private func legend() -> String {
    var body = ""
    var right = LineChart.frame.right
    for (index, curve) in curves.enumerated().reversed() {
      let name = DisplayText.shown(curve.name, limit: 24)
      let start = right - Double(name.count) * 7
      body += text(name, x: start, y: 18, anchor: "start", style: "legend")
      body +=
        "<line class=\"curve curve\(index % 4)\" x1=\"\(Drawing.coordinate(start - 30))\" y1=\"14\""
        + " x2=\"\(Drawing.coordinate(start - 6))\" y2=\"14\"/>"
      right = start - 48
    }
    return body
  }

  private func text(_ text: String, x: Double, y: Double, anchor: String, style: String = "ticklabel") -> String {
    "<text class=\"\(style)\" x=\"\(Drawing.coordinate(x))\" y=\"\(Drawing.coordinate(y))\""
      + " text-anchor=\"\(anchor)\">\(Drawing.escaped(text))</text>"
  }

  private func path(_ points: [Point], _ xs: Ticks, _ ys: Ticks) -> String {
    var path = ""
    var isPenDown = false
    for point in points {
      guard point.x.magnitude < LineChart.largest, point.y.magnitude < LineChart.largest else {
        isPenDown = false
        continue
      }
      path += isPenDown ? "L" : "M"
      path +=
        Drawing.coordinate(place(point.x, xs, toX: true)) + " " + Drawing.coordinate(place(point.y, ys, toX: false))
      isPenDown = true
    }
    return path
  }

  /// Where a value lies on the picture; values outside the axis stop at its ends.
  private func place(_ value: Double, _ ticks: Ticks, toX: Bool) -> Double {
    let share = max(0, min(1, (value - ticks.low) / (ticks.high - ticks.low)))
    let f = LineChart.frame
    return toX ? f.left + share * (f.right - f.left) : f.bottom - share * (f.bottom - f.top)
  }

  private static let colours = """
    svg{background:#fff;font-family:system-ui,sans-serif}.grid{stroke:#d5dce3}.axis{stroke:#4d5a67}\
    .ticklabel{fill:#4d5a67;font-size:12px}.legend{fill:#18212b;font-size:12px}.curve{fill:none;stroke-width:2.25}\
    .curve0{stroke:#2c6aa8}.curve1{stroke:#c2501c;stroke-dasharray:7 3}.curve2{stroke:#175c31;stroke-dasharray:2 3}\
    .curve3{stroke:#4d5a67;stroke-dasharray:9 3 2 3}.mark{fill:#c2501c}
    """
}
