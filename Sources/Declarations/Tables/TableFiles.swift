import Domain
import Foundation

/// The tables of a folder, each file parsed once.
public struct TableFiles {
  /// Tables over datasets.
  private let plain: [YAMLMap]
  /// Tables whose figures are computed in Swift.
  private let market: [YAMLMap]

  /// - Throws: `PipelineError` TF500 where there is no such folder, those of `YAMLMap` for a file that is no YAML mapping,
  ///   TF713 where two files declare one table.
  public init(_ folder: String) throws {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw PipelineError(.unreadableFile, .noInput, at: folder, "没有这个文件夹, 或无权读取", remedy: "检查路径")
    }
    let maps = try names.sorted().filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map {
      try YAMLMap(file: "\(folder)/\($0)", keys: [])
    }
    var paths: [String: String] = [:]
    for map in maps {
      guard let id = try map.optionalText("table"), let other = paths.updateValue(map.path, forKey: id) else {
        continue
      }
      throw PipelineError(.declaredTwice, .config, at: map.path, "表 \(id) 已由 \(other) 声明", remedy: "改用另一个表号")
    }
    plain = maps.filter { !MarketTableFile.isOne($0) }
    market = maps.filter(MarketTableFile.isOne)
  }

  /// The tables over datasets, in the order of their numbers.
  ///
  /// - Throws: as `TableFile`.
  public func definitions(_ context: TableContext) throws -> [TableDefinition] {
    try plain.map { try TableFile.read($0, context) }.sorted { TableFiles.isInOrder($0.id, $1.id) }
  }

  /// The tables whose figures are computed in Swift, in the order of their numbers.
  ///
  /// - Throws: as `MarketTableFile`.
  public func layouts() throws -> [TableLayout] {
    try market.map(MarketTableFile.read).sorted { TableFiles.isInOrder($0.id, $1.id) }
  }

  private static func isInOrder(_ one: String, _ other: String) -> Bool {
    one.compare(other, options: .numeric) == .orderedAscending
  }
}
