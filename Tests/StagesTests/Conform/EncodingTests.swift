import Domain
import Tabular
import TestSupport
import Testing

@testable import Stages

@Suite struct EncodingTests {
  /// Rows with what differs between the encodings: blanks that are characters, quotes, commas, rare characters.
  private static let rows = (0..<40).map { index -> PostingRow in
    var row = PostingRow(["学历要求": ["本科", "　大专 ", "初中"][index % 3], "工作内容": "一,二\"三\"\n四　𠮷é\(index)　"])
    (row.id, row.title) = ("\(index)", index % 2 == 0 ? "　营销员　" : "翢采\u{00A0}")
    return row
  }

  @Test(arguments: [",", "|", "\t", ";"]) func bothEncodingsGiveTheSameRows(delimiter: Character) throws {
    let text = PostingRow.file(EncodingTests.rows)
    // `FieldQuoting` quoted for commas; the fields hold none of the other delimiters.
    let body = delimiter == "," ? text : EncodingTests.exchanged(text, delimiter)
    var source = SourceSpec.postings
    source.delimiter = delimiter.asciiValue
    let utf8 = try Conformed(Array(body.utf8), source)
    source.encoding = .gb18030
    let other = try Conformed(TextEncoding.gb18030.encoded(body), source)
    #expect(utf8.findings.isEmpty && other.findings.isEmpty)
    #expect(utf8.batches.reduce(0) { $0 + $1.rows } == 40)
    for (left, right) in zip(utf8.batches, other.batches) {
      #expect(left.integers == right.integers && left.text == right.text && left.textEnds == right.textEnds)
      #expect(left.keys == right.keys && left.contents == right.contents && left.lines == right.lines)
    }
  }

  /// Commas outside of quotes replaced.
  private static func exchanged(_ text: String, _ delimiter: Character) -> String {
    var isQuoted = false
    return String(
      text.map { character in
        if character == "\"" { isQuoted.toggle() }
        return character == "," && !isQuoted ? delimiter : character
      })
  }

  /// A cell of ideographic spaces is empty in both encodings: it does not fill a required field.
  @Test func blankCharactersFillNothing() throws {
    var row = PostingRow()
    row.id = "　　"
    for encoding in [TextEncoding.utf8, .gb18030] {
      var source = SourceSpec.postings
      source.encoding = encoding
      let file = try Conformed(encoding.encoded(PostingRow.file([row])), source)
      #expect(file.findings.map(\.problem.rule) == [.required], "\(encoding)")
    }
  }

  /// The bytes of 鍏ㄨ亴 in GB18030 are those of 全职 in UTF-8: a default is no such cell, whichever comes first.
  @Test func defaultsAreNotTakenForCellsOfTheSameBytes() throws {
    let source = SourceSpec(
      id: "test", title: "测试", contract: .postings, encoding: .gb18030, homeRegion: "450600",
      defaults: ["employment_type": "全职"])
    for cells in [["鍏ㄨ亴", ""], ["", "鍏ㄨ亴"]] {
      let rows = cells.enumerated().map { "\($0.offset),甲,乙,丙,1,2026-07-01,\($0.element)\n" }.joined()
      let text = "岗位编号,来源,单位名称,岗位名称,招聘人数,发布日期,用工形式\n" + rows
      let file = try Conformed(TextEncoding.gb18030.encoded(text), source)
      #expect(file.findings.map(\.problem.rule) == [.unknownCode])
      let known = cells.indices.map { file.integer("employment_type", row: $0) != nil }
      #expect(known == cells.map(\.isEmpty), "\(cells)")
    }
  }

  @Test func badBytesOfAnyColumnRejectTheRow() throws {
    var bytes = TextEncoding.gb18030.encoded("备注," + PostingRow.header)
    bytes += [0xFF, 0xFF] + TextEncoding.gb18030.encoded("," + PostingRow().line)
    bytes += TextEncoding.gb18030.encoded("好," + PostingRow().line)
    var source = SourceSpec.postings
    source.encoding = .gb18030
    let file = try Conformed(bytes, source)
    #expect(file.findings.map(\.problem.rule) == [.rowEncoding])
    #expect(file.batches.reduce(0) { $0 + $1.rows } == 1)
  }
}
