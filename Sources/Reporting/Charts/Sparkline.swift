/// A small column chart of counts a night, alerts marked; made to stand in a table cell.
package enum Sparkline {
  /// - Parameters:
  ///   - counts: oldest first; drawn from zero.
  ///   - marked: as many as `counts`; columns with a positive number carry the alarm colour.
  ///   - recent: how many of the last columns are this week's and drawn strong.
  package static func drawing(counts: [Int], marked: [Int], recent: Int) -> Drawing {
    let step = 4
    let height = 24
    let peak = Double(max(counts.max() ?? 0, 1))
    var body = ""
    for (index, count) in counts.enumerated() {
      let isMarked = index < marked.count && marked[index] > 0
      let isRecent = index >= counts.count - recent
      let size = count > 0 ? max(Double(count) / peak * Double(height - 4), 1.5) : 0.75
      body +=
        "<rect class=\"\(isMarked ? "marked" : isRecent ? "recent" : "past")\" x=\"\(index * step)\""
        + " y=\"\(Drawing.coordinate(Double(height) - size))\" width=\"3\" height=\"\(Drawing.coordinate(size))\"/>"
      if isMarked { body += "<circle class=\"dot\" cx=\"\(index * step + 1).5\" cy=\"2\" r=\"1.5\"/>" }
    }
    let alerts = marked.reduce(0, +)
    let label =
      "\(Figure.counted(counts.count, "night")): lowest \(Figure.count(counts.min() ?? 0)), highest "
      + "\(Figure.count(counts.max() ?? 0)) requests, \(Figure.counted(alerts, "alert"))"
    return Drawing(
      width: max(counts.count * step, step), height: height, label: label, style: "spark", body: body)
  }
}
