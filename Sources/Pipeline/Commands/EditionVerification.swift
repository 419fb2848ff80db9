import Domain
import Stages

/// Checks an edition for the command line.
public enum EditionVerification {
  /// - Parameter publicKey: file of the key that has to have signed it; nil: a signature is not looked at.
  /// - Returns: one line that says that all is well.
  /// - Throws: `PipelineError` TF660 (exit 65) with all problems; TF622 where it cannot be read, TF701 for a wrong key.
  public static func line(_ path: String, publicKey: String?) throws -> String {
    let key = try publicKey.map(SigningKeyFile.loadPublic)
    let check: EditionCheck
    do { check = try EditionCheck(path: path, key: key) } catch {
      let failure = Failure.error(error, at: path)
      throw PipelineError(failure.code, .noInput, at: path, failure.message, remedy: "检查路径")
    }
    guard check.problems.isEmpty else {
      throw PipelineError(
        660, .data, at: path, check.problems.joined(separator: "; "), remedy: "重新取得这一期, 或重新运行流程")
    }
    let signature =
      key != nil ? ", 签名有效" : check.isSigned ? "; 有签名, 没有核对 (要核对加 --public-key)" : ""
    return "\(path): 完好, 核对了 \(check.fileCount) 个文件\(signature)。"
  }
}
