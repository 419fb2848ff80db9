import Domain
import Foundation

/// Reads the tables of a folder whose figures are computed in Swift.
public enum MarketTableFolder {
  /// In the order of their numbers; none where there is no such folder.
  ///
  /// - Throws: as `MarketTableFile`; TF771 where two files declare one table.
  public static func read(_ folder: String) throws -> [TableLayout] {
    var tables: [(layout: TableLayout, path: String)] = []
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() where name.hasSuffix(".yaml") && !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      guard try MarketTableFile.isOne(path) else { continue }
      let layout = try MarketTableFile.read(path)
      if let other = tables.first(where: { $0.layout.id == layout.id }) {
        throw PipelineError(771, .config, at: path, "表 \(layout.id) 已由 \(other.path) 声明", remedy: "改用另一个表号")
      }
      tables.append((layout, path))
    }
    return tables.map(\.layout).sorted { $0.id.compare($1.id, options: .numeric) == .orderedAscending }
  }
}
