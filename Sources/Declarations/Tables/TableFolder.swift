import Domain
import Foundation

/// Reads all tables over datasets of a folder.
public enum TableFolder {
  /// In the order of their names.
  ///
  /// - Throws: as `TableFile`; TF713 where two files declare one table.
  public static func read(_ files: TableFiles, _ context: TableContext) throws -> [TableDefinition] {
    var tables: [TableDefinition] = []
    for map in files.plain {
      let table = try TableFile.read(map, context)
      if let other = tables.first(where: { $0.id == table.id }) {
        throw PipelineError(713, .config, at: table.path, "表 \(table.id) 已由 \(other.path) 声明", remedy: "改用另一个表号")
      }
      tables.append(table)
    }
    return tables.sorted { $0.id.compare($1.id, options: .numeric) == .orderedAscending }
  }
}
