import Detection
import Foundation
import LinearModels
import Scoring
import Testing

@testable import Workflow

/// The reference model and its card belong together, and to this program; `make check-models` trains it anew.
@Suite struct ReferenceModelTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Models/reference")

  private func card() throws -> String {
    try String(contentsOf: Self.folder.appending(path: ModelCard.fileName), encoding: .utf8)
  }

  @Test func `the card states the digest of the model's very bytes`() throws {
    let bytes = try Data(contentsOf: Self.folder.appending(path: TrainedWeighting.fileName))
    let digest = Hexadecimal.text(Digesting.digest([Array(bytes)]))
    #expect(try card().contains("- \(ModelCard.ownDigest): \(digest)\n"), "Train it anew with `make models`.")
  }

  @Test func `the card states the digests of the data that the model states`() throws {
    let model = try LinearModel(reading: Data(contentsOf: Self.folder.appending(path: TrainedWeighting.fileName)))
    #expect(Set(model.dataDigests.keys) == ["log", "labels", "configuration"])
    for (role, digest) in model.dataDigests {
      #expect(try card().contains("- digest of the \(role): \(digest)\n"), "\(role)")
    }
    #expect(try card().contains("- labelled requests: **\(Self.grouped(model.labelledRequests))**"))
  }

  @Test func `every look of the program has its weights in the model`() throws {
    let weighting = try TrainedWeighting.read(folder: Self.folder.path, registry: Registry())
    #expect(weighting.calibration != nil)
    #expect(zip(weighting.discounts, weighting.reliefs).allSatisfy { $0 >= 0 && $1 >= 0 })
  }

  private static func grouped(_ count: Int) -> String {
    count < 1_000 ? "\(count)" : "\(count / 1_000)," + String(1_000 + count % 1_000).dropFirst()
  }
}
