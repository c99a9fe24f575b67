import Baselines
package import RequestModel

/// What one night taught of one request, in 1/1024 of a request: to its sender, to its agency, to peers and the log.
///
/// The three differ where a sender or an agency sent more than it may pass on. Negative where it was taken back.
package struct TaughtShare: Hashable, Sendable {
  package var night: Night
  package var own: Int64
  package var shared: Int64
  package var common: Int64

  package init(night: Night, own: Int64 = 0, shared: Int64 = 0, common: Int64 = 0) {
    self.night = night
    self.own = own
    self.shared = shared
    self.common = common
  }

  /// What a request teaches that is a fraud with that probability: the rest of it.
  package static func grains(posterior: Double) -> Int64 { Int64(((1 - posterior) * Double(Profile.grain)).rounded()) }

  static func - (a: TaughtShare, b: TaughtShare) -> TaughtShare {
    TaughtShare(night: a.night, own: a.own - b.own, shared: a.shared - b.shared, common: a.common - b.common)
  }

  func faded(by factor: Double) -> TaughtShare {
    func part(_ grains: Int64) -> Int64 { Int64(Double(grains) * factor) }
    return TaughtShare(night: night, own: part(own), shared: part(shared), common: part(common))
  }
}

/// What a night taught of a request that its evidence alone does not say.
package struct RequestLesson: Hashable, Sendable {
  package var requestID: String
  package var share: TaughtShare

  package init(requestID: String, share: TaughtShare) {
    self.requestID = requestID
    self.share = share
  }
}
