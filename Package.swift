// swift-tools-version: 6.1
import PackageDescription

// The README's two commands share one release build, so that its modules can be tested.
let testable: [SwiftSetting] = [.unsafeFlags(["-enable-testing"], .when(configuration: .release))]
// In the debug build, which is for small steps, a single suite may still load a hundred thousand rows; without
// optimisation of what touches every byte that takes ten times as long.
let hot: [SwiftSetting] = testable + [.unsafeFlags(["-O"], .when(configuration: .debug))]
// Small engines of many generic types: optimised across their files, too, they are twice as fast again.
let engine: [SwiftSetting] =
  testable + [.unsafeFlags(["-O", "-wmo", "-num-threads", "2"], .when(configuration: .debug))]
// Tests call what is optimised; to optimise themselves takes longer than it saves.
let plain: [SwiftSetting] = [.unsafeFlags(["-Onone"], .when(configuration: .release))]

let package = Package(
  name: "talentflow",
  platforms: [.macOS(.v14)],
  products: [
    .executable(name: "talentflow", targets: ["talentflow"]),
    .executable(name: "talentflow-sample", targets: ["talentflow-sample"]),
    .executable(name: "talentflow-bench", targets: ["talentflow-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The foundation: knows nothing of talent.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    // Looks at every byte, so it is optimised in every configuration.
    .target(name: "CRecordIndex", cSettings: [.unsafeFlags(["-O3"])]),
    .target(name: "CLZ4", cSettings: [.unsafeFlags(["-O3"])]),
    .target(name: "CSQLite"),
    .target(name: "Tabular", dependencies: ["CRecordIndex"], swiftSettings: hot),
    .target(
      name: "Documents",
      dependencies: ["CZlib", "CXLSXWriter", .product(name: "Crypto", package: "swift-crypto")], swiftSettings: hot),
    .target(name: "Forecasting", swiftSettings: engine),
    .target(name: "Disclosure", swiftSettings: engine),
    // What the figures mean, and where they are kept.
    .target(
      name: "Domain",
      dependencies: ["Tabular", .product(name: "Crypto", package: "swift-crypto")],
      resources: [.embedInCode("Findings/codes.csv")], swiftSettings: hot),
    .target(
      name: "Warehouse",
      dependencies: [
        "CLZ4", "CSQLite", "Tabular", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      resources: [
        .embedInCode("schema.sql"), .embedInCode("forecast.sql"), .embedInCode("shortage.sql"),
        .embedInCode("disclosure.sql"), .embedInCode("monitor.sql"), .embedInCode("cube_axis.sql"),
        .embedInCode("skipped.sql"),
        .embedInCode("vintages.sql"),
        .embedInCode("withdrawn.sql"),
        .embedInCode("proofs.sql"),
        .embedInCode("coded.sql"),
        .embedInCode("screen.sql"), .embedInCode("screened.sql"),
      ],
      swiftSettings: hot),
    // What is declared in YAML and SQL: datasets, tables, checks.
    .target(
      name: "Declarations", dependencies: ["Domain", .product(name: "Yams", package: "Yams")], swiftSettings: hot),
    // Computes declared tables and runs declared checks over any dataset.
    .target(
      name: "Tables",
      dependencies: ["Domain", "Warehouse", "Disclosure"], swiftSettings: hot),
    // One target, one folder a stage.
    .target(
      name: "Stages",
      dependencies: [
        "Tables", "Domain", "Warehouse", "Tabular", "Documents", "Forecasting", "Disclosure",
        .product(name: "Crypto", package: "swift-crypto"), .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: hot),
    .target(
      name: "Pipeline",
      dependencies: [
        "Stages", "Tables", "Declarations", "Domain", "Warehouse", "Tabular", "Documents", "Forecasting",
        .product(name: "Yams", package: "Yams"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: hot),
    .executableTarget(
      name: "talentflow",
      dependencies: [
        "Pipeline", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["OPERATIONS.md", "CODES.md"]),
    .executableTarget(
      name: "talentflow-sample",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")]),
    .executableTarget(
      name: "talentflow-bench",
      dependencies: ["Disclosure", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      exclude: ["README.md"],
      resources: [.embedInCode("Kit/kit-source.yaml"), .embedInCode("Kit/kit-pipeline.yaml")]),
    // What several test targets need: folders, seeded numbers, the shipped datasets.
    .target(
      name: "TestSupport", dependencies: ["Declarations", "Domain", "Tabular"], path: "Tests/TestSupport",
      swiftSettings: plain),
    .testTarget(
      name: "TabularTests", dependencies: ["TestSupport", "Tabular", "CRecordIndex", "CLZ4"], swiftSettings: plain),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents"], swiftSettings: plain),
    .testTarget(
      name: "ForecastingTests", dependencies: ["Forecasting"], resources: [.copy("Golden")],
      swiftSettings: plain),
    .testTarget(name: "DisclosureTests", dependencies: ["TestSupport", "Disclosure"], swiftSettings: plain),
    .testTarget(name: "DomainTests", dependencies: ["TestSupport", "Declarations", "Domain"], swiftSettings: plain),
    .testTarget(name: "WarehouseTests", dependencies: ["Warehouse"], swiftSettings: plain),
    .testTarget(
      name: "DeclarationsTests", dependencies: ["TestSupport", "Declarations", "Domain"], swiftSettings: plain),
    .testTarget(
      name: "TablesTests",
      dependencies: ["Tables", "Declarations", "Domain", "Warehouse", "Disclosure"],
      resources: [.copy("Drafts")],
      swiftSettings: plain),
    .testTarget(
      name: "StagesTests",
      dependencies: [
        "TestSupport",
        "Stages", "Tables", "Declarations", "Domain", "Warehouse", "Tabular", "Documents", "Forecasting", "Disclosure",
        "CZlib",
      ], swiftSettings: plain),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "TestSupport",
        "Pipeline", "Declarations", "Stages", "Domain", "Warehouse", "Tabular", "Documents",
      ], swiftSettings: plain),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "TestSupport",
        "talentflow", "talentflow-sample", "Documents", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      resources: [.copy("Fixtures"), .copy("Golden"), .copy("Scripts")], swiftSettings: plain),
  ]
)
