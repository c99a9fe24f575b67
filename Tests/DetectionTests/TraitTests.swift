import RequestModel
import Testing

@testable import Detection

@Suite struct TraitTests {
  private let registry = Registry()

  @Test func `every trait survives its name, and no two share one`() throws {
    var names: Set<String> = []
    for field in Trait.Field.allCases {
      for value in 0..<40 {
        let trait = Trait(field, value)
        #expect(Trait(name: trait.name) == trait)
        #expect(names.insert(trait.name).inserted)
      }
    }
  }

  @Test(arguments: ["", "hour", "hour/", "/9", "horoscope/9", "hour/900", "asks_for/tarot", "asks_for/payment/2"])
  func `what is no trait is none`(name: String) { #expect(Trait(name: name) == nil) }

  @Test func `every request has traits, each once, whatever it holds`() {
    let context = RequestSamples.context(after: [], for: registry)
    for request in RequestSamples.all {
      let traits = Trait.all(of: request, in: context)
      #expect(traits.count > 10)
      #expect(Set(traits).count == traits.count)
      #expect(traits.allSatisfy { Trait(name: $0.name) == $0 })
    }
  }

  @Test func `names, numbers and persons leave no trace in them`() {
    let context = RequestSamples.context(after: [], for: registry)
    var one = RequestSamples.bare()
    one.targets = [Target(type: .phone, value: Pseudonym(high: 1, low: 1), country: "FR")]
    one.badge = Pseudonym(high: 2, low: 2)
    one.caseNumberShape = "AA-99"
    var other = one
    other.sender = "somebody@else.example"
    other.agencyID = "else.example"
    other.targets[0].value = Pseudonym(high: 9, low: 9)
    other.badge = Pseudonym(high: 8, low: 8)
    other.caseNumberShape = "9+"
    #expect(Trait.all(of: one, in: context) == Trait.all(of: other, in: context))
  }

  @Test func `what is asked and how it is sent shows`() {
    let context = RequestSamples.context(after: [], for: registry)
    var request = RequestSamples.bare(.portal, .freeze)
    request.categories = VocabularySet([.payment, .subscriber])
    request.deadlineMinutes = 30
    request.mfa = false
    let names = Set(Trait.all(of: request, in: context).map(\.name))
    for name in [
      "channel/portal", "request_type/freeze", "asks_for/payment", "asks_for/subscriber", "asked_count/2", "deadline/6",
      "second_factor/failed", "target_count/none", "target_country/unknown", "spf/absent",
    ] { #expect(names.contains(name), "\(name)") }
    #expect(Trait(.asks, 4).words == "asks for: payment")
  }
}
