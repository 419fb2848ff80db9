import Foundation
import TestSupport
import Testing

/// The rules of the house hold in every source file.
@Suite struct HouseTests {
  /// What each target may import of the project's own.
  static let allowed: [String: Set<String>] = [
    "CZlib": [], "CXLSXWriter": [], "Tabular": [], "Documents": ["CZlib", "CXLSXWriter"], "Forecasting": [],
    "Disclosure": [],
    "Domain": ["Tabular"],
    "Warehouse": ["Tabular"],
    "Declarations": ["Domain"],
    "Tables": ["Domain", "Warehouse", "Disclosure"],
    "Stages": ["Tables", "Domain", "Warehouse", "Tabular", "Documents", "Forecasting", "Disclosure"],
    "Pipeline": [
      "Stages", "Tables", "Declarations", "Domain", "Warehouse", "Tabular", "Documents", "Forecasting",
    ],
    "talentflow": ["Pipeline"],
    "talentflow-sample": [], "talentflow-bench": ["Disclosure"],
  ]

  @Test func importsGoDownOnly() throws {
    let files = Repository.files("Sources", suffix: ".swift")
    #expect(files.count > 100)
    for file in files {
      let target = String(file.split(separator: "/")[1])
      let imports = try Repository.text(file).split(separator: "\n").compactMap { line -> String? in
        let words = line.split(separator: " ").drop { $0.hasPrefix("@") || $0 == "public" || $0 == "internal" }
        return words.first == "import" ? words.last.map(String.init) : nil
      }
      let permitted = try #require(HouseTests.allowed[target], "unknown target \(target)")
      for name in imports where HouseTests.allowed[name] != nil {
        #expect(permitted.contains(name), "\(file) imports \(name)")
      }
    }
  }

  /// Folders use each other in one direction, and SQLite stands behind the warehouse: see floors.py.
  @Test(.enabled(if: Tool.python != nil, "SKIPPED: python3 is not installed, so the floors are not drawn"))
  func floorsHold() throws {
    let python = try #require(Tool.python)
    let script = Repository.file("Tests/EndToEndTests/Scripts/floors.py")
    let drawn = try python.run([script, Repository.root])
    #expect(drawn.status == 0 && drawn.output.contains(" 0 circles"), "\(drawn.output)\(drawn.errors)")
    // It finds what it looks for.
    let scratch = try TestFolder()
    try scratch.write("import Foundation\nstruct Upper { let lower: Lower }\n", "Sources/One/Up/Upper.swift")
    try scratch.write("import GRDB\nstruct Lower { func f(_ upper: Upper) {} }\n", "Sources/One/Down/Lower.swift")
    let wrong = try python.run([script, scratch.path])
    #expect(wrong.status == 1 && wrong.output.contains("CIRCLE: One/Down <=> One/Up"), "\(wrong.output)")
    #expect(wrong.output.contains("1 circles of 2 folders; 1 files outside Warehouse import the database"))
  }

  @Test func filesAreShort() throws {
    let lengths = try Repository.files("Sources", suffix: ".swift").map { file in
      (file, try Repository.text(file).split(separator: "\n", omittingEmptySubsequences: false).count)
    }
    #expect(lengths.filter { $0.1 > 260 }.isEmpty, "\(lengths.filter { $0.1 > 260 })")
  }

  @Test func nothingUnfinished() throws {
    for file in Repository.files("Sources", suffix: ".swift") + Repository.files("Pipelines", suffix: "") {
      guard let text = try? Repository.text(file) else { continue }
      for word in ["TO" + "DO", "FIX" + "ME", "fatal" + "Error(", "try" + "!"] {
        #expect(!text.contains(word), "\(file): \(word)")
      }
    }
  }

  @Test func topLevel() throws {
    let known: Set = ["Package.swift", "Sources", "Tests", "Pipelines", "SampleData", "Reports", "README.md"]
    let found = try FileManager.default.contentsOfDirectory(atPath: Repository.root).filter { !$0.hasPrefix(".") }
    #expect(Set(found).subtracting(["Package.resolved"]) == known)
  }
}
