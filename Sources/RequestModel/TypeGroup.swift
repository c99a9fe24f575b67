/// The kinds of request that are judged apart: what is normal in an emergency is not in a subpoena.
package enum TypeGroup: Int, Sendable {
  case emergency, process, preservation
  package init(_ type: RequestType) {
    switch type {
    case .emergency: self = .emergency
    case .preservation, .freeze: self = .preservation
    default: self = .process
    }
  }
}
