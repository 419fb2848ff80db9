import Domain
import TestSupport
import Testing
import Warehouse

@testable import Stages

@Suite struct CodedFileTests {
  /// Given, coded, without a code and nothing stated add up to the accepted rows of each file, whatever it holds.
  @Test(arguments: 1...20) func thePartsAddUpToTheAcceptedRows(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let book = try TitledBook.book()
    var warehouse = try TestWarehouse()
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      let rows = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        var row = PostingRow(["职业": ["", "", "", "4-02-05-01", "营销员", "没有这个职业"].randomElement(using: &random)!])
        // The same number again is a duplicate, or a newer version.
        row.id = "\(Int.random(in: 0..<40, using: &random))"
        row.title = ["装卸", "急聘理货", "夜班装卸", "擎天柱", "急聘", "营销员", "装卸/营销员/理货"].randomElement(using: &random)!
        row.openings = ["2", "2", "2", "-1"].randomElement(using: &random)!
        row.cells["更新时间"] = "2026-07-0\(Int.random(in: 1...9, using: &random))"
        return row
      }
      try warehouse.take(PostingRow.file(rows), book: book)
      let persons = (0..<5).map { number in
        "\(number),\(["", "4-02-05-01", "装卸", "擎天柱"].randomElement(using: &random)!),450600,2026-07-02,甲\n"
      }
      try warehouse.take("求职编号,意向职业,常住区划,登记日期,登记机构\n" + persons.joined(), .seekers, book: book)
    }
    let (files, entries) = try warehouse.queue.read {
      (try QualityReport(db: $0, titles: [:]).codedFiles(), try Ledger.files($0))
    }
    #expect(files.map(\.id) == files.map(\.id).sorted(by: >))
    for file in files {
      let shares = file.shares
      #expect(file.accepted == entries.first { $0.id == file.id }?.accepted)
      #expect(shares.given + shares.coded + shares.uncoded + shares.silent == file.accepted, "\(file)")
    }
    // No file that needed a title is left out.
    let told = Set(files.map(\.id))
    let read = try warehouse.integers("SELECT DISTINCT file FROM file_coded WHERE basis > 0").compactMap { $0[0] }
    #expect(told == Set(read))
  }
}
