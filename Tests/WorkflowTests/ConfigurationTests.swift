import Testing

@testable import Workflow

@Suite("The configuration")
struct ConfigurationTests {
  private func read(_ yaml: String, path: String = "/srv/ws/countersign.yaml") throws(ConfigurationError)
    -> Configuration
  {
    var configuration = Configuration()
    try configuration.read(yaml: yaml, path: path)
    return configuration
  }

  @Test("The file that init writes reads back as the defaults, paths resolved, and documents every key")
  func template() throws {
    let template = Configuration().template
    var expected = Configuration()
    for place in [\Configuration.store, \.keyFile, \.reports] {
      expected[keyPath: place] = "/srv/ws/" + expected[keyPath: place]
    }
    #expect(try read(template) == expected)
    let bare = template.split(separator: "\n").map { $0.hasPrefix("# ") ? String($0.dropFirst(2)) : String($0) }
    for key in ConfigurationKey.all {
      #expect(bare.contains { $0.hasPrefix(key.name + ": ") }, "\(key.name)")
      #expect(!key.documentation.isEmpty)
    }
  }

  @Test("Every key reads back the value that the template writes for it", arguments: ConfigurationKey.all.map(\.name))
  func everyKey(name: String) throws {
    let key = try #require(ConfigurationKey.byName[name])
    var configuration = Configuration()
    #expect(key.store(key.text(Configuration()), &configuration))
    #expect(configuration == Configuration())
    #expect(key.isPath || !key.store("certainly not", &configuration))
  }

  @Test("An unknown key is an error that names its line and the nearest key")
  func unknownKey() throws {
    #expect(
      throws: ConfigurationError.unknownKey(
        path: "/srv/ws/countersign.yaml", line: 2, key: "alert_bugdet", nearest: "alert_budget")
    ) { try read("store: a.sqlite\nalert_bugdet: 3\n") }
  }

  @Test(
    "A value out of range, of another kind, or nested is an error that names line and remedy",
    arguments: [
      "alert_budget: -1", "alert_budget: ten", "alert_floor_p: 1.5", "night_hour: 24", "time_zone: Rome",
      "earliest_date: 2001-02-29", "sender_display: loud", "alert_budget: [1]", "threads: {a: 1}",
    ])
  func badValue(line: String) throws {
    let error = try #require(throws: ConfigurationError.self) { try read("\n" + line) }
    guard case .badValue(_, 2, let key, _) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(line.hasPrefix(key))
  }

  @Test(
    "Both ends of a range are allowed",
    arguments: ["night_hour: 0", "night_hour: 23", "alert_floor_p: 0.0001", "alert_floor_p: 1", "alert_budget: 0"])
  func edges(line: String) throws { _ = try read(line) }

  @Test(
    "What is not YAML, has a key twice, or is no list of keys is malformed",
    arguments: ["a: [", "- a", "store: a\nstore: b"])
  func malformed(yaml: String) throws {
    let error = try #require(throws: ConfigurationError.self) { try read(yaml) }
    guard case .malformed = error else {
      Issue.record("\(error)")
      return
    }
  }

  @Test("An empty file, and a key left empty, mean the defaults", arguments: ["", "# nothing\n", "alert_budget:\n"])
  func empty(yaml: String) throws { #expect(try read(yaml) == Configuration()) }

  @Test("A path is relative to the folder of the file; an absolute or an empty one is not")
  func paths() throws {
    let configuration = try read("store: data/a.sqlite\nmapping: /etc/map.yaml\ncalendar: \"\"")
    #expect(configuration.store == "/srv/ws/data/a.sqlite")
    #expect(configuration.mapping == "/etc/map.yaml")
    #expect(configuration.calendar.isEmpty)
    #expect(try read("store: a.sqlite", path: "countersign.yaml").store == "a.sqlite")
  }

  @Test("Variables beat the file; an unknown one is an error, one of another program is not")
  func variables() throws {
    var configuration = try read("alert_budget: 3\nhold_days: 7")
    try configuration.read(environment: [
      "COUNTERSIGN_ALERT_BUDGET": "4", "ALERT_BUDGET": "5", "COUNTERSIGN_STORE": "x",
    ])
    #expect(configuration.alertBudget == 4)
    #expect(configuration.holdDays == 7)
    #expect(configuration.store == "x")
    #expect(throws: ConfigurationError.unknownVariable(name: "COUNTERSIGN_STOR", nearest: "COUNTERSIGN_STORE")) {
      try configuration.read(environment: ["COUNTERSIGN_STOR": "x"])
    }
    #expect(throws: ConfigurationError.self) { try configuration.read(environment: ["COUNTERSIGN_THREADS": "x"]) }
  }

  @Test("Options beat variables")
  func options() throws {
    var options = RunOptions()
    options.environment = ["COUNTERSIGN_STORE": "variable", "COUNTERSIGN_THREADS": "3", "COUNTERSIGN_CONFIG": ""]
    options.store = "option"
    let configuration = try options.configuration()
    #expect(configuration.store == "option")
    #expect(configuration.threads == 3)
  }

  @Test("A file that was asked for must be there; the usual one need not be")
  func missing() throws {
    #expect(throws: ConfigurationError.self) { try Configuration.load(path: "/nonexistent/c.yaml", environment: [:]) }
    #expect(throws: ConfigurationError.self) {
      try Configuration.load(path: nil, environment: ["COUNTERSIGN_CONFIG": "/nonexistent/c.yaml"])
    }
  }

  @Test(
    "The edit distance of hand-worked pairs",
    arguments: [("kitten", "sitting", 3), ("", "abc", 3), ("ab", "ba", 2), ("x", "x", 0)])
  func distance(a: String, b: String, expected: Int) {
    #expect(NearestName.distance(a, b) == expected)
    #expect(NearestName.distance(b, a) == expected)
  }
}
