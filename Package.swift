// swift-tools-version: 6.2
import Foundation
import PackageDescription

// One list of settings for every target: a warning is an error, an existential says `any`, an import says who sees it.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // Overlapping access is found by the compiler, and by the debug builds that tests run; a release does not look again.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

// MARK: Outside packages

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

// MARK: Rooms

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func roomTests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

// Vocabulary and mathematics: nothing below them.
let vocabulary: [Target] = [
  room("Statistics"),
  room("RequestModel"),
  room("LinearAlgebra", ["CBLAS"]),
  room("Wording", ["RequestModel", "Statistics", "CStemmer"]),
]

// What Countersign exists for: baselines, evidence, scores.
let judgement: [Target] = [
  room("Baselines", ["RequestModel", "Statistics"]),
  room("Detection", ["Baselines", "RequestModel", "Statistics", "CConfusables"]),
  room("LinearModels", ["LinearAlgebra", "Statistics"]),
  room("Scoring", ["Baselines", "Detection", "LinearModels", "RequestModel", "Statistics"]),
]

// The way in, the way out, and what stands beside.
let surroundings: [Target] = [
  room("Ingestion", ["RequestModel", "Wording", "CSimdjson", "CZlib", "CZstd", "CPSL", crypto, yams]),
  room("Storage", ["RequestModel", grdb, grdbSQLite]),
  room("Reporting", ["RequestModel", "Scoring", "Statistics", crypto, mustache]),
  room("Tuning", ["LinearModels", "RequestModel", "Scoring", "Statistics"]),
  room("Simulation", ["RequestModel", "Statistics"]),
]

let program: [Target] = [
  room(
    "Workflow",
    [
      "Baselines", "Detection", "Ingestion", "LinearAlgebra", "LinearModels", "Reporting", "RequestModel", "Scoring",
      "Simulation",
      "Statistics", "Storage", "Tuning", "Wording", crypto, yams,
    ]),
  .executableTarget(
    name: "countersign", dependencies: ["Workflow", "RequestModel", argumentParser], swiftSettings: strict),
]

// A C library is a module map and a shim, nothing else.
let systemLibraries: [Target] = [
  .systemLibrary(name: "CBLAS"),
  .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
  .systemLibrary(name: "CZstd", pkgConfig: "libzstd"),
  .systemLibrary(name: "CStemmer"),
  .systemLibrary(name: "CPSL", pkgConfig: "libpsl"),
  // simdjson is C++ templates: the shim gives Swift a flat C face. Its headers crawl unoptimised, so debug builds use -O2 too.
  .target(
    name: "CSimdjson", cxxSettings: [.unsafeFlags(["-O2"])], linkerSettings: [.linkedLibrary("simdjson")]),
  // ICU renames its functions by version with macros that Swift cannot import.
  .target(name: "CConfusables", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
]

// MARK: Tests

let tests: [Target] = [
  roomTests("LinearAlgebraTests", ["LinearAlgebra", "Statistics"]),
  roomTests("LinearModelsTests", ["LinearAlgebra", "LinearModels", "Statistics"]),
  roomTests("TuningTests", ["LinearModels", "RequestModel", "Statistics", "Tuning"]),
  roomTests("IngestionTests", ["CZlib", "CZstd", "Ingestion", "RequestModel"]),
  roomTests("StatisticsTests", ["Statistics"]),
  roomTests("RequestModelTests", ["RequestModel"]),
  roomTests("WordingTests", ["RequestModel", "Wording"]),
  // These read the sources and run the built program.
  roomTests("ArchitectureTests", []),
  roomTests("CommandLineTests", ["Scoring"], exclude: ["Golden"]),
  roomTests(
    "WorkflowTests",
    ["Workflow", "Detection", "Ingestion", "LinearModels", "RequestModel", "Scoring", "Statistics", "Storage"]),
  roomTests("StorageTests", ["RequestModel", "Storage", grdb]),
  roomTests("BaselinesTests", ["Baselines", "RequestModel", "Statistics"]),
  roomTests("DetectionTests", ["Baselines", "Detection", "RequestModel", "Statistics"]),
  roomTests("ScoringTests", ["Baselines", "Detection", "RequestModel", "Scoring", "Statistics"]),
  roomTests(
    "ReportingTests", ["Detection", "Reporting", "RequestModel", "Scoring", "Statistics"], exclude: ["Golden"]),
  roomTests("SimulationTests", ["RequestModel", "Simulation", "Statistics"]),
]

// MARK: Benchmarks

// Targets of this package, since a package of their own could not see `package` declarations; off unless asked for.
let benchmarks: [Target] =
  ProcessInfo.processInfo.environment["COUNTERSIGN_BENCHMARKS"] == nil
  ? []
  : [
    .executableTarget(
      name: "LinearBenchmark", dependencies: ["LinearAlgebra", "LinearModels", "RequestModel", "Tuning"],
      path: "Benchmarks/LinearBenchmark", swiftSettings: strict),
    .executableTarget(
      name: "PipelineBenchmark",
      dependencies: [
        "Baselines", "Detection", "Ingestion", "RequestModel", "Scoring", "Simulation", "Statistics", "Storage",
        "Workflow", grdb,
      ], path: "Benchmarks/PipelineBenchmark", swiftSettings: strict),
  ]

let package = Package(
  name: "countersign",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "countersign", targets: ["countersign"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "3.12.3"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: vocabulary + judgement + surroundings + program + systemLibraries + tests + benchmarks,
  cxxLanguageStandard: .cxx17
)
