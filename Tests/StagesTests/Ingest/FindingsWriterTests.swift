import Domain
import Foundation
import Tabular
import TestSupport
import Testing

@testable import Stages

@Suite struct FindingsWriterTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/r/\(name)")), as: UTF8.self)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/r").sorted()
  }

  private func batch() -> ConformedBatch {
    let finding = Finding(problem: Problem(.mainDate, "posted_on"), line: 3, column: 2, value: "=now()")
    var batch = ConformedBatch()
    batch.findings = [finding, Finding(problem: Problem(.pay, "pay"), line: 4, column: 0, value: "x")]
    batch.rejects = [RejectedRow(line: 3, original: Array("1;=now()".utf8), findings: [finding])]
    return batch
  }

  @Test func originalRowWithItsReasonsBehindIt() throws {
    let writer = try FindingsWriter(
      folder: "\(folder.path)/r", name: "p-1-a", headerLine: Array("编号;日期".utf8), header: ["编号", "日期"],
      dialect: Dialect(delimiter: UInt8(ascii: ";")))
    try writer.add(batch())
    try writer.seal()
    #expect(try names() == ["p-1-a.findings.csv.part", "p-1-a.rejects.csv.part"])
    #expect(try writer.publish() == "\(folder.path)/r/p-1-a.rejects.csv")
    #expect(try names() == ["p-1-a.findings.csv", "p-1-a.rejects.csv"])
    let lines = try text("p-1-a.rejects.csv").components(separatedBy: "\r\n")
    #expect(lines[0] == "编号;日期;退回_行号;退回_规则;退回_原因")
    #expect(lines[1].hasPrefix("1;=now();3;date.required;\"日期: 登记或发布日期无法识别"))
    #expect(try text("p-1-a.findings.csv").contains("3,2,日期,'=now(),退回,date.required,"))
    #expect(writer.findingCounts.map { "\($0.rule) \($0.rows)" } == ["date.required 1", "pay.unreadable 1"])
  }

  /// A quote that a row leaves open does not take the next rows along, whatever these hold.
  @Test func everyRowOfTheListStandsAlone() throws {
    let rows = ["1,\"甲,乙", "2,\"\"\"", "3,\"甲\"\",\"", "4,丙\",丁", "5,\"", "6,,\"\",", "7,\",\""]
    var batch = ConformedBatch()
    batch.rejects = rows.enumerated().map { index, row in
      let finding = Finding(problem: Problem(.rowQuote, ""), line: index + 2, column: 0, value: "")
      return RejectedRow(line: index + 2, original: Array(row.utf8), findings: [finding])
    }
    let writer = try FindingsWriter(
      folder: "\(folder.path)/r", name: "p-4-a", headerLine: Array("编号,名称".utf8), header: ["编号", "名称"],
      dialect: Dialect())
    try writer.add(batch)
    try writer.seal()
    let path = try #require(try writer.publish())
    let chunk = try #require(try ChunkReader(path: path, dialect: Dialect()).next())
    let seen = chunk.bytes.withUnsafeBufferPointer { bytes in
      chunk.records.dropFirst().map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
    }
    #expect(seen.count == rows.count)
    for (seen, row) in zip(seen, rows) { #expect(seen.hasPrefix("\(row),"), "\(seen)") }
  }

  @Test func nothingWrongLeavesNoFile() throws {
    let writer = try FindingsWriter(
      folder: "\(folder.path)/r", name: "p-2-a", headerLine: [], header: [], dialect: Dialect())
    try writer.seal()
    #expect(try writer.publish() == nil)
    #expect(try names() == [])
    let mode = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/r")[.posixPermissions] as? Int
    #expect(mode == 0o700)
  }

  @Test func abandonedFilesDisappear() throws {
    var writer: FindingsWriter? = try FindingsWriter(
      folder: "\(folder.path)/r", name: "p-3-a", headerLine: [], header: [], dialect: Dialect())
    try writer?.add(batch())
    #expect(try names().count == 2)
    writer = nil
    #expect(try names() == [])
  }

  /// A run that dies between the sealing and the publication: the ledger says which lists count.
  @Test func sealedFilesOfADeadRunAreSettled() throws {
    for name in ["p-4-a", "p-5-b"] {
      let writer = try FindingsWriter(
        folder: "\(folder.path)/r", name: name, headerLine: [], header: [], dialect: Dialect())
      try writer.add(batch())
      try writer.seal()
    }
    #expect(try names().count == 4)
    try FindingsWriter.settle("\(folder.path)/r", names: ["p-4-a"])
    #expect(try names() == ["p-4-a.findings.csv", "p-4-a.rejects.csv"])
    #expect(try text("p-4-a.rejects.csv").contains("1;=now()"))
    try FindingsWriter.settle("\(folder.path)/nowhere", names: [])
  }
}
