/// What ties a request to earlier ones of other agencies, as the looks at links confirm it.
package struct Ties: Sendable, Equatable {
  /// Short names of the agencies, ascending.
  package var agencies: [UInt32] = []
  /// Targets, and contacts new to the request's agency, that they showed.
  package var names: [UInt64] = []
  /// The lines new to the request's agency of a letter that they sent too; empty where the letter is no tie.
  package var lines: [UInt64] = []

  package init() {}

  package var isEmpty: Bool { agencies.isEmpty }

  /// Whether they hold a request of one of these agencies: it shows one of the names, or at least half the lines.
  package func hold(_ trace: SharedTrace) -> Bool { holdByName(trace) || holdByLetter(trace) }

  /// Whether a request of one of these agencies shows one of the names.
  package func holdByName(_ trace: SharedTrace) -> Bool {
    agencies.contains(trace.agency) && names.contains(where: trace.names.contains)
  }

  private func holdByLetter(_ trace: SharedTrace) -> Bool {
    agencies.contains(trace.agency) && !lines.isEmpty
      && lines.count(where: trace.lines.contains) * 2 >= lines.count
  }
}

extension Context {
  /// The ties to agencies that this one has never shared anything with, unsuspected; none where it shares with a partner.
  package var unrelatedTies: Ties {
    guard !links.ties.isEmpty, !isPartnered else { return Ties() }
    var ties = links.ties
    ties.agencies.removeAll { isPartner($0) }
    return ties
  }
}
