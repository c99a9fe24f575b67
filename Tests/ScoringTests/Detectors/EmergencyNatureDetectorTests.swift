import RequestModel
import Testing

@Suite struct EmergencyNatureDetectorTests {
  @Test func `a danger that nobody here claims outranks the usual one`() throws {
    func bits(_ nature: EmergencyNature) throws -> LookTrial.Finding {
      var request = LookTrial.usual()
      request.type = .emergency
      request.natures = VocabularySet([nature])
      return try LookTrial.finding("emergency_nature", [request])
    }
    let usual = try bits(.threatToLife)
    let odd = try bits(.terrorism)
    #expect(odd.bits > usual.bits + 0.3)
    #expect(odd.observed == "claims terrorism")
  }
}
