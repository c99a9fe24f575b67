import Ingestion
import RequestModel
import Testing

@Suite("Records are cut the same however the bytes arrive")
struct SplittingTests {
  private func minimal(_ id: String) -> String {
    #"{"request_id":"\#(id)","received_at":"2024-05-01T10:00:00Z","channel":"fax","request_type":"mlat","agency_id":"pd"}"#
  }
  private let header = "request_id,received_at,channel,request_type,agency_id,body"
  private func row(_ id: String, _ body: String) -> String { "\(id),2024-05-01T10:00:00Z,fax,mlat,pd,\(body)" }
  private func ids(_ parsed: ParsedBlock) -> [String] { parsed.accepted.map(\.request.id) }

  @Test func anyChunkingGivesTheSame() {
    var dice = Dice(3)
    var lines: [String] = []
    var table: [String] = []
    for i in 0..<40 {
      let sample = SampleRow.random(i, &dice)
      lines.append(sample.json(&dice))
      if table.isEmpty { table.append(sample.csv(&dice).header) }
      table.append(sample.csv(&dice).row)
      if dice.roll(6) == 0 { lines.append("junk {") }
      if dice.roll(6) == 0 { lines.append("  ") }
      if dice.roll(6) == 0 { table.append("r,\"open quote,\(i)") }
    }
    for (text, format) in [
      (lines.joined(separator: "\r\n"), RecordFormat.jsonl), (table.joined(separator: "\n"), .csv),
    ] {
      let bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      let whole = Intake().parse(bytes, format)
      #expect(whole.accepted.count == 40)
      #expect(!whole.rejections.isEmpty)
      for _ in 0..<12 {
        var intake = Intake()
        intake.pieces = (0..<5).map { _ in 1 + dice.roll(dice.roll(2) == 0 ? 7 : 900) }
        intake.blockBytes = 1 + dice.roll(4_000)
        #expect(intake.parse(bytes, format) == whole)
      }
    }
  }

  @Test func lineNumbersCountEveryLine() {
    let text = [minimal("a"), "", "\r", minimal("b"), "bad", minimal("c")].joined(separator: "\n")
    let out = Intake().parse(Array(text.utf8), .jsonl)
    #expect(out.accepted.map(\.line) == [1, 4, 6])
    #expect(out.rejections.map(\.line) == [5])
  }

  @Test func quotedCellsMayHoldLines() {
    let out = Intake().csv(header, row("a", "\"one\ntwo, \"\"three\"\"\n\""), row("b", "x"))
    #expect(out.rejections == [])
    #expect(out.accepted.map(\.line) == [2, 5])
  }

  @Test func anUnclosedQuoteCostsItsOwnRowOnly() {
    let cases = [
      [row("a", "x"), row("b", "\"open"), row("c", "y"), row("d", "z")],
      [row("a", "x"), row("b", "\"open"), row("c", "\"fine\""), row("d", "z")],
      [row("a", "x"), row("b", "\"open"), row("c", "\"fine, \"\"too\"\"\""), row("d", "z")],
      [row("a", "x"), row("b", "\"bad\" quote"), row("c", "\"two\nlines\""), row("d", "z")],
      [row("a", "x"), "\"b,2024", row("c", "\"\""), row("d", "\"\"")],
    ]
    for rows in cases {
      let out = Intake().parse(Array(([header] + rows).joined(separator: "\n").utf8), .csv)
      #expect(ids(out) == ["a", "c", "d"], "\(rows)")
      #expect(out.rejections.map(\.line) == [3], "\(rows)")
      #expect(out.rejections.map(\.field) == [.row])
    }
  }

  @Test func cellsTooManyOrTooFewAreTold() {
    let out = Intake().csv(
      header, row("a", "x,extra"), "b,2024-05-01T10:00:00Z,fax,mlat,pd", row("c", "x,,"), "d,2024-05-01T10:00:00Z")
    #expect(ids(out) == ["a", "b", "c"])
    #expect(out.repairs.map(\.line) == [2, 3])
    #expect(out.repairs.allSatisfy { $0.field == .row })
    #expect(out.rejections.map(\.field) == [.required(.channel)])
  }

  @Test(arguments: [1 << 20, 1_000]) func anOverlongLineIsSkippedUnheld(piece: Int) {
    for format in RecordFormat.allCases {
      var intake = Intake()
      intake.limits.lineBytes = 4_096
      intake.pieces = [piece]
      let long = String(repeating: "x", count: 3_000_000)
      let lines =
        format == .jsonl
        ? [minimal("a"), minimal(long), minimal("b")] : [header, row("a", ""), row("b", long), row("c", "")]
      let out = intake.parse(Array(lines.joined(separator: "\n").utf8), format)
      #expect(out.accepted.count == 2)
      #expect(out.rejections == [Rejection(line: format == .jsonl ? 2 : 3, field: .row, fault: .tooLong(limit: 4_096))])
    }
  }

  @Test func theLineLimitIsExact() {
    var intake = Intake()
    let line = minimal("a")
    intake.limits.lineBytes = line.utf8.count
    #expect(intake.jsonl(line, line).accepted.count == 2)
    intake.limits.lineBytes -= 1
    #expect(intake.jsonl(line, line).rejections.count == 2)
  }

  @Test func aCutFileLosesItsUnfinishedRecordOnly() {
    for (text, format) in [
      ([minimal("a"), minimal("b")].joined(separator: "\n"), RecordFormat.jsonl),
      ([header, row("a", "x"), row("b", "y")].joined(separator: "\n"), .csv),
    ] {
      #expect(ids(Intake().parse(Array(text.utf8), format)) == ["a", "b"])
      let cut = Intake().parse(Array(text.utf8), format, isTruncated: true)
      #expect(ids(cut) == ["a"])
      #expect(cut.rejections.map(\.fault) == [.cutOff])
    }
  }

  @Test func nothingIsNoError() {
    for format in RecordFormat.allCases {
      for text in ["", "\n", "\u{FEFF}", "\r\n\r\n", " "] {
        #expect(Intake().parse(Array(text.utf8), format).isEmptyOfRows, "\(text.debugDescription)")
        #expect(Intake().parse(Array(text.utf8), format, isTruncated: true).accepted.isEmpty)
      }
    }
    #expect(Intake().csv(header).isEmptyOfRows)
  }

  @Test func randomBytesNeverCrash() {
    var dice = Dice(9)
    let alphabet = Array("{}[]\",:\\\n\r; \u{0}\u{7F}1e-.truefalsnu".utf8) + [0xFF, 0xC3, 0xED, 0xA0]
    for _ in 0..<300 {
      let bytes = (0..<dice.roll(400)).map { _ in alphabet[dice.roll(alphabet.count)] }
      for format in RecordFormat.allCases {
        let whole = Intake().parse(bytes, format)
        #expect(whole.accepted.isEmpty)
        var intake = Intake()
        intake.pieces = [1 + dice.roll(9)]
        intake.blockBytes = 16
        #expect(intake.parse(bytes, format).rejections == whole.rejections)
      }
    }
  }

  @Test func namesAndFirstBytesTellTheFormat() {
    #expect(RecordFormat(fileName: "a/b.JSONL.zst") == .jsonl)
    #expect(RecordFormat(fileName: "x.ndjson") == .jsonl)
    #expect(RecordFormat(fileName: "x.csv.gz") == .csv)
    #expect(RecordFormat(fileName: "-") == nil)
    for (text, format) in [("\u{FEFF} {\"a\"", RecordFormat.jsonl), ("request_id,", .csv), ("", .csv)] {
      #expect(Array(text.utf8).withUnsafeBufferPointer { RecordFormat(firstBytes: $0) } == format)
    }
  }
}

extension ParsedBlock {
  fileprivate var isEmptyOfRows: Bool { accepted.isEmpty && rejections.isEmpty && repairs.isEmpty }
}
