extension Configuration {
  /// The commented file that `init` writes: every key, what it means, its value.
  ///
  /// Settings other than files stand commented out, so that a later version's better default reaches the workspace.
  package var template: String {
    var out = """
      # Countersign: what the runs of this workspace go by.
      #
      # Options beat COUNTERSIGN_* variables (COUNTERSIGN_ALERT_BUDGET=5), which beat this file, which beats the defaults.
      # A key that is commented out has the value shown.

      """
    for section in ConfigurationKey.sections {
      out += "\n# \(section.title)\n"
      for key in section.keys {
        out += "\n"
        for line in key.documentation.split(separator: "\n") { out += "# \(line)\n" }
        if !key.isPath { out += "# Must be \(key.expected).\n" }
        let value = key.text(self)
        let isDefault = value == key.text(Configuration())
        let isMainFile = ["store", "key_file", "reports"].contains(key.name)
        out += (isDefault && !isMainFile ? "# " : "") + "\(key.name): \(Self.quoted(value))\n"
      }
    }
    return out
  }

  /// A YAML scalar that reads back as `text`.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789./_-+".unicodeScalars.contains($0))
      } && text.first.map { $0 != "-" } ?? true
    return isPlain ? text : "\"" + text.flatMap { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" } + "\""
  }
}
