package import RequestModel

/// The names under which the engine keeps its state, and how their parts are told apart.
package enum StateKey {
  static let separator = "\u{1f}"
  package static let world = "world"
  package static func sender(_ agency: String, _ sender: String) -> String {
    "s" + separator + agency + separator + sender
  }
  package static func agency(_ agency: String) -> String { "a" + separator + agency }
  static func peers(_ country: String, _ type: String) -> String { "g" + separator + country + separator + type }
  /// The link keys that a night added.
  static func links(_ night: Int32) -> String { "k" + separator + String(night) }
  /// What a night noted of suspicious requests and campaigns.
  static func campaigns(_ night: Int32) -> String { campaignsPrefix + String(night) }
  /// Where earlier versions kept that.
  static func formerCampaigns(_ night: Int32) -> String { links(night) + separator + "c" }
  package static let campaignsPrefix = "c" + separator
  /// What all keys of links begin with.
  package static let linksPrefix = "k" + separator
  /// The same, by night.
  package static func links(of night: Night) -> String { links(night.day) }
  static func language(_ language: String) -> String { "l" + separator + language }
  /// What confirmed frauds have taught of forgers.
  package static let forgers = "f"
  /// What the looks at a genuine request come to.
  static let usual = "u"
}

/// Fetches the latest values of these keys from before the night in question; what is absent is new.
package typealias StateReader = (_ keys: [String]) throws -> [String: [UInt8]]
