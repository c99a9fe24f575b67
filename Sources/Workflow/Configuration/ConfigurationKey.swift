import Foundation
import RequestModel

/// One setting: its name in files and variables, what it means, and how its text becomes a value.
struct ConfigurationKey: Sendable {
  /// The name in `countersign.yaml`.
  let name: String
  /// What `init` writes above it.
  let documentation: String
  /// What a value must be, as an error names it.
  let expected: String
  let isPath: Bool
  /// Stores the value that the text stands for; false where it stands for none.
  let store: @Sendable (String, inout Configuration) -> Bool
  /// The text that stands for the value.
  let text: @Sendable (Configuration) -> String

  /// The environment variable that overrides the file.
  var variable: String { "COUNTERSIGN_" + name.uppercased() }

  typealias Place<Value> = any WritableKeyPath<Configuration, Value> & Sendable

  static func path(_ name: String, _ place: Place<String>, _ documentation: String) -> ConfigurationKey {
    ConfigurationKey(
      name: name, documentation: documentation, expected: "a path", isPath: true,
      store: { text, configuration in
        configuration[keyPath: place] = text
        return true
      }, text: { $0[keyPath: place] })
  }

  static func integer(
    _ name: String, _ place: Place<Int>, _ range: ClosedRange<Int>, _ documentation: String
  ) -> ConfigurationKey {
    ConfigurationKey(
      name: name, documentation: documentation,
      expected: "a whole number from \(range.lowerBound) to \(range.upperBound)", isPath: false,
      store: { text, configuration in
        guard let value = Int(text.filter { $0 != "_" }), range.contains(value) else { return false }
        configuration[keyPath: place] = value
        return true
      }, text: { String($0[keyPath: place]) })
  }

  static func flag(_ name: String, _ place: Place<Bool>, _ documentation: String) -> ConfigurationKey {
    ConfigurationKey(
      name: name, documentation: documentation, expected: "true or false", isPath: false,
      store: { text, configuration in
        guard let value = ["true": true, "yes": true, "false": false, "no": false][text.lowercased()] else {
          return false
        }
        configuration[keyPath: place] = value
        return true
      }, text: { $0[keyPath: place] ? "true" : "false" })
  }

  static func number(
    _ name: String, _ place: Place<Double>, _ range: ClosedRange<Double>, _ documentation: String
  ) -> ConfigurationKey {
    ConfigurationKey(
      name: name, documentation: documentation, expected: "a number from \(range.lowerBound) to \(range.upperBound)",
      isPath: false,
      store: { text, configuration in
        guard let value = Double(text), range.contains(value) else { return false }
        configuration[keyPath: place] = value
        return true
      }, text: { "\($0[keyPath: place])" })
  }

  static func date(_ name: String, _ place: Place<CivilDate>, _ documentation: String) -> ConfigurationKey {
    ConfigurationKey(
      name: name, documentation: documentation, expected: "a date written YYYY-MM-DD", isPath: false,
      store: { text, configuration in
        guard let value = CivilDate(text) else { return false }
        configuration[keyPath: place] = value
        return true
      }, text: { $0[keyPath: place].description })
  }

  static func timeZone(_ name: String, _ place: Place<String>, _ documentation: String) -> ConfigurationKey {
    ConfigurationKey(
      name: name, documentation: documentation, expected: "a time zone of the IANA data base, such as Europe/Rome",
      isPath: false,
      store: { text, configuration in
        guard TimeZone(identifier: text) != nil else { return false }
        configuration[keyPath: place] = text
        return true
      }, text: { $0[keyPath: place] })
  }

  static func choice<Value: RawRepresentable & CaseIterable & Sendable>(
    _ name: String, _ place: Place<Value>, _ documentation: String
  ) -> ConfigurationKey where Value.RawValue == String {
    ConfigurationKey(
      name: name, documentation: documentation,
      expected: "one of " + Value.allCases.map(\.rawValue).joined(separator: ", "), isPath: false,
      store: { text, configuration in
        guard let value = Value(rawValue: text) else { return false }
        configuration[keyPath: place] = value
        return true
      }, text: { $0[keyPath: place].rawValue })
  }
}
