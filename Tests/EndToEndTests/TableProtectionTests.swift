import Foundation
import TestSupport
import Testing

/// No table gets out without disclosure control, whatever its author forgets: the compiler refuses it.
@Suite struct TableProtectionTests {
  /// Where the modules of this build lie.
  private static let build = Program.talentflow.path.deletingLastPathComponent().path

  /// Module maps of the libraries in C that the modules name.
  private static let maps = [
    "\(build)/CRecordIndex.build/module.modulemap", "\(build)/CLZ4.build/module.modulemap",
    "\(build)/CSQLite.build/module.modulemap",
    "\(build)/../../checkouts/GRDB.swift/Sources/GRDBSQLite/module.modulemap",
    Repository.file("Sources/CZlib/module.modulemap"), Repository.file("Sources/CXLSXWriter/module.modulemap"),
  ]

  /// What the compiler says of a source that uses the publishing modules.
  private func check(_ body: String) throws -> Program.Result {
    let compiler = try #require(Tool.swift)
    let scratch = try TestFolder()
    let source = """
      import Domain
      import Stages
      import Tables

      \(body)
      """
    try scratch.write(source, "table.swift")
    let maps = TableProtectionTests.maps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
    return try compiler.run(
      ["-typecheck", "-I", "\(TableProtectionTests.build)/Modules"] + maps + [scratch.file("table.swift")])
  }

  private static let report = """
    RegionReport(
        code: "450600", name: Label(zh: "", en: ""), headline: nil, narrative: [], keyFigures: [], tables: [table], trend: [])
    """

  /// What protection made may be published.
  @Test func aProtectedTableCompiles() throws {
    let result = try check(
      """
      func publish(_ draft: DraftTable, _ decisions: LeafDecisions) -> RegionReport? {
        guard let table = ProtectedTable(draft, decisions) else { return nil }
        return \(TableProtectionTests.report)
      }
      """)
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test(arguments: ["DraftTable", "StatTable"]) func aTableWithoutProtectionDoesNot(type: String) throws {
    let result = try check(
      """
      func publish(_ table: \(type)) -> RegionReport {
        \(TableProtectionTests.report)
      }
      """)
    #expect(result.status != 0)
    #expect(result.errors.contains("cannot convert value of type '\(type)' to expected element type 'ProtectedTable'"))
  }

  /// Neither a table nor a single figure can be declared protected.
  @Test(arguments: [
    (
      "func pass(_ table: StatTable) -> ProtectedTable? { ProtectedTable(table: table, audience: .everybody) }",
      "cannot convert value of type 'StatTable' to expected argument type 'DraftTable'"
    ),
    (
      "func pass(_ cell: Cell) -> ProtectedCell { ProtectedCell(cell: cell, audience: .everybody) }",
      "cannot convert value of type 'Cell' to expected argument type 'DraftTable.DraftCell'"
    ),
    (
      "func pass() -> LeafDecisions { LeafDecisions(audience: .everybody, shown: [], hidden: []) }",
      "missing arguments for parameters 'deciding', 'for' in call"
    ),
    (
      "func pass(_ outlook: Outlook) -> ProtectedOutlook { ProtectedOutlook(outlook: outlook, audience: .everybody) }",
      "'ProtectedOutlook' initializer is inaccessible"
    ),
  ])
  func protectionHasOneWay(attempt: String, message: String) throws {
    let result = try check(attempt)
    #expect(result.status != 0 && result.errors.contains(message), "\(result.errors)")
  }
}
