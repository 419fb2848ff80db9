import Disclosure
import Domain
import Tables
import Testing
import Warehouse

@testable import Stages

/// What proved the protection of a year's periods, for the next edition.
@Suite struct LeafProofsTests {
  private let march = Period(unit: .month, ordinal: 2026 * 12 + 2)
  private let quarter = Period(unit: .quarter, ordinal: 2026 * 4)

  private func builder(_ leaves: [Leaf]) throws -> CellSystemBuilder<Leaf> {
    var builder = CellSystemBuilder<Leaf>()
    for leaf in leaves { try builder.add(leaf, Disclosure.Cell(value: 5, visibility: .withheld)) }
    return builder
  }

  private func numbers(_ proofs: ProtectionProofs) -> [[[Int]]] {
    proofs.changes.map { $0.map { [$0.cell, $0.change] } }
  }

  @Test func theWarehouseKeepsThoseOfTheLastEdition() throws {
    let warehouse = try TestWarehouse()
    let system = try builder([Leaf(march, "450602", "seekers"), Leaf(quarter, "rest", "filled", "T13/1 x", vintage: 3)])
    func proofs(_ year: Int, _ changes: [[(cell: Int, change: Int)]]) -> DisclosedProofs {
      DisclosedProofs(ProtectionProofs(changes), year: year, in: system)
    }
    let (old, new) = (proofs(2026, [[(0, 1), (1, -1)], [(1, 4)]]), proofs(2026, [[(1, 12), (0, -7)]]))
    let other = proofs(2025, [[(0, 2)]])
    try warehouse.queue.write { try ProofStore.save([old, other], $0) }
    try warehouse.queue.write { try ProofStore.save([new], $0) }
    let kept = try warehouse.queue.read { db in try [2025, 2026, 2027].map { try ProofStore.proofs(db, year: $0) } }
    #expect(kept == [other, new, DisclosedProofs(year: 2027)])
  }

  /// Whatever somebody wrote there, nothing is trusted that could not be.
  @Test(arguments: ["'0:9223372036854775807 1:-9223372036854775808 99999999999999999999:1'", "X'ff00fe'", "''", "'x'"])
  func whatCannotBeAProofIsNone(_ changes: String) throws {
    let warehouse = try TestWarehouse()
    let system = try builder([Leaf(march, "450602", "seekers"), Leaf(quarter, "rest", "filled")])
    let kept = DisclosedProofs(ProtectionProofs([[(0, 1), (1, -1)]]), year: 2026, in: system)
    try warehouse.queue.write { db in
      try ProofStore.save([kept], db)
      try db.execute(sql: "UPDATE disclosed_proof SET changes = \(changes)")
    }
    let found = try warehouse.queue.read { try ProofStore.proofs($0, year: 2026) }
    #expect(found.proofs.joined().isEmpty)
  }

  /// The month was made, the quarter is made now: what was of their data goes by other vintages.
  @Test func countsAreFoundUnderTheVintagesOfNow() throws {
    let then = try builder([
      Leaf(march, "450602", "seekers"), Leaf(quarter, "450602", "seekers", vintage: 2),
      Leaf(quarter, "450602", "seekers", vintage: 1), Leaf(march, "450603", "seekers"),
    ])
    let kept = DisclosedProofs(
      ProtectionProofs([[(0, 1), (1, 2)], [(2, 3)], [(1, 1), (3, 1)]]), year: 2026, in: then)
    let now = try builder([
      Leaf(quarter, "450602", "seekers"), Leaf(quarter, "450602", "seekers", vintage: 1),
      Leaf(march, "450602", "seekers", vintage: 4),
    ])
    let found = kept.found(in: now) { $0 == march ? 4 : 2 }
    // The third has a count that is not there any more.
    #expect(numbers(found) == [[[0, 2], [2, 1]], [[1, 3]]])
    // Vintages that are not the last are others.
    #expect(numbers(kept.found(in: now) { _ in 9 }) == [[[1, 3]]])
    // Two of them would be one cell.
    let one = try builder([Leaf(quarter, "450602", "seekers")])
    let both = DisclosedProofs(ProtectionProofs([[(1, 1), (2, -1)]]), year: 2026, in: then)
    #expect(both.found(in: one) { _ in 2 }.changes.isEmpty)
  }
}
