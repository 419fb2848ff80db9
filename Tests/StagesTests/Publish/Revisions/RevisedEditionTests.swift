import Documents
import Domain
import TestSupport
import Testing

@testable import Stages

@Suite struct RevisedEditionTests {
  private let scratch: TestFolder
  private let root: String
  private let publisher: Publisher

  init() throws {
    scratch = try TestFolder()
    root = scratch.path + "/bulletin"
    publisher = try Publisher(templates: .shipped())
  }

  private func publish(_ demand: Double, _ standing: Standing, _ language: Language = .zh) throws -> PublishedEdition {
    try publisher.publish(FixtureBulletin.make(demand: demand), language: language, to: root, as: standing)
  }

  private func bytes(_ path: String) throws -> [UInt8] { try FileTree.bytes(of: "\(root)/\(path)") }

  @Test func aFrozenEditionStays() throws {
    #expect(try !publish(12_345, .frozen).isUnchanged)
    let sums = try bytes("2026Q3/SHA256SUMS")
    let same = try publish(12_345, .frozen)
    #expect(same.isUnchanged && same.differing == 0)
    let other = try publish(12_400, .frozen)
    #expect(other.isUnchanged && other.differing > 0)
    #expect(try bytes("2026Q3/SHA256SUMS") == sums)
  }

  @Test func eachRevisionTellsOfAllBeforeIt() throws {
    _ = try publish(12_345, .frozen)
    let second = try publish(12_400, .revised(.scheduled, note: "甲"))
    #expect(second.path == "\(root)/2026Q3-r2" && !second.isUnchanged)
    let third = try publish(12_500, .revised(.method, note: "乙"))
    #expect(third.path == "\(root)/2026Q3-r3")
    #expect(try publish(12_500, .revised(.error, note: "丙")).isUnchanged)
    // Even where the pipeline has lost its calendar.
    #expect(try publish(12_345, .working).isUnchanged)

    let provenance = try #require(Provenance(try bytes("2026Q3-r3/edition.json")))
    #expect(provenance.revision == 3 && provenance.revisions?.map(\.note) == ["甲", "乙"])
    let changes = RevisionTables.changes(try bytes("2026Q3-r3/tables/revisions.csv"))
    let own = changes.filter { $0.table == "T1" && $0.row == ["450600", "valid"] && $0.column == "demand" }
    #expect(
      own.map(\.step) == [2, 3] && own.map(\.before) == ["12345", "12400"] && own.map(\.after) == ["12400", "12500"])
    #expect(provenance.revisions?.map(\.cells) == [2, 3].map { step in changes.count { $0.step == step } })
    for name in ["2026Q3-r2", "2026Q3-r3"] {
      #expect(try EditionCheck(path: "\(root)/\(name)").problems == [])
      let page = String(decoding: try bytes("\(name)/tables.html"), as: UTF8.self)
      #expect(page.contains("12,400<sup class=\"revised\">r</sup>") == (name == "2026Q3-r2"))
    }
    let vintages = try #require(CSVText.rows(try bytes("2026Q3-r3/tables/vintages.csv")))
    #expect(Set(vintages.dropFirst().map { $0[3] }) == ["1", "2", "3"])
  }

  @Test func thereMustBeSomethingToRevise() throws {
    #expect(throws: PipelineError.self) { try publish(12_345, .revised(.error, note: "甲")) }
    _ = try publish(12_345, .frozen)
    #expect(throws: PipelineError.self) { try publish(12_400, .revised(.error, note: "甲"), .en) }
  }
}
