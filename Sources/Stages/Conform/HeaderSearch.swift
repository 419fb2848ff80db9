import Domain
import Tabular

/// Where the header of an export stands: in the row that the source file names, else in that of the first rows, or those
/// two together, in which most names are known.
struct HeaderSearch {
  struct Found {
    var names: [String]
    /// As a list of rejects gets it, in the encoding of the file.
    var line: [UInt8]
    /// Physical line, from 1.
    var place: Int
    /// Numbers of its records: of the file, from 0.
    var records: ClosedRange<Int>
    /// Number of the first record that may be one of data: behind it there may be a row of units.
    var end: Int
    /// Fields of the contract that have a name in it.
    var known = 0
    /// Rows may lack empty cells at their ends.
    var takesShort = false
  }

  private struct Row {
    let record: RecordRange
    let bytes: ArraySlice<UInt8>
    /// Nil where it is not of the encoding, or is broken.
    let cells: [String]?
  }

  /// Rows, and cells of them, that are looked at.
  private static let rowLimit = 30
  private static let cellLimit = 20_000
  /// Rows that are looked at for how they end, and short ones that are no accident: half of a block of Excel's.
  private static let tailLimit = 2000
  private static let manyShort = 8
  /// Where fewer than one row in so many is short, that is no habit: what it lacks was lost.
  private static let shortShare = 20
  /// Columns of the widest spreadsheet.
  private static let widthLimit = 16_384

  private let source: SourceSpec
  private let dialect: Dialect
  private let name: String
  private let fields: [String: [String]]
  private let rows: [Row]
  private let body: [UInt8]
  private let isCut: Bool

  /// - Parameter name: of the export, in errors.
  init(_ sample: [UInt8], _ dialect: Dialect, _ source: SourceSpec, _ name: String) {
    (self.source, self.dialect, self.name) = (source, dialect, name)
    var fields: [String: [String]] = [:]
    for field in source.contract.fields {
      for name in HeaderMap.wanted(field, source) { fields[HeaderMap.normalized(name), default: []].append(field.name) }
    }
    self.fields = fields
    let body = Array(sample[dialect.byteOrderMark...])
    self.body = body
    isCut = sample.count >= DialectSniffer.sampleSize
    let count = max(source.headerRow ?? 0, HeaderSearch.rowLimit)
    let records = RecordScanner(dialect: dialect).first(
      count + 1, of: body, isCut: isCut)
    var rows: [Row] = []
    var cells = 0
    for record in records where cells < HeaderSearch.cellLimit {
      let row = Row(
        record: record, bytes: body[record.start..<record.end],
        cells: HeaderSearch.cells(body[record.start..<record.end], record.shape, dialect))
      rows.append(row)
      cells += row.cells?.count ?? 0
    }
    self.rows = rows
  }

  /// - Throws: `PipelineError` TF202, TF203 and TF211.
  func found() throws -> Found {
    guard !rows.isEmpty else {
      throw PipelineError(.noHeader, .data, at: name, "没有表头", remedy: "第一行应为列名")
    }
    var found = try stated() ?? likely()
    guard found.names.count <= HeaderSearch.widthLimit else {
      throw PipelineError(
        .tooManyColumns, .data, at: "\(name):\(found.place)",
        "表头有 \(found.names.count) 列, 多于电子表格的 \(HeaderSearch.widthLimit) 列",
        remedy: "分隔符或引号可能不对: 在来源文件 \(source.id) 中写明 delimiter、quote, 或重新导出")
    }
    let below = found.records.upperBound + 1
    found.takesShort = takesShort(found)
    if below < rows.count, let cells = rows[below].cells, HeaderUnits.areAll(cells) { found.end += 1 }
    return found
  }

  /// Programs that leave out empty cells at the ends of rows do so always, or (as Excel does) for many rows on end: a
  /// single short row among others that end with delimiters has lost one.
  private func takesShort(_ found: Found) -> Bool {
    // Reasons behind a short row of a returned list of rejects would be taken for its last cells.
    if found.names.last == RejectList.addedColumns.last { return false }
    let tails = RecordScanner(dialect: dialect).tails(HeaderSearch.tailLimit, of: body, isCut: isCut)
      .dropFirst(found.end)
    let short = tails.count { (1..<found.names.count).contains($0.fields) }
    let isHabit = short * HeaderSearch.shortShare >= tails.count
    return isHabit && (!tails.contains(where: \.isEmpty) || short >= HeaderSearch.manyShort)
  }

  /// The row that the source file names, but for a list of rejects: that begins with the header.
  private func stated() throws -> Found? {
    guard let wanted = source.headerRow, rows[0].cells?.last != RejectList.addedColumns.last else { return nil }
    guard let index = rows.firstIndex(where: { $0.record.line == wanted - 1 }) else {
      throw PipelineError(
        .noHeader, .data, at: "\(name):\(wanted)", "第 \(wanted) 行没有表头: 文件没有这一行, 或者它是空行",
        remedy: "改正来源文件 \(source.id) 的 header_row, 或删去它, 由程序找表头")
    }
    return try single(index)
  }

  private func likely() throws -> Found {
    let singles = rows.indices.prefix(HeaderSearch.rowLimit).compactMap { index in
      rows[index].cells.map { (index: index, known: known($0)) }
    }
    // The first of those of which most are known.
    let best = singles.max { ($0.known, $1.index) < ($1.known, $0.index) }
    var found = try single(best.map { $0.known > 1 ? $0.index : 0 } ?? 0)
    for lower in singles.dropFirst().map(\.index) {
      guard let upper = rows[lower - 1].cells, let own = rows[lower].cells, upper.count == own.count else { continue }
      let names = zip(upper, own).map { $1.isEmpty ? $0 : $1 }
      let count = known(names)
      guard count > max(found.known, 2) else { continue }
      found = Found(
        names: names, line: line(names), place: rows[lower - 1].record.line + 1, records: lower - 1...lower,
        end: lower + 1, known: count)
    }
    return found
  }

  private func single(_ index: Int) throws -> Found {
    let row = rows[index]
    guard row.record.shape != .brokenQuote, row.record.shape != .tooLong else {
      throw PipelineError(
        .noHeader, .data, at: "\(name):\(row.record.line + 1)", "表头读不出: 引号没有闭合或位置不对, 或超过 1 MB",
        remedy: "补上表头中的引号, 或在来源文件 \(source.id) 中写明 quote、header_row")
    }
    guard let cells = row.cells else {
      throw PipelineError(
        .headerEncoding, .data, at: "\(name):\(row.record.line + 1)", "表头不是 \(dialect.encoding.rawValue) 编码",
        remedy: "在来源文件中写明 encoding, 或用 WPS 另存为 UTF-8 CSV")
    }
    return Found(
      names: cells, line: Array(row.bytes), place: row.record.line + 1, records: index...index, end: index + 1,
      known: known(cells))
  }

  private func known(_ cells: [String]) -> Int {
    Set(cells.lazy.flatMap { fields[HeaderMap.normalized($0)] ?? [] }).count
  }

  /// A header of two rows as one.
  private func line(_ names: [String]) -> [UInt8] {
    let quote = Unicode.Scalar(dialect.quote)
    let cells = names.map { FieldQuoting.quoted($0, delimiter: Unicode.Scalar(dialect.delimiter), quote: quote) }
    return dialect.encoding.encoded(cells.joined(separator: dialect.separator))
  }

  private static func cells(
    _ bytes: ArraySlice<UInt8>, _ shape: RecordRange.Shape, _ dialect: Dialect
  ) -> [String]? {
    guard shape != .brokenQuote, shape != .tooLong else { return nil }
    guard let text = bytes.withUnsafeBufferPointer({ dialect.encoding.decoded($0) }) else { return nil }
    var utf8 = dialect
    utf8.encoding = .utf8
    var splitter = FieldSplitter(dialect: utf8)
    return text.withUnsafeBufferPointer { buffer in
      splitter.split(buffer, RecordRange(start: 0, end: buffer.count, line: 0, shape: shape))
      return splitter.fields.indices.map { index in
        splitter.withField(index, of: buffer) { String(decoding: $0, as: UTF8.self) }
      }
    }
  }
}
