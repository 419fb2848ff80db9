import Documents
import Domain
import Tabular

/// A spreadsheet in the form of Office Open XML (`.xlsx`): a ZIP file of XML parts.
final class Workbook: @unchecked Sendable {
  // All of it is set by `init` and read by the one thread that reads a sheet.
  private(set) var texts: [String] = []
  private(set) var formats: [NumberFormat] = []
  private(set) var isFrom1904 = false
  private let path: String
  private let limits: UnpackLimits
  private let members: [String: ZipIndex.Member]

  /// - Throws: `PipelineError` TF110 and TF118, `FileFailure`.
  init(_ path: String, limits: UnpackLimits) throws {
    (self.path, self.limits) = (path, limits)
    let index: ZipIndex
    do { index = try ZipIndex(of: path) } catch let failure as ZipIndex.Failure {
      throw Workbook.refusal(path, failure)
    }
    try limits.check(
      packed: index.members.reduce(0) { $0 + $1.packedSize }, unpacked: index.members.reduce(0) { $0 + $1.size },
      at: path)
    members = Dictionary(index.members.map { (MemberName.text($0.name), $0) }) { first, _ in first }
  }

  /// The text of a sheet as CSV.
  ///
  /// - Parameter name: nil: the first that is not hidden.
  func open(sheet name: String?) throws -> SheetStream {
    let list = WorkbookSheets()
    try parse("xl/workbook.xml", list)
    isFrom1904 = list.isFrom1904
    let relations = WorkbookRelations()
    try parse("xl/_rels/workbook.xml.rels", relations)
    let found = name.map { name in list.sheets.first { $0.name == name } } ?? list.sheets.first { !$0.isHidden }
    guard let found else {
      let names = list.sheets.prefix(20).map { Redaction.shown($0.name, limit: 30) }.joined(separator: "、")
      throw PipelineError(
        .unknownSheet, .data, at: path, "没有\(name.map { "名为 \($0) 的" } ?? "可见的")工作表, 有: \(names)",
        remedy: "在来源文件中写 sheet: 工作表的名称; 不写为第一张")
    }
    guard let target = relations.targets[found.id], members[target] != nil else {
      throw Workbook.refusal(path, nil)
    }
    if members["xl/sharedStrings.xml"] != nil {
      let part = WorkbookTexts(place: path)
      try parse("xl/sharedStrings.xml", part)
      texts = part.texts
    }
    if members["xl/styles.xml"] != nil {
      let part = WorkbookFormats()
      try parse("xl/styles.xml", part)
      formats = part.formats
    }
    return SheetStream { [self] handoff in
      try parse(target, SheetRows(self, place: "\(path)#\(Redaction.shown(found.name, limit: 30))") { handoff.put($0) })
    }
  }

  private func parse(_ name: String, _ part: WorkbookPart) throws {
    guard let member = members[name] else { throw Workbook.refusal(path, nil) }
    try part.parse(
      ZipMemberReader(member, of: path, place: "\(path)#\(MemberName.shown(member.name))", limits: limits), place: path)
  }

  private static func refusal(_ path: String, _ failure: ZipIndex.Failure?) -> PipelineError {
    // Office programs put a workbook with a password, and .xls, into the same kind of container.
    let start = (try? RandomAccessFile(path).bytes(at: 0, count: 4)) ?? []
    if start == [0xD0, 0xCF, 0x11, 0xE0] {
      return PipelineError(
        .excelFile, .data, at: path, "这是加了密码的表格, 或者是改了名的 Excel .xls 文件",
        remedy: "用 WPS 或 Excel 打开, 去掉密码, 另存为 .xlsx 或 CSV UTF-8")
    }
    if start.first.map({ $0 != UInt8(ascii: "P") }) ?? false {
      return PipelineError(
        .damagedWorkbook, .data, at: path, "文件名是 .xlsx, 内容却不是: 多半是 CSV 或网页改了名",
        remedy: "是 CSV 的, 把名称改成 .csv; 是网页的, 用 WPS 打开后另存为 .xlsx")
    }
    return PipelineError(
      .damagedWorkbook, .data, at: path, "不是完好的 .xlsx 表格, 或者没有传完", remedy: "用 WPS 或 Excel 打开后重新保存, 或另存为 CSV UTF-8")
  }
}
