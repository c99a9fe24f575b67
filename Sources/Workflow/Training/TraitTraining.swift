import Detection
import LinearModels
import Scoring
import Statistics

/// Learns the traits of a model, after its weights: what labelled frauds have in common that the evidence does not say.
///
/// The offset is the evidence under the new weights, without the sender state, which is applied after.
struct TraitTraining: Sendable {
  /// So many unlabelled requests show what is ordinary; beyond them every second is taken, and so on.
  static let most = 6_000

  private let rows: [TrainingSample.Row]
  /// Rows that stand for the others, by place; labelled ones are all here.
  private let chosen: [Int]
  private let step: Double

  init(_ sample: TrainingSample) {
    rows = sample.rows
    let unlabelled = rows.count { !$0.isLabelled }
    var share: UInt64 = 1
    while unlabelled / Int(share) > TraitTraining.most { share *= 2 }
    step = Double(share)
    chosen = rows.indices.filter { [rows] i in
      rows[i].isLabelled || SipHash.fixed.hash(rows[i].request.requestID) >> 32 & (share - 1) == 0
    }
  }

  /// Adds the traits to what was learned, and takes what an ordinary request's come to off the base rate.
  ///
  /// - Parameters:
  ///   - places: those of the sample's rows that may be learned from; nil for all.
  ///   - evidence: log odds in bits of a request by what was learned.
  func added(
    to learned: ModelTraining.Learned, on places: [Int]? = nil,
    _ evidence: (ModelTraining.Learned, JudgedRequest) -> Double
  ) throws(LinearModelError) -> ModelTraining.Learned {
    let allowed = places.map(Set.init)
    var codes: [Trait: Int] = [:]
    var traits: [Trait] = []
    func code(_ trait: Trait) -> Int {
      if let code = codes[trait] { return code }
      codes[trait] = traits.count
      traits.append(trait)
      return traits.count - 1
    }
    let examples = chosen.filter { allowed?.contains($0) ?? true }.map { i in
      let row = rows[i]
      return TraitRegression.Row(
        traits: (row.request.trace?.traits ?? []).map(code), label: row.isFraudulent ? 1 : 0,
        weight: row.isLabelled ? row.weight : row.weight * step,
        offsetBits: evidence(learned, row.request) - (row.request.trace?.state ?? 0))
    }
    let outcome = try TraitRegression().fit(examples)
    var learned = learned
    learned.base -= outcome.ordinaryBits
    for (code, bits) in outcome.bits { learned.traits[traits[code]] = bits }
    return learned
  }
}
