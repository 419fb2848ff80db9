import Domain
import Foundation
import Tabular

/// Tells rows that are no records: what a spreadsheet has below its rows and between them.
///
/// Nearly all rows are told by a look at the first bytes of their first cell.
struct RowNature: Sendable {
  /// Behind what region or kind of rows they are of, or alone.
  private static let totals = ["合计", "小计", "总计", "共计", "累计"]
  private static let totalsBefore = ["合计", "小计", "总计", "共计", "累计", "总数", "本页", "本表", "全市", "全区", "全县"]
  /// These begin no record, whatever follows.
  private static let signatures = ["填表人", "填报人", "填报单位", "填表单位", "填表日期", "填报日期", "制表", "审核人", "复核人", "经办人", "打印"]
  /// These begin none where a colon follows.
  private static let notes = [
    "备注", "注", "说明", "联系人", "联系电话", "负责人", "单位负责人", "数据来源", "导出时间", "导出日期", "统计人", "统计时间", "日期", "盖章", "单位",
    "报送单位", "报送人", "审核",
  ]

  /// What two bytes of a first character may be, as `slot` has it. Flat memory: an array would count its readers, a row
  /// each. Never written to after `init`.
  private nonisolated(unsafe) let begins: UnsafeMutableBufferPointer<Bool>
  /// Where the two bytes begin: the first of UTF-8 is nearly the same in all of Chinese.
  private let offset: Int
  /// The last two bytes of 计.
  private let last: (UInt8, UInt8)

  /// - Parameter encoding: of the cells as they are cut.
  init(encoding: TextEncoding) {
    begins = .allocate(capacity: RowNature.slots)
    begins.initialize(repeating: false)
    offset = encoding == .utf8 ? 1 : 0
    let words = RowNature.totals + RowNature.totalsBefore + RowNature.signatures + RowNature.notes + ["第", "共"]
    for word in words {
      let bytes = encoding.encoded(word)
      begins[RowNature.slot(bytes[offset], bytes[offset + 1])] = true
    }
    let end = encoding.encoded("计").suffix(2)
    last = (end[end.startIndex], end[end.startIndex + 1])
  }

  /// Ends its use.
  func deallocate() { begins.deallocate() }

  private static let slots = 1 << 12

  @inline(__always) private static func slot(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 0x3F) << 6 | Int(second & 0x3F)
  }

  /// False of most cells that begin a record.
  @inline(__always)
  func mayBegin(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count > 2 else { return cell.isEmpty }
    guard cell[0] >= 0x80 else { return false }
    return begins[RowNature.slot(cell[offset], cell[offset + 1])]
      || (cell[cell.count - 2] == last.0 && cell[cell.count - 1] == last.1)
  }

  /// What a row is, if it is no record.
  ///
  /// - Parameters:
  ///   - cells: those that are not empty, of which there is one.
  ///   - width: cells of the header.
  static func rule(_ cells: [String], width: Int) -> Rule? {
    let label = String(cells[0].unicodeScalars.filter { !$0.properties.isWhitespace })
    if isTotal(label), cells.dropFirst().allSatisfy(isNumber) { return .rowTotal }
    let isSparse = cells.count <= max(width / 2, 1)
    if isSparse && isSignature(label) { return .rowFooter }
    let isNote = notes.contains { label.hasPrefix("\($0):") || label.hasPrefix("\($0)：") }
    return isSparse && isNote || cells.count == 1 && isPageNumber(label) ? .rowFooter : nil
  }

  private static func isTotal(_ label: String) -> Bool {
    let plain = label.prefix { !":：(（".contains($0) }
    return totals.contains { plain.hasSuffix($0) }
      || totalsBefore.contains(String(plain))
        && totals.contains { label.contains($0) }
      || plain == "总数"
  }

  /// 张三 may stand behind the word, or in the next cell.
  private static func isSignature(_ label: String) -> Bool { signatures.contains { label.hasPrefix($0) } }

  /// 第1页, 共3页, 共350条记录.
  private static func isPageNumber(_ label: String) -> Bool {
    guard label.hasPrefix("第") || label.hasPrefix("共") else { return false }
    let rest = label.dropFirst().drop { $0.isASCII && $0.isNumber }
    return rest.count < label.count - 1 && ["页", "条", "人", "个", "行", "家"].contains { rest.hasPrefix($0) }
  }

  /// What may be shown of a row that is no record: up to the word behind which somebody signs.
  static func unsigned(_ row: String) -> String {
    let places = (signatures + notes.filter { $0.hasSuffix("人") }).compactMap { row.range(of: $0)?.upperBound }
    guard let end = places.min(), end < row.endIndex else { return row }
    return "\(row[..<end])…"
  }

  /// 350, 1,200.5, 35%, 350人, ¥3.2万元, =SUM(E3:E9).
  private static func isNumber(_ text: String) -> Bool {
    text.hasPrefix("=")
      || text.contains(where: \.isNumber) && text.allSatisfy { $0.isNumber || ".,%-+/ ，¥￥人个元名家户份次万千".contains($0) }
      || ["-", "—", "/"].contains(text)
  }
}
