import Baselines
import Foundation
import RequestModel
import Statistics
import Testing

@testable import Detection

/// What every registered look must keep, whatever it looks at.
@Suite struct ContractTests {
  private let registry = Registry()
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func `names are unique, snake case, and stand in the prior, which knows no others`() {
    #expect(Set(registry.ids).count == registry.count)
    for id in registry.ids { #expect(id.wholeMatch(of: /[a-z]+(_[a-z]+)*/) != nil, "\(id)") }
    #expect(Set(ForgerModel.documented.looks.keys) == Set(registry.ids))
  }

  @Test func `files are the registry, and each says what it cannot see and whom it wrongs`() throws {
    let folder = Self.root.appending(path: "Sources/Detection/Detectors")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    #expect(Set(files) == Set(Registry.types.map { "\($0).swift" }))
    for file in files {
      let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for promise in ["/// Flags ", "- Blind spots: ", "nown false positives: ", "- Complexity: "] {
        #expect(
          source.contains(promise) || promise == "/// Flags " && source.contains("/// Values "), "\(file): \(promise)")
      }
    }
  }

  @Test func `a summary is one sentence`() {
    for type in Registry.types {
      #expect(type.summary.hasSuffix(".") && type.summary.count { $0 == "." } == 1, "\(type.id)")
      #expect(type.summary.first?.isUppercase == true && type.summary.count <= 120, "\(type.id)")
    }
  }

  @Test func `the prior's numbers are probabilities, and no look is imitated never or always`() {
    let model = ForgerModel.documented
    #expect(Set(model.habits.keys) == Set(Habit.allCases.map(\.name)))
    #expect(abs(model.habits.values.reduce(0, +) - 1) < 1e-9)
    for (id, look) in model.looks {
      #expect([1, 8].contains(look.imitation.count) && look.imitation.allSatisfy { $0 > 0 && $0 < 1 }, "\(id)")
      #expect(!look.source.isEmpty && look.weight >= 0 && look.weight <= 1, "\(id)")
      for (value, numbers) in look.values where value != "mean_burst" {
        #expect([1, 8].contains(numbers.count) && numbers.allSatisfy { $0 >= 0 && $0 <= 1 }, "\(id) \(value)")
      }
    }
  }

  /// Looks whose values stand for themselves: their probabilities are shares of one whole, habit by habit.
  @Test(arguments: [
    "channel", "request_type", "emergency_nature", "target_type", "first_seen_sender", "look_alike_domain", "reply_to",
    "return_path", "callback_directory", "second_factor", "malformed", "target_territory", "repeated_target",
    "shared_target", "shared_contact", "shared_letter", "suspect_trace",
  ]) func `a habit's values are shares of one whole`(id: String) throws {
    let look = try #require(ForgerModel.documented.looks[id])
    for h in 0..<8 {
      let sum = look.values.values.reduce(0) { $0 + ($1.count == 8 ? $1[h] : $1[0]) }
      #expect(sum > 0.7 && sum < 1.15, "\(Habit.allCases[h].name): \(sum)")
    }
  }

  @Test func `what is seen is finite and priced within its bounds, on any request and any past`() {
    var sightings = Sightings()
    let pricing = Pricing()
    for context in RequestSamples.contexts(for: registry) {
      for request in RequestSamples.all {
        registry.observe(request, in: context, into: &sightings)
        var priced: [Priced] = []
        var readings = Readings()
        readings.read(sightings.observations, in: context.lineage)
        pricing.price(sightings.observations, readings, forgers: .none, into: &priced)
        for price in priced {
          let seen = sightings.observations[price.observation]
          let id = registry.ids[seen.detector]
          #expect(seen.share > 0 && seen.share <= 1 && seen.worldShare >= 0 && seen.worldShare <= 1, "\(id)")
          #expect(seen.from.rawValue <= seen.upTo.rawValue, "\(id)")
          #expect(price.baseline > 0 && price.baseline <= 1, "\(id) \(price.baseline)")
          for h in 0..<8 {
            #expect(seen.forger[h] >= 0 && seen.forger[h] <= 1, "\(id) \(seen.forger)")
            #expect(seen.imitation[h] > 0 && seen.imitation[h] < 1, "\(id)")
            // Never below what imitation allows.
            #expect(price.ratio[h] >= seen.imitation[h] && price.ratio[h].isFinite, "\(id) \(price.ratio)")
          }
          if case .scale(let size, _) = seen.kind { #expect(seen.value < UInt64(size), "\(id)") }
        }
        for ratio in sightings.ratios {
          let least = registry.model.imitation(registry.ids[ratio.detector])
          for h in 0..<8 { #expect(ratio.ratio[h] >= least[h] && ratio.ratio[h].isFinite) }
        }
      }
    }
  }

  @Test func `a look speaks or abstains, and never both`() {
    var sightings = Sightings()
    for context in RequestSamples.contexts(for: registry) {
      for request in RequestSamples.all {
        registry.observe(request, in: context, into: &sightings)
        let silent = sightings.abstentions.map(\.detector)
        let speaking = Set(
          sightings.observations.filter { !$0.isMemory }.map(\.detector) + sightings.ratios.map(\.detector))
        #expect(Set(silent).count == silent.count)
        #expect(speaking.isDisjoint(with: silent))
        // An empty list of attributes is the only silence without a reason.
        let mute = Set(registry.ids.indices).subtracting(speaking).subtracting(silent).map { registry.ids[$0] }
        #expect(mute.isEmpty || mute == ["attributes"] && request.attributes.isEmpty, "\(mute)")
      }
    }
  }

  @Test func `want of history or of a directory is the log's, not the request's to bring about`() {
    var sightings = Sightings()
    for context in RequestSamples.contexts(for: registry) {
      var seen: [[Int: Abstention]] = []
      for request in RequestSamples.all {
        registry.observe(request, in: context, into: &sightings)
        seen.append(Dictionary(uniqueKeysWithValues: sightings.abstentions.map { ($0.detector, $0.reason) }))
      }
      for l in registry.ids.indices {
        let reasons = seen.map { $0[l] }
        // Where some request has the text and the account that a look needs, the rest depends on the past alone.
        let able = reasons.filter { $0 != .noText && $0 != .notThisKind }
        #expect(Set(able).count <= 1, "\(registry.ids[l])")
      }
    }
  }

  @Test func `looking twice sees the same`() {
    var first = Sightings()
    var second = Sightings()
    for context in RequestSamples.contexts(for: registry) {
      for request in RequestSamples.all {
        registry.observe(request, in: context, into: &first)
        registry.observe(request, in: context, into: &second)
        #expect(first.observations.map(\.value) == second.observations.map(\.value))
        #expect(first.observations.map(\.forger) == second.observations.map(\.forger))
        #expect(first.ratios.map(\.ratio) == second.ratios.map(\.ratio))
      }
    }
  }

  @Test func `every look has words for what it saw, even of nothing`() {
    for context in RequestSamples.contexts(for: registry) {
      for request in [RequestSamples.bare(), RequestSamples.hostile(), RequestSamples.hostile(.fax, sign: -1)] {
        for detector in registry.detectors {
          let text = detector.describe(request, in: context)
          #expect(!text.isEmpty && !text.hasSuffix("."))
        }
      }
    }
  }

  @Test func `another habit's prior moves only what it says of that habit`() {
    var model = ForgerModel.documented
    model.looks["session_device"]?.values["new"] = [0.1, 0.9, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]
    var sightings = Sightings()
    let request = RequestSamples.hostile()
    let changed = Registry(model: model)
    changed.observe(request, in: RequestSamples.contexts(for: registry)[0], into: &sightings)
    let seen = sightings.observations.first { registry.ids[$0.detector] == "session_device" }
    #expect(seen?.forger[1] == 0.9 && seen?.forger[0] == 0.1)
  }
}
