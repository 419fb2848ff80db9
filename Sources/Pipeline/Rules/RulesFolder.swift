import Declarations
import Domain
import Foundation

/// Reads `rules/bulletin.yaml`.
enum RulesFolder {
  /// - Parameter tables: those of the market.
  /// - Throws: `PipelineError` of the first mistake; TF772 where the folder has the forms of the tables too.
  static func read(_ folder: String, tables: [TableLayout]) throws -> BulletinRules {
    try refuseOldTables(folder)
    let path = "\(folder)/bulletin.yaml"
    let map = try RulesFile.map(path, keys: ["bands", "top", "titles", "tightness"], subject: "公报的规则文件")
    let bands = try map.list("bands").map { node in
      let band = try YAMLMap(node, path: path, keys: ["below", "zh", "en"])
      return BulletinRules.Band(below: try band.optionalNumber("below"), label: try label(band))
    }
    let limits = bands.map { $0.below ?? .infinity }
    guard limits.last == .infinity, zip(limits, limits.dropFirst()).allSatisfy(<) else {
      throw map.bad("bands", "bands 的 below 应由小到大, 且只有最后一条没有 below", "按由小到大重排")
    }
    return BulletinRules(
      bands: bands, topCount: try map.optionalInteger("top", limit: 100) ?? 10, tables: tables, coded: try coded(map),
      tightness: try tightness(map))
  }

  /// Figures that the first page compares with the periods before.
  private static let compared: [Indicator] = [.validOpenings, .validSeekers, .openingsPerSeeker, .gap, .fillRate]

  /// What changes of the main figures mean.
  private static func tightness(_ map: YAMLMap) throws -> [Indicator: BulletinRules.Tightness] {
    guard let all = try map.optionalMap("tightness", keys: compared.map(\.rawValue)) else { return [:] }
    var rules: [Indicator: BulletinRules.Tightness] = [:]
    for figure in compared where all.node(figure.rawValue) != nil {
      let own = try all.map(figure.rawValue, keys: ["tighter", "by"])
      let direction = try own.text("tighter")
      guard ["up", "down"].contains(direction) else {
        throw own.bad("tighter", "tighter \(direction) 无法识别", "写成 up (升则趋紧) 或 down (降则趋紧)")
      }
      let least = try own.required("by", try own.optionalNumber("by")) { $0 > 0 ? nil : "应大于 0" }
      rules[figure] = BulletinRules.Tightness(isTighterUp: direction == "up", least: least)
    }
    return rules
  }

  /// When figures rest on titles that are not surely read.
  private static func coded(_ map: YAMLMap) throws -> CodedLimits? {
    guard let own = try map.optionalMap("titles", keys: ["medium", "uncoded", "right"]) else { return nil }
    let right = try own.map("right", keys: ["high", "medium", "low"])
    return CodedLimits(
      medium: try percent(own, "medium"), uncoded: try percent(own, "uncoded"),
      right: [
        .high: try percent(right, "high"), .medium: try percent(right, "medium"), .low: try percent(right, "low"),
      ])
  }

  private static func percent(_ map: YAMLMap, _ key: String) throws -> Int {
    try map.required(key, try map.optionalInteger(key, limit: 100)) { _ in nil }
  }

  /// Where the forms of the tables were before each had a file of its own.
  private static func refuseOldTables(_ folder: String) throws {
    let old = "\(folder)/tables.yaml"
    guard FileManager.default.fileExists(atPath: old) else { return }
    throw PipelineError(
      .oldTableForms, .config, at: old, "各表的版式已移到 tables 文件夹, 一表一个文件, 这个文件不再使用",
      remedy: "把改动写进 tables/T1.yaml 等文件 (随程序提供, 见 Pipelines/tables/README.md), 然后删去这个文件")
  }

  private static func label(_ map: YAMLMap) throws -> Label { Label(zh: try map.text("zh"), en: try map.text("en")) }
}
