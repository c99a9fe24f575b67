import Reporting
import RequestModel
import Testing

@Suite("Report pages") struct PageTests {
  /// Every text field of both documents holds `text`.
  static func pages(_ text: String) -> [ReportPage] {
    let sample = Sample { field, usual in field == "detector" ? usual : text }
    return [sample.nightly.page, sample.weekly.page]
  }

  static let usualNames = pages("plain").map { HTMLScanner($0.html()).tags.map(\.name) }

  @Test("Text in any field adds no mark-up, runs nothing and loads nothing", arguments: InjectionCorpus.texts)
  func holds(text: String) {
    for (page, usualNames) in zip(Self.pages(text), Self.usualNames) {
      let html = page.html()
      let scan = HTMLScanner(html)
      #expect(scan.problems.isEmpty, "\(scan.problems)")
      let names = scan.tags.map(\.name)
      // An empty text may leave a phone number or a line of numbers out, never add anything.
      let isUnchanged = text.isEmpty ? names.count <= usualNames.count : names == usualNames
      #expect(isUnchanged)
      for tag in scan.tags {
        #expect(!["script", "link", "img", "iframe", "object", "embed", "base", "form"].contains(tag.name))
        for attribute in tag.attributes {
          let isSafe = !attribute.name.hasPrefix("on") && !Self.loadingAttributes.contains(attribute.name)
          #expect(isSafe && (attribute.name != "href" || attribute.value.hasPrefix("#")))
        }
      }
      let isVisible = !html.unicodeScalars.contains(where: InjectionCorpus.isForbidden)
      #expect(isVisible)
    }
  }

  static let loadingAttributes: Set<String> = [
    "src", "srcset", "action", "style", "xmlns", "data", "poster", "background", "ping",
  ]

  @Test("A detector's name is text like any other", arguments: InjectionCorpus.texts)
  func detectorNames(text: String) {
    let card = Sample { field, usual in field == "detector" ? text : usual }.entry(0)
    var document = NightlyDocument(night: Sample.night, programVersion: "1")
    document.queue = [card]
    #expect(HTMLScanner(document.page.html()).problems.isEmpty)
  }

  @Test("The style sheet loads nothing, and the policy names its digest")
  func policy() {
    let html = NightlyDocument(night: Sample.night, programVersion: "1").page.html()
    let styles = html.components(separatedBy: "<style>")
    #expect(styles.count == 2)
    let style = styles[1].components(separatedBy: "</style>")[0]
    #expect(!style.contains("url(") && !style.contains("@import") && !style.contains("http"))
    #expect(html.contains("content=\"default-src &#39;none&#39;; style-src &#39;sha256-"))
  }

  @Test("Identifiers on a page are unique, and every inner link has its end")
  func anchors() {
    for page in [Sample().nightly.page, Sample().weekly.page] {
      let attributes = HTMLScanner(page.html()).tags.flatMap(\.attributes)
      let ids = attributes.filter { $0.name == "id" }.map(\.value)
      #expect(Set(ids).count == ids.count)
      for link in attributes where link.name == "href" { #expect(ids.contains(String(link.value.dropFirst()))) }
    }
  }

  @Test("Headings step down one level at a time and every table has a caption")
  func accessible() {
    for page in Self.pages("plain") {
      let tags = HTMLScanner(page.html()).tags
      #expect(tags.contains { $0.name == "html" && $0.attributes.contains { $0 == ("lang", "en") } })
      let levels = tags.compactMap { $0.name.count == 2 && $0.name.hasPrefix("h") ? Int($0.name.dropFirst()) : nil }
      #expect(levels.first == 1)
      for (a, b) in zip(levels, levels.dropFirst()) { #expect(b <= a + 1) }
      #expect(tags.filter { $0.name == "table" }.count == tags.filter { $0.name == "caption" }.count)
    }
  }

  @Test("An empty night and a quiet night each have a friendly page")
  func emptyNight() {
    let empty = NightlyDocument(night: Sample.night, programVersion: "1").page.html()
    #expect(empty.contains("No requests came in"))
    #expect(HTMLScanner(empty).problems.isEmpty)
    var quiet = NightlyDocument(night: Sample.night, programVersion: "1")
    quiet.scored = 7
    #expect(quiet.page.html().contains("Nobody to call this morning"))
    #expect(WeeklyDocument(lastNight: Sample.night, programVersion: "1").page.html().contains("A quiet week"))
  }

  @Test("Equal documents are equal bytes in every form")
  func deterministic() {
    #expect(Sample().nightly.page == Sample().nightly.page)
    #expect(Sample().entry(0).assessment == Sample().entry(0).assessment)
  }
}

extension String {
  fileprivate func components(separatedBy mark: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(self)
    while let range = rest.firstRange(of: mark) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
