package import Statistics

/// Which requests are drawn by lot, to be verified whatever their score.
///
/// Desks verify what looks odd, so their labels say nothing of what did not. Each request is drawn by itself, with the same
/// chance, by a keyed hash of its id: nobody without the key can tell, or choose, whether he is drawn; a request once drawn
/// stays so, and the draw of a larger share holds that of a smaller one (Poisson sampling with permanent random numbers,
/// Ohlsson 1995). So nothing of it has to be stored.
package struct AuditLot: Sendable {
  /// The chance of every request.
  package let share: Double
  private let hash: SipHash
  private let limit: UInt64

  /// - Parameter share: from above 0 to 1.
  package init(share: Double, hash: SipHash) {
    precondition(share > 0 && share <= 1, "not a share")
    self.share = share
    self.hash = hash
    limit = share == 1 ? .max : UInt64(share * 0x1p64)
  }

  package func draws(_ requestID: String) -> Bool { hash.hash(requestID) <= limit }
}

/// What the requests drawn by lot say of those that no alert led to.
///
/// An alert leads to its whole campaign. Only whole nights count: those of which everything that was drawn has a label.
/// Within them the drawn ones that no alert led to are a random sample of all of these.
package struct AuditFindings: Hashable, Sendable {
  /// Nights of which all that was drawn is labelled, and those that are not there yet.
  package private(set) var nights = 0
  package private(set) var openNights = 0
  /// Of whole nights: all requests that no alert led to, those that were drawn, and those of them that were forged.
  package private(set) var quiet = 0
  package private(set) var drawn = 0
  package private(set) var forged = 0
  /// Of whole nights: requests that alerts led to and that are known to be forged.
  package private(set) var caught = 0

  package init() {}

  /// One request of a night: whether it was drawn, was an alert or stands in a campaign with one, and what is known of it.
  package struct Request: Hashable, Sendable {
    package var isDrawn: Bool
    package var isFound: Bool
    /// nil where nobody labelled it.
    package var isFraudulent: Bool?

    package init(isDrawn: Bool, isFound: Bool, isFraudulent: Bool?) {
      self.isDrawn = isDrawn
      self.isFound = isFound
      self.isFraudulent = isFraudulent
    }
  }

  /// Takes in all requests of one night.
  package mutating func add(_ night: [Request]) {
    guard night.allSatisfy({ !$0.isDrawn || $0.isFraudulent != nil }) else {
      openNights += 1
      return
    }
    nights += 1
    caught += night.count { $0.isFound && $0.isFraudulent == true }
    let calm = night.filter { !$0.isFound }
    quiet += calm.count
    drawn += calm.count { $0.isDrawn }
    forged += calm.count { $0.isDrawn && $0.isFraudulent == true }
  }

  /// The share of forged requests among those that no alert led to, with the exact interval; nil where none was drawn.
  package var missedShare: Estimate? {
    guard drawn > 0 else { return nil }
    let limits = exactBinomialInterval(successes: forged, trials: drawn)
    return Estimate(value: Double(forged) / Double(drawn), low: limits.lowerBound, high: limits.upperBound)
  }

  /// The forged requests among those that no alert led to.
  package var missed: Estimate? {
    missedShare.map {
      let all = Double(quiet)
      return Estimate(value: $0.value * all, low: $0.low * all, high: $0.high * all)
    }
  }

  /// The part of all forged requests that alerts led to; nil where they are not known to have led to any.
  package var recall: Estimate? {
    guard caught > 0, let missed else { return nil }
    func share(_ missed: Double) -> Double { Double(caught) / (Double(caught) + missed) }
    return Estimate(value: share(missed.value), low: share(missed.high), high: share(missed.low))
  }
}
