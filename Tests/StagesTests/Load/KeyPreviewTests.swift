import Domain
import TestSupport
import Testing
import Warehouse

@testable import Stages

@Suite struct KeyPreviewTests {
  private func conformer(_ text: String) throws -> FileConformer {
    let folder = try TestFolder()
    return try FileConformer(
      path: try folder.write(Array(text.utf8)), bytes: text.utf8.count, name: "export.csv", source: .postings,
      book: TestBook.book, pseudonym: Conformed.pseudonym, today: Conformed.today, workers: 2, prepares: false)
  }

  private func rows(_ ids: [Int], _ openings: Int, updated day: Int) -> String {
    PostingRow.file(
      ids.map { id in
        var row = PostingRow(["更新时间": "2026-07-\(10 + day) 08:00:00"])
        (row.id, row.openings) = ("\(id)", "\(openings)")
        return row
      })
  }

  private func dump(_ warehouse: TestWarehouse) throws -> [[Int?]] {
    try warehouse.integers("SELECT id, key, openings, file FROM postings ORDER BY id")
      + warehouse.integers("SELECT id, key, openings, file FROM postings_history ORDER BY id")
  }

  /// New rows, updates, repetitions and late versions: with the preview all is as without.
  @Test(arguments: 0..<8) func aPreviewChangesNothing(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let night = (0..<4).map { _ in
      let ids = (0..<60).map { _ in Int.random(in: 0..<600, using: &generator) }
      return rows(ids, Int.random(in: 1...3, using: &generator), updated: Int.random(in: 0...4, using: &generator))
    }
    var (with, without) = (try TestWarehouse(), try TestWarehouse())
    try with.take(rows(Array(0..<500), 2, updated: 2))
    try without.take(rows(Array(0..<500), 2, updated: 2))
    for text in night {
      let keys = try KeyPreview.keys(of: conformer(text), versions: 500) {}
      let outcome = try with.take(text, keys: keys).outcome
      #expect(try without.take(text).outcome == outcome)
    }
    #expect(try dump(with) == dump(without))
    #expect(try with.cubeDifferences() == [])
  }

  @Test func aPreviewPaysBesideManyVersions() throws {
    var warehouse = try TestWarehouse()
    func versions(_ bytes: Int) throws -> Int? {
      try warehouse.queue.read { try KeyPreview.versions($0, .postings, bytes: bytes) }
    }
    #expect(try versions(0) == nil)
    try warehouse.take(rows(Array(0..<500), 2, updated: 2))
    #expect(try versions(7999) == 500)
    #expect(try versions(8000) == nil)
    #expect(try versions(.max) == nil)
  }

  @Test func readingAheadCanBeInterrupted() throws {
    struct Signal: Error {}
    let conformer = try conformer(rows([1], 1, updated: 1))
    #expect(throws: Signal.self) { try KeyPreview.keys(of: conformer, versions: 1) { throw Signal() } }
  }
}
