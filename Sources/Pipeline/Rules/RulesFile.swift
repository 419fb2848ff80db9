import Declarations
import Domain
import Foundation

/// A file of the folder of rules that the pipeline cannot do without.
enum RulesFile {
  /// - Parameters:
  ///   - subject: what its rules are about, in Chinese, and why the pipeline needs them.
  ///   - alternative: what else to do than to put it there, in Chinese.
  /// - Throws: `PipelineError` TF506 where it is missing; those of `YAMLMap`.
  static func map(
    _ path: String, keys: [String], subject: String, alternative: String = ""
  ) throws -> YAMLMap {
    guard FileManager.default.fileExists(atPath: path) else {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      throw PipelineError(
        .missingRules, .noInput, at: path, "没有\(subject)", remedy: "把程序自带的 Pipelines/rules/\(name) 复制到这里\(alternative)")
    }
    return try YAMLMap(file: path, keys: keys)
  }
}
