import Ingestion
import RequestModel
import Testing

@Suite("Pseudonyms are equal where identifiers are, and tell nothing else")
struct PseudonymTests {
  private let desk = Pseudonymizer(key: Array(repeating: 7, count: 32))

  @Test func variantsOfOneIdentifierAreOne() {
    let same: [(Pseudonymizer.Kind, TargetType, [String])] = [
      (.phone, .other, ["+39 06 1234", "0039061234", "+39-(06)-1234", " +3906 12.34 "]),
      (.person, .other, ["Anna  Rossi", "ANNA ROSSI ", "anna\trossi"]),
      (.badge, .other, ["B-12 34", "b1234", "B.12/34"]), (.caseNumber, .other, ["AB-1/24", "ab 1 24"]),
      (.mailbox, .other, ["Anna.R", "anna.r"]),
      (.ip, .other, ["10.0.0.1", "::ffff:10.0.0.1", "::FFFF:a00:1"]),
      (.ip, .other, ["2001:DB8::1", "2001:db8:0:0::1"]),
      (.target, .email, ["X@Y.z", " x@y.Z"]), (.target, .username, ["Größe", "GRO\u{308}ßE"]),
      (.target, .device, ["35-209900-176148-1", "352099001761481"]), (.target, .device, ["AA:bb:01", "aa-BB-01"]),
      (.target, .url, ["HTTPS://Example.org/A/", "https://example.org/A"]),
      (.attachment, .other, [String(repeating: "aB", count: 32), String(repeating: "Ab", count: 32)]),
    ]
    for (kind, type, forms) in same {
      let found = Set(forms.map { desk.pseudonym(kind, identifier: $0, targetType: type) })
      #expect(found.count == 1, "\(kind) \(forms)")
    }
  }

  @Test func differentIdentifiersDiffer() {
    let all = (0..<500).map { desk.pseudonym(.target, identifier: "user \($0)", targetType: .userID) }
    #expect(Set(all).count == 500)
    #expect(
      desk.pseudonym(.target, identifier: "Ab", targetType: .userID)
        != desk.pseudonym(.target, identifier: "ab", targetType: .userID))
    #expect(desk.pseudonym(.phone, identifier: "061234") != desk.pseudonym(.phone, identifier: "+061234"))
  }

  @Test func kindsAndKeysAreApart() {
    let kinds = Pseudonymizer.Kind.allCases.filter { $0 != .attachment }
    #expect(Set(kinds.map { desk.pseudonym($0, identifier: "12345") }).count == kinds.count)
    let other = Pseudonymizer(key: Array(repeating: 8, count: 32))
    #expect(desk.pseudonym(.person, identifier: "a") != other.pseudonym(.person, identifier: "a"))
    #expect(desk.subkey(for: "wording") != desk.subkey(for: "chain"))
    #expect(desk.subkey(for: "wording") == Pseudonymizer(key: Array(repeating: 7, count: 32)).subkey(for: "wording"))
  }

  @Test func aRequestHasThePseudonymsThatLookUpsFind() throws {
    var intake = Intake()
    intake.key = Array(repeating: 7, count: 32)
    // Rows that crowd the workers' caches must not change what a row gets.
    var lines = (0..<300).map { i in
      #"{"request_id":"r\#(i)","received_at":"2024-05-01T10:00:00Z","channel":"email","request_type":"mlat","sender_email":"O'\#(i)@Sub.Polizei.example.co.uk","callback_phone":"+39 \#(1_000 + i)","targets":[{"type":"username","value":"U \#(i)"}],"session_ip":"10.1.2.\#(i % 250)"}"#
    }
    lines += lines.map { $0.replacing(":\"r", with: ":\"again-r") }
    let out = intake.parse(Array(lines.joined(separator: "\n").utf8), .jsonl)
    #expect(out.accepted.count == 600)
    for i in [0, 17, 299, 300, 599] {
      let request = out.accepted[i].request
      let n = i % 300
      #expect(request.callbackPhone == desk.pseudonym(.phone, identifier: "+39\(1_000 + n)"))
      #expect(request.targets[0].value == desk.pseudonym(.target, identifier: "u \(n)", targetType: .username))
      #expect(request.sessionIP == desk.pseudonym(.ip, identifier: "10.1.2.\(n % 250)"))
      #expect(request.sender == "o'\(n)@sub.polizei.example.co.uk")
      #expect(request.senderDomain == "sub.polizei.example.co.uk")
      #expect(request.agencyID == "example.co.uk")
    }
  }

  @Test func domainsAreComparedInASCII() {
    func domain(_ address: String) -> String? {
      Intake().jsonl(
        #"{"request_id":"r","received_at":"2024-05-01T10:00:00Z","channel":"email","request_type":"mlat","sender_email":"a@\#(address)"}"#
      ).accepted.first?.request.senderDomain
    }
    // The Punycode forms are RFC 3492's and IDNA's own examples.
    #expect(domain("Bücher.example") == "xn--bcher-kva.example")
    #expect(domain("BU\u{308}CHER.example") == "xn--bcher-kva.example")
    #expect(domain("xn--bcher-kva.example") == "xn--bcher-kva.example")
    #expect(domain("他们为什么不说中文.org") == "xn--ihqwcrb4cv8a8dqg056pqjye.org")
    #expect(domain("ｅｘａｍｐｌｅ.org") == "example.org")
    #expect(domain("example.org.") == "example.org")
    for bad in [
      "-a.org", "a-.org", "a..org", ".org", "a b.org", "a_\u{202E}b!.org", String(repeating: "a", count: 64) + ".org",
    ] {
      #expect(domain(bad) == nil, "\(bad)")
    }
  }

  @Test func caseNumbersHaveAShape() {
    func shape(_ text: String) -> String? {
      Intake().jsonl(
        #"{"request_id":"r","received_at":"2024-05-01T10:00:00Z","channel":"fax","request_type":"mlat","agency_id":"a","case_number":"\#(text)"}"#
      ).accepted.first?.request.caseNumberShape
    }
    #expect(shape("AB-12-34567") == "AA-99-9+")
    #expect(shape("abc 123") == "AAA 999")
    #expect(shape("abcd/1234") == "A+/9+")
    #expect(shape("Großä 1") == "A+ 9")
  }
}
