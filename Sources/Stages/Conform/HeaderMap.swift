import Domain

/// Which column of a file each field of the contract stands in.
public struct HeaderMap: Sendable {
  /// Field name -> column, from 0.
  public let columns: [String: Int]
  public let header: [String]
  /// Columns with a name that no field claims.
  public let unknown: [Int]
  /// Physical line of the header, from 1.
  public let line: Int
  private let known: Set<String>
  /// Fields whose headers the source file names, none of which is there, with these names.
  public let absent: [(field: String, names: [String])]

  /// Maps the header by the source file's names, then the contract's aliases, then the canonical names.
  ///
  /// - Throws: `PipelineError` TF201 where a required field has no column, constant, default or derived key.
  ///
  /// - Parameter line: physical line of the header, from 1.
  public init(header: [String], source: SourceSpec, file: String, line: Int = 1) throws {
    let columns = HeaderMap.columns(header, source)
    let known = Set(source.contract.fields.flatMap { HeaderMap.wanted($0, source).map(HeaderMap.normalized) })
    let missing = source.contract.fields.filter { field in
      field.isRequired && columns[field.name] == nil && source.constants[field.name] == nil
        && source.defaults[field.name] == nil && field.fallbackText == nil
        && !(field.kind.text == .key && !source.key.isEmpty)
    }
    guard missing.isEmpty else {
      throw HeaderMap.refusal(missing, columns.isEmpty ? [] : header, source, file, header.count)
    }
    try HeaderMap.checkKey(source, columns, header, file)
    self.columns = columns
    self.known = known
    self.line = line
    absent = source.contract.fields.compactMap { field in
      guard columns[field.name] == nil, let names = source.columns[field.name] else { return nil }
      return (field.name, names)
    }
    self.header = header
    let used = Set(columns.values)
    // A rejects file that was mended and returned still has the columns that say why.
    unknown = header.enumerated().filter {
      !used.contains($0.offset) && !$0.element.isEmpty && !$0.element.hasPrefix("退回_")
    }
    .map(\.offset)
  }

  /// Field name -> column, from 0, of the fields that have a name in a header.
  public static func columns(_ header: [String], _ source: SourceSpec) -> [String: Int] {
    let places = Dictionary(header.enumerated().map { (normalized($1), $0) }) { first, _ in first }
    return source.contract.fields.reduce(into: [:]) { columns, field in
      columns[field.name] = wanted(field, source).lazy.compactMap { places[normalized($0)] }.first
    }
  }

  /// What a header may call a field.
  static func wanted(_ field: Field, _ source: SourceSpec) -> [String] {
    (source.columns[field.name] ?? []) + field.aliases + [field.name]
  }

  /// True of what a header may call any field.
  func isName(_ cell: String) -> Bool { known.contains(HeaderMap.normalized(cell)) }

  /// A key of fields that are not there would make one row of many.
  private static func checkKey(
    _ source: SourceSpec, _ columns: [String: Int], _ header: [String], _ file: String
  ) throws {
    let missing = source.key.filter { name in
      columns[name] == nil && source.constants[name] == nil && source.defaults[name] == nil
    }
    guard missing.isEmpty else {
      throw PipelineError(
        .missingKeyColumn, .data, at: file,
        "表头中没有 key 用到的 \(missing.joined(separator: "、")), 现有表头: \(HeaderMap.shown(header))",
        remedy: "在来源文件 \(source.id) 的 columns 中写明对应的表头, 或从 key 中去掉")
    }
  }

  public static func normalized(_ name: String) -> String {
    TextFold.fold(name).lowercased().filter { !$0.isWhitespace && $0 != "*" }
  }

  private static func refusal(
    _ missing: [Field], _ header: [String], _ source: SourceSpec, _ file: String, _ count: Int
  ) -> PipelineError {
    guard count > 1 else {
      return PipelineError(
        .missingColumn, .data, at: file, "表头只有一列" + (header.isEmpty ? "" : ": \(HeaderMap.shown(header))"),
        remedy: "分隔符可能不对, 检查来源文件 \(source.id) 的 delimiter")
    }
    let wanted = missing.map { "\($0.name) (\($0.aliases.prefix(3).joined(separator: "/")))" }.joined(separator: "、")
    var remedy = "在来源文件 \(source.id) 的 columns 中写明对应的表头"
    guard !header.isEmpty else {
      // The first row may be that of a person.
      return PipelineError(
        .missingColumn, .data, at: file, "表头缺少必需的列 \(wanted), \(count) 列中没有一列认得",
        remedy: "第一行不是列名的, 加上表头再导出; 是的, \(remedy)")
    }
    if missing.contains(where: { $0.kind.text == .key }) { remedy += "; 没有编号的导出可用 key: [字段, …] 合成" }
    if missing.contains(where: { $0.kind.text == .unit }) { remedy += "; 整个文件相同的可写在 constants 中" }
    return PipelineError(
      .missingColumn, .data, at: file, "表头缺少必需的列 \(wanted), 现有表头: \(HeaderMap.shown(header))", remedy: remedy)
  }

  /// A file without a header line has a person's row in its place.
  private static func shown(_ header: [String]) -> String {
    let names = header.prefix(40).map { Redaction.shown($0, limit: 20) }.joined(separator: "、")
    return header.count > 40 ? "\(names)… (共 \(header.count) 列)" : names
  }
}
