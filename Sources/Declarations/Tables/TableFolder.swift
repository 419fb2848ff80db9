import Domain
import Foundation

/// Reads all tables over datasets of a folder.
public enum TableFolder {
  /// In the order of their names.
  ///
  /// - Throws: as `TableFile`; TF713 where two files declare one table; TF500 where there is no such folder.
  public static func read(_ folder: String, _ context: TableContext) throws -> [TableDefinition] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw PipelineError(500, .noInput, at: folder, "没有这个文件夹, 或无权读取", remedy: "检查路径")
    }
    var tables: [TableDefinition] = []
    for name in names.sorted() where name.hasSuffix(".yaml") && !name.hasPrefix(".") {
      // Those of the market are of another reader.
      guard try !MarketTableFile.isOne("\(folder)/\(name)") else { continue }
      let table = try TableFile.read("\(folder)/\(name)", context)
      if let other = tables.first(where: { $0.id == table.id }) {
        throw PipelineError(713, .config, at: table.path, "表 \(table.id) 已由 \(other.path) 声明", remedy: "改用另一个表号")
      }
      tables.append(table)
    }
    return tables.sorted { $0.id.compare($1.id, options: .numeric) == .orderedAscending }
  }
}
