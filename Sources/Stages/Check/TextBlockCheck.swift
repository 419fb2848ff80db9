import Tabular
import Warehouse

/// Whether every version has its texts, and the blocks are whole.
struct TextBlockCheck {
  private let db: Database
  private let layout: FactLayout
  private var table: String { "\(layout.table.name)_text" }

  init(_ db: Database, _ layout: FactLayout) {
    self.db = db
    self.layout = layout
  }

  func run(_ found: inout Discrepancies) throws {
    let blocks = try BulkStatement(db, "SELECT first, file, rows, columns, size, data FROM \(table) ORDER BY first")
    var versions = try VersionCursor(db, layout)
    while try blocks.step() {
      let (first, file, rows) = (blocks.integer(0), blocks.integer(1), blocks.integer(2))
      try skip(&versions, to: first, &found)
      var covered = 0
      try versions.skip(to: first + max(rows, 0)) { version in
        covered += 1
        found.compare(.text, table, "id=\(version.id) 的文件", stored: file, counted: version.file)
      }
      found.compare(.text, table, "first=\(first) 的行数", stored: rows, counted: covered)
      let columns = blocks.text(3).split(separator: ",")
      let size = blocks.integer(4)
      blocks.withBytes(5) { data in
        guard let bytes = TextBlock.unpacked(data, size: size) else {
          found.add(.text, table, "first=\(first)", stored: "解不开", counted: "解开为 \(size) 字节")
          return
        }
        if let problem = TextBlockCheck.problem(bytes, texts: max(rows, 0) * columns.count) {
          found.add(.text, table, "first=\(first)", stored: problem, counted: "\(rows) 行 \(columns.count) 列文字")
        }
      }
    }
    try skip(&versions, to: .max, &found)
  }

  private func skip(_ versions: inout VersionCursor, to id: Int, _ found: inout Discrepancies) throws {
    try versions.skip(to: id) {
      found.add(.text, table, "id=\($0.id)", stored: "没有文字", counted: $0.isCurrent ? "现行版本" : "历史版本")
    }
  }

  /// What is wrong with the lengths or the bytes of a block; nil where all is well.
  private static func problem(_ block: [UInt8], texts: Int) -> String? {
    guard block.count >= texts * 4 else { return "放不下各段文字的长度" }
    return block.withUnsafeBytes { data in
      let bytes = UnsafeRawBufferPointer(rebasing: data[(texts * 4)...]).bindMemory(to: UInt8.self)
      var end = 0
      for index in 0..<texts {
        let length = Int(UInt32(littleEndian: data.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)))
        guard length <= bytes.count - end else { return "第 \(index + 1) 段文字的长度 \(length) 超出剩下的 \(bytes.count - end)" }
        end += length
        // A text does not begin within a character.
        if end < bytes.count, bytes[end] & 0xC0 == 0x80 { return "第 \(index + 1) 段文字的结尾切断了一个字" }
      }
      guard end == bytes.count else { return "文字共 \(bytes.count) 字节, 长度合计却是 \(end)" }
      return TextEncoding.utf8.isValid(bytes) ? nil : "不是 UTF-8 文字"
    }
  }
}
