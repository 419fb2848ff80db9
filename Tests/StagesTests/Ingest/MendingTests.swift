import Domain
import Foundation
import Tabular
import Testing
import Warehouse

@testable import Stages

/// A clerk mends the list of rejected rows, drops it back, and just those rows are taken.
@Suite struct MendingTests {
  private static let header = "岗位编号,来源,单位名称,岗位名称,招聘人数,发布日期,工作内容"
  /// What is wrong, and what the clerk makes of it.
  private static let faults = [("很多", "4"), ("2026-02-30", "2026-07-30"), ("「缺」", ""), ("\"乱开", "补好")]

  private static let rows = [
    "1,甲,单位,岗位一,2,2026-07-01,", "2,甲,单位,岗位二,很多,2026-07-01,", "3,甲,单位,岗位三,3,2026-02-30,说明",
    "4,甲,单位,岗位四,很多,2026-02-30,\"两\n行, 和\"\"引号\"\"\"", "5,甲,单位,岗位五,9,2026-07-05,\"两\n行\"", "6,甲,\"乱开,岗位六,6,2026-07-06,",
    "7,甲,单位,岗位七,「缺」,「缺」7,2026-07-07,x", "8,甲,单位,很多岗位,很多,2026-07-08,x",
  ]

  /// A file in another dialect, `,` standing for its delimiter where it is not within quotes.
  private static func file(_ rows: [String], _ encoding: TextEncoding, _ delimiter: String, _ newline: String)
    -> [UInt8]
  {
    let lines = ([header] + rows).map { $0.replacing(",", with: delimiter) }
    return encoding.encoded(lines.joined(separator: newline) + newline)
  }

  /// `bytes` with all faults mended, by whoever edits text and knows nothing of CSV.
  private static func mended(_ bytes: [UInt8], _ encoding: TextEncoding, _ delimiter: String) -> [UInt8] {
    var data = Data(bytes)
    // A row with a column too many: the superfluous cell goes.
    let changes = [("「缺」\(delimiter)「缺」", "")] + faults + [("4岗位", "很多岗位")]
    for (fault, remedy) in changes {
      let (old, new) = (Data(encoding.encoded(fault)), Data(encoding.encoded(remedy)))
      var place = data.startIndex
      while let range = data.range(of: old, in: place..<data.endIndex) {
        data.replaceSubrange(range, with: new)
        place = range.lowerBound + new.count
      }
    }
    return [UInt8](data)
  }

  private func facts(_ warehouse: LedgeredWarehouse) throws -> [String] {
    try warehouse.queue.read { db in
      try Row.fetchAll(db, sql: "SELECT content, key, openings, posted_on FROM postings ORDER BY key").map { "\($0)" }
    }
  }

  @Test(arguments: TextEncoding.allCases, [",", ";", "\t"])
  func mendedRowsGoBackInAndNoOthers(encoding: TextEncoding, delimiter: String) throws {
    for newline in ["\n", "\r\n"] {
      let bytes = MendingTests.file(MendingTests.rows, encoding, delimiter, newline)
      let warehouse = try LedgeredWarehouse()
      let first = try warehouse.take(bytes)
      #expect(first.entry.rows == 8 && first.entry.rejected == 6 && first.entry.accepted == 2)
      let list = [UInt8](try Data(contentsOf: URL(fileURLWithPath: first.rejects)))
      // As it is, it brings nothing.
      let again = try warehouse.take(list, "again")
      #expect(again.entry.rows == 6 && again.entry.rejected == 6)

      let second = try warehouse.take(MendingTests.mended(list, encoding, delimiter))
      #expect(second.entry.rows == 6 && second.entry.accepted == 6, "\(second.conformed.findings)")
      #expect(second.conformed.header.unknown == [] && second.conformed.dialect.encoding == encoding)
      // Just as if the file had been right from the start.
      let right = try LedgeredWarehouse()
      let all = try right.take(MendingTests.mended(bytes, encoding, delimiter))
      #expect(all.entry.accepted == 8)
      #expect(try facts(warehouse) == facts(right))
      #expect(try warehouse.check().found.shown == [])
    }
  }

  /// What is not mended at first is refused once more, and can be mended then.
  @Test(arguments: TextEncoding.allCases) func mendingTakesAsManyRoundsAsItNeeds(encoding: TextEncoding) throws {
    let warehouse = try LedgeredWarehouse()
    var list = MendingTests.file(MendingTests.rows, encoding, ",", "\n")
    var rejected: [Int] = []
    for (fault, remedy) in [("", "")] + MendingTests.faults.prefix(2) {
      if !fault.isEmpty {
        var data = Data(list)
        while let place = data.range(of: Data(encoding.encoded(",\(fault)"))) {
          data.replaceSubrange(place, with: encoding.encoded(",\(remedy)"))
        }
        list = [UInt8](data)
      }
      let taken = try warehouse.take(list)
      rejected.append(taken.entry.rejected)
      list = [UInt8](try Data(contentsOf: URL(fileURLWithPath: taken.rejects)))
    }
    #expect(rejected == [6, 4, 2])
    #expect(try warehouse.integer("SELECT count(*) FROM postings") == 6)
    #expect(try warehouse.check().found.shown == [])
  }

  /// Saved by WPS: another encoding, a mark in front, CRLF, the added columns deleted or kept.
  @Test(arguments: [true, false]) func aListSavedInAnotherForm(keepsReasons: Bool) throws {
    let warehouse = try LedgeredWarehouse()
    let first = try warehouse.take(MendingTests.file(["2,甲,单位,岗位二,很多,2026-07-01,x"], .gb18030, ";", "\n"))
    let list = try Data(contentsOf: URL(fileURLWithPath: first.rejects))
    let text = String(
      decoding: try #require([UInt8](list).withUnsafeBufferPointer { TextEncoding.gb18030.decoded($0) }), as: UTF8.self)
    let lines = text.replacing("很多", with: "4").split(separator: "\r\n").map { line in
      line.split(separator: ";", maxSplits: keepsReasons ? .max : 7, omittingEmptySubsequences: false)
        .prefix(keepsReasons ? .max : 7).joined(separator: ",")
    }
    let second = try warehouse.take(Array("\u{FEFF}\(lines.joined(separator: "\r\n"))\r\n".utf8))
    #expect(second.entry.rows == 1 && second.entry.accepted == 1, "\(second.conformed.findings)")
  }
}
