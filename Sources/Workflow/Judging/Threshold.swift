import Storage

/// The threshold that `tune --apply` put in force, in bits of evidence.
enum Threshold {
  static let setting = "threshold_bits"

  static func inForce(_ store: Store, _ configuration: Configuration) throws(WorkflowError) -> Double? {
    let text = try StoreAccess.mapping(configuration.store) { () throws(StoreError) in try store.setting(setting) }
    return text.flatMap { Double($0) }
  }
}
