import RequestModel
import Testing

@Suite struct MalformedDetectorTests {
  @Test func `unusable fields outrank none`() throws {
    try LookTrial.expectOdder("malformed", saying: "unusable: badge_id") {
      $0.malformed.insert(.badgeID)
      $0.malformed.insert(.sessionIP)
    }
  }
}
