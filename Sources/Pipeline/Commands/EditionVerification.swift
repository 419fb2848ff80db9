import Domain
import Stages

/// Checks an edition for the command line.
public enum EditionVerification {
  /// - Returns: one line that says that all is well.
  /// - Throws: `PipelineError` TF660 (exit 65) with all problems; TF622 where it cannot be read.
  public static func line(_ path: String) throws -> String {
    let check: EditionCheck
    do { check = try EditionCheck(path: path) } catch {
      let failure = Failure.error(error, at: path)
      throw PipelineError(failure.code, .noInput, at: path, failure.message, remedy: "检查路径")
    }
    guard check.problems.isEmpty else {
      throw PipelineError(
        660, .data, at: path, check.problems.joined(separator: "; "), remedy: "重新取得这一期, 或重新运行流程")
    }
    return "\(path): 完好, 核对了 \(check.fileCount) 个文件。"
  }
}
