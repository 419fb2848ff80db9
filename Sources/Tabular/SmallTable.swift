/// A whole delimited text with a header, read at once: code lists, texts, rules. Exports go through `ChunkReader`.
public struct SmallTable: Sendable {
  public struct Row: Sendable {
    /// Physical line, from 1.
    public let line: Int
    /// Places of the columns of each name, one dictionary for all rows of a table.
    fileprivate let places: [String: [Int]]
    fileprivate let fields: [String]

    /// The cell of `column`, of several columns of that name the first that is not empty; nil where there is none.
    public subscript(column: String) -> String? { self[Column(places: places[column] ?? [])] }

    /// The same of a column that was looked up once for thousands of rows.
    public subscript(column: Column) -> String? {
      column.places.first { !fields[$0].isEmpty }.map { fields[$0] }
    }
  }

  /// Where the columns of one name stand.
  public struct Column: Sendable {
    fileprivate let places: [Int]
  }

  public func column(_ name: String) -> Column {
    Column(places: header.indices.filter { header[$0] == name })
  }

  /// Why the text is no table.
  public struct Failure: Error, Equatable {
    public let line: Int
    /// In Chinese.
    public let message: String
  }

  public let header: [String]
  public let rows: [Row]

  public init(_ bytes: [UInt8]) throws(Failure) {
    var dialect: Dialect
    do { dialect = try DialectSniffer.sniff(bytes) } catch { throw Failure(line: 1, message: "不是文本表格") }
    let body = Array(bytes[dialect.byteOrderMark...])
    guard let text = body.withUnsafeBufferPointer({ dialect.encoding.decoded($0) }) else {
      throw Failure(line: 1, message: "含有 \(dialect.encoding.rawValue) 之外的字节")
    }
    // From here on the text is UTF-8: blanks and characters are to be told as such.
    dialect.encoding = .utf8
    let lines = try SmallTable.records(text, dialect)
    guard let first = lines.first else { throw Failure(line: 1, message: "没有表头") }
    header = first.fields
    let places = Dictionary(grouping: header.indices, by: { first.fields[$0] })
    var rows: [Row] = []
    for (line, fields) in lines.dropFirst() {
      guard fields.count == first.fields.count else {
        throw Failure(line: line, message: "有 \(fields.count) 列, 表头有 \(first.fields.count) 列")
      }
      rows.append(Row(line: line, places: places, fields: fields))
    }
    self.rows = rows
  }

  private static func records(
    _ text: [UInt8], _ dialect: Dialect
  ) throws(Failure) -> [(line: Int, fields: [String])] {
    var splitter = FieldSplitter(dialect: dialect)
    var lines: [(line: Int, fields: [String])] = []
    var broken: Int?
    text.withUnsafeBufferPointer { buffer in
      var ends = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 1024)
      defer { ends.deallocate() }
      var index = RecordIndex(dialect)
      for record in index.records(of: buffer, isLast: true, ends: &ends).records {
        if record.shape == .brokenQuote || record.shape == .tooLong {
          broken = record.line + 1
          break
        }
        splitter.split(buffer, record)
        let fields = splitter.fields.indices.map { index in
          splitter.withField(index, of: buffer) { String(decoding: $0, as: UTF8.self) }
        }
        lines.append((record.line + 1, fields))
      }
    }
    if let broken { throw Failure(line: broken, message: "引号未闭合") }
    return lines
  }
}
