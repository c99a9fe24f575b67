import Detection
import RequestModel
import Scoring
import Testing

@Suite struct CallbackDirectoryDetectorTests {
  private static let directory = AgencyDirectory(entries: [
    "agency 0": .init(callbackPhone: "listed", callbackPseudonym: LookTrial.usual().callbackPhone)
  ])

  @Test func `another number than the directory's outranks the listed one`() throws {
    let usual = LookTrial.usual()
    var other = usual
    other.callbackPhone = Pseudonym(high: 9, low: 9)
    let listed = try LookTrial.finding("callback_directory", [usual], directory: Self.directory)
    let unlisted = try LookTrial.finding("callback_directory", [other], directory: Self.directory)
    #expect(unlisted.bits > listed.bits)
    #expect(unlisted.observed == "gives another number than the directory")
  }

  @Test func `without an entry it is silent`() throws {
    try LookTrial.expectSilent("callback_directory", .noDirectory) { _ in }
  }
}
