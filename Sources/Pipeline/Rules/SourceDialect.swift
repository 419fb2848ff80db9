import Declarations
import Domain
import Tabular

/// The keys of a source file that say how its exports are written.
enum SourceDialect {
  /// - Throws: `PipelineError` TF505 that names line and column of what is wrong.
  static func read(_ map: YAMLMap, into source: inout SourceSpec) throws {
    source.encoding = try encoding(map)
    if let text = try map.optionalText("delimiter") {
      (source.delimiter, source.delimiterNeedsBlank) = try delimiter(text, map)
    }
    if let text = try map.optionalText("quote") {
      guard ["\"", "'"].contains(text), let byte = text.utf8.first else {
        throw map.bad("quote", "引号只能是 \" 或 '", "写成 quote: \"'\"")
      }
      source.quote = byte
    }
    if let text = try map.optionalText("escape") {
      guard text.utf8.count == 1, let byte = text.utf8.first, isMark(byte), byte != source.delimiter,
        byte != source.quote ?? .doubleQuote
      else {
        throw map.bad("escape", "转义符应为一个英文符号, 不同于分隔符和引号", "写成 escape: '\\'; 引号写两遍的不用写 escape")
      }
      source.escape = byte
    }
    source.headerRow = try map.optionalInteger("header_row", limit: 1000)
    if source.headerRow == 0 { throw map.bad("header_row", "行号从 1 数起", "写成 header_row: 3") }
  }

  private static func encoding(_ map: YAMLMap) throws -> TextEncoding? {
    guard let name = try map.optionalText("encoding") else { return nil }
    // GB18030 holds all of GBK and GB2312.
    let other: [String: TextEncoding] = ["gbk": .gb18030, "gb2312": .gb18030, "utf8": .utf8]
    guard let encoding = TextEncoding(rawValue: name.lowercased()) ?? other[name.lowercased()] else {
      let names = TextEncoding.allCases.map(\.rawValue).joined(separator: " 或 ")
      throw map.bad("encoding", "不支持的编码 \(name)", "可用 \(names), 或删去此行自动识别")
    }
    return encoding
  }

  private static func delimiter(_ text: String, _ map: YAMLMap) throws -> (UInt8, needsBlank: Bool) {
    let bytes = Array(text.utf8)
    guard let byte = bytes.first, bytes.count == 1 || bytes.dropFirst().elementsEqual([0x20]),
      byte == 0x09 || isMark(byte), byte != .doubleQuote
    else {
      let hint = bytes.first == 0x20 ? "空格不能作分隔符: 文字里也有空格; 请重新导出为逗号或制表符分隔" : "写成 delimiter: \",\" 或 \"\\t\" 或 \", \""
      throw map.bad("delimiter", "分隔符应为一个 ASCII 字符 (符号或制表符), 后面可以带一个空格", hint)
    }
    return (byte, bytes.count == 2)
  }

  /// True of printing ASCII that is no letter, digit or blank.
  private static func isMark(_ byte: UInt8) -> Bool {
    let character = Character(Unicode.Scalar(byte))
    return (0x21...0x7E).contains(byte) && !character.isLetter && !character.isNumber
  }
}
