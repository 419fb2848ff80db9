import Disclosure
import Domain
import Testing

@testable import Tables

@Suite struct ProtectedTableTests {
  private static let quarter = Period(unit: .quarter, ordinal: 2026 * 4 + 2)
  private func leaf(_ part: String) -> Leaf { Leaf(ProtectedTableTests.quarter, "450600", "x", part) }

  /// One row, a cell a part.
  private func draft(
    _ parts: [String], audience: Audience, role: StatRow.Role = .item, isLow: Bool = false
  ) -> DraftTable {
    DraftTable(
      id: "T", title: Label(zh: "表", en: "Table"),
      measures: parts.map { Measure(id: $0, label: Label(zh: $0, en: $0), unit: Label(zh: "", en: "")) },
      rows: [
        .init(
          key: "a", label: Label(zh: "甲", en: "A"), role: role,
          cells: parts.map { .init(.number(7, decimals: 0), [leaf($0)]) }, isLow: isLow)
      ], audience: audience, isLow: isLow)
  }

  private func decisions(for audience: Audience) throws -> LeafDecisions {
    var builder = CellSystemBuilder<Leaf>()
    try builder.add(leaf("small"), .init(value: 3, visibility: .publishable(cost: 1), protection: .init(width: 9)))
    try builder.add(leaf("large"), .init(value: 300, visibility: .publishable(cost: 1)))
    return try LeafDecisions(
      deciding: builder, names: [leaf("alias"): leaf("small")], zeros: [leaf("empty")], for: audience)
  }

  @Test func hiddenAndUnknownLeavesHideTheirFigures() throws {
    let parts = ["small", "large", "alias", "empty", "forgotten"]
    let table = try #require(ProtectedTable(draft(parts, audience: .everybody), decisions(for: .everybody)))
    let shown: Domain.Cell = .number(7, decimals: 0)
    #expect(table.table.rows[0].cells == [.suppressed, shown, .suppressed, shown, .suppressed])
  }

  /// A mark is made of the counts of its row, that of a table of its totals: it goes with what is hidden of them.
  @Test func aMarkGoesWithWhatItIsMadeOf() throws {
    func table(_ parts: [String], _ role: StatRow.Role) throws -> StatTable {
      let draft = draft(parts, audience: .everybody, role: role, isLow: true)
      return try #require(ProtectedTable(draft, decisions(for: .everybody))).table
    }
    #expect(try table(["large"], .item).rows[0].isLow && table(["large"], .total).isLow)
    #expect(try !table(["large", "small"], .item).rows[0].isLow && table(["large", "small"], .item).isLow)
    #expect(try !table(["large", "small"], .total).hasLow)
    // What is of no row is a part of it.
    #expect(try !table(["large", "small"], .none).isLow && !table(["small"], .unknown).isLow)
    // Other cells do not lose it.
    #expect(draft(["large"], audience: .everybody, isLow: true).mapCells { $2 }.rows[0].isLow)
    #expect(draft(["large"], audience: .everybody, isLow: true).mapCells { $2 }.isLow)
  }

  @Test func whatForgetsItsReadersStaysInTheBureau() throws {
    #expect(ProtectedTable(draft(["large"], audience: .bureau), try decisions(for: .everybody)) == nil)
    #expect(ProtectedTable(draft(["large"], audience: .bureau), try decisions(for: .bureau)) != nil)
  }
}
