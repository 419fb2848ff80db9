import Declarations
import Domain
import Foundation

/// Reads `rules/disclosure.yaml`.
enum DisclosureRulesFile {
  private static let keys = ["least_persons", "least_employers", "dominant_percent", "open"]

  /// Reasons for which a figure of a declared table may be shown whoever is behind it: it is public already.
  ///
  /// - Throws: `PipelineError` that names file, line and column of what is wrong.
  static func reasons(_ folder: String) throws -> Set<String> {
    let path = "\(folder)/disclosure.yaml"
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return Set(try YAMLMap(file: path, keys: keys).texts("open"))
  }

  /// - Throws: `PipelineError` that names file, line and column of what is wrong.
  static func read(_ folder: String) throws -> DisclosureRules {
    let map = try RulesFile.map("\(folder)/disclosure.yaml", keys: keys, subject: "披露控制的规则文件")
    let persons = try map.map("least_persons", keys: Audience.allCases.map(\.rawValue))
    func number(_ map: YAMLMap, _ key: String, _ range: ClosedRange<Int>) throws -> Int {
      guard let number = try map.optionalInteger(key, limit: range.upperBound), range.contains(number) else {
        throw map.bad(key, "\(key) 应为 \(range.lowerBound) 至 \(range.upperBound) 的整数", "改为这个范围内的数")
      }
      return number
    }
    return DisclosureRules(
      leastPersons: try Dictionary(
        uniqueKeysWithValues: Audience.allCases.map { ($0, try number(persons, $0.rawValue, 1...1000)) }),
      leastEmployers: try number(map, "least_employers", 1...100),
      dominantPercent: try number(map, "dominant_percent", 50...101), openReasons: Set(try map.texts("open")))
  }
}
