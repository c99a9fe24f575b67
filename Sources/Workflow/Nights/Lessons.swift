import Baselines
import Foundation
import RequestModel
import Scoring
import Statistics

/// How much a request taught when its night was closed.
enum Lessons {
  /// In grains: 1 − posterior, nothing while held.
  static func grains(evidence: Bits, isHeld: Bool) -> Int64 {
    isHeld ? 0 : Int64(((1 - probability(ofLog2Odds: evidence.value)) * Double(Profile.grain)).rounded())
  }
}
