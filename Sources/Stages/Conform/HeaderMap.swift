import Domain

/// Which column of a file each field of the contract stands in.
public struct HeaderMap: Sendable {
  /// Field name -> column, from 0.
  public let columns: [String: Int]
  public let header: [String]
  /// Header names that no field claims.
  public let unknown: [String]

  /// Maps the header by the source file's names, then the contract's aliases, then the canonical names.
  ///
  /// - Throws: `PipelineError` TF201 where a required field has no column, constant, default or derived key.
  public init(header: [String], source: SourceSpec, file: String) throws {
    let names = header.map(HeaderMap.normalized)
    var columns: [String: Int] = [:]
    for field in source.contract.fields {
      let wanted = (source.columns[field.name] ?? []) + field.aliases + [field.name]
      columns[field.name] = wanted.lazy.compactMap { names.firstIndex(of: HeaderMap.normalized($0)) }.first
    }
    let missing = source.contract.fields.filter { field in
      field.isRequired && columns[field.name] == nil && source.constants[field.name] == nil
        && source.defaults[field.name] == nil && !(field.kind == .key && !source.key.isEmpty)
    }
    guard missing.isEmpty else {
      let wanted = missing.map { "\($0.name) (\($0.aliases.joined(separator: "/")))" }.joined(separator: "、")
      throw PipelineError(
        201, .data, at: file, "表头缺少必需的列 \(wanted), 现有表头: \(header.joined(separator: "、"))",
        remedy: "在来源文件 \(source.id) 的 columns 中写明对应的表头")
    }
    self.columns = columns
    self.header = header
    let used = Set(columns.values)
    // A rejects file that was mended and returned still has the columns that say why.
    unknown = header.enumerated().filter {
      !used.contains($0.offset) && !$0.element.isEmpty && !$0.element.hasPrefix("退回_")
    }
    .map(\.element)
  }

  private static func normalized(_ name: String) -> String {
    TextFold.fold(name).lowercased().filter { !$0.isWhitespace && $0 != "*" }
  }
}
