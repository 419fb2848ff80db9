import Domain
import Foundation

/// Reads all checks of a folder: `<family>/<id>.sql`.
public enum CheckFolder {
  /// - Returns: by id.
  /// - Throws: `PipelineError` TF500, TF501, TF713, TF723 with the place.
  public static func read(_ folder: String) throws -> [Check] {
    guard let walker = FileManager.default.enumerator(atPath: folder) else {
      throw PipelineError(.unreadableFile, .noInput, at: folder, "没有这个文件夹, 或无权读取", remedy: "检查路径")
    }
    let names = walker.compactMap { $0 as? String }.filter { $0.hasSuffix(".sql") }
    var checks: [String: Check] = [:]
    for name in names.sorted() {
      let check = try CheckFile.read("\(folder)/\(name)")
      if let other = checks.updateValue(check, forKey: check.id) {
        throw PipelineError(
          .declaredTwice, .config, at: "\(folder)/\(name):1:1", "编号 \(check.id) 已用于 \(other.select.path)",
          remedy: "换一个编号")
      }
    }
    return checks.values.sorted { $0.id < $1.id }
  }
}
