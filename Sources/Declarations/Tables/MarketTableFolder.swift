import Domain
import Foundation

/// Reads the tables of a folder whose figures are computed in Swift.
public enum MarketTableFolder {
  /// In the order of their numbers.
  ///
  /// - Throws: as `MarketTableFile`; TF771 where two files declare one table.
  public static func read(_ files: TableFiles) throws -> [TableLayout] {
    var tables: [(layout: TableLayout, path: String)] = []
    for map in files.market {
      let layout = try MarketTableFile.read(map)
      if let other = tables.first(where: { $0.layout.id == layout.id }) {
        throw PipelineError(771, .config, at: map.path, "表 \(layout.id) 已由 \(other.path) 声明", remedy: "改用另一个表号")
      }
      tables.append((layout, map.path))
    }
    return tables.map(\.layout).sorted { $0.id.compare($1.id, options: .numeric) == .orderedAscending }
  }
}
