import Domain
import Foundation

/// The files of a folder of tables, each parsed once.
public struct TableFiles {
  /// Tables over datasets.
  let plain: [YAMLMap]
  /// Tables whose figures are computed in Swift.
  let market: [YAMLMap]

  /// - Throws: `PipelineError` TF500 where there is no such folder, TF501 and TF502 for a file that is no YAML mapping.
  public init(_ folder: String) throws {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw PipelineError(500, .noInput, at: folder, "没有这个文件夹, 或无权读取", remedy: "检查路径")
    }
    let maps = try names.sorted().filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map {
      try YAMLMap(file: "\(folder)/\($0)", keys: [])
    }
    plain = maps.filter { !MarketTableFile.isOne($0) }
    market = maps.filter(MarketTableFile.isOne)
  }
}
