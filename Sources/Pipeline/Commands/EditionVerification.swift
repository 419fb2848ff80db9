import Documents
import Domain
import Stages

/// Checks an edition for the command line.
public enum EditionVerification {
  private static let mostProblems = 20

  /// - Parameter publicKey: file of the key that has to have signed it; nil: a signature is not looked at.
  /// - Returns: one line that says that all is well.
  /// - Throws: `PipelineError` TF660 (exit 65) with the first problems, TF661 where the folder is no edition, TF622 where it
  ///   cannot be read, TF750 for a wrong key.
  public static func line(_ path: String, publicKey: String?) throws -> String {
    let key = try publicKey.map(SigningKeyFile.loadPublic)
    // Before everything below a folder is read that is no edition.
    guard !FileTree.isFolder(path) || EditionCheck.isSealed(path) else {
      let editions = editions(in: path).joined(separator: "、")
      throw PipelineError(
        .notAnEdition, .data, at: path,
        "这个文件夹不是一期公报或一版目录: 缺少 SHA256SUMS" + (editions.isEmpty ? "" : "; 里面有 \(editions)"),
        remedy: "写到那一期的文件夹; 文件少了就重新取得这一期")
    }
    let check: EditionCheck
    do { check = try EditionCheck(path: path, key: key) } catch {
      let failure = Failure.error(error, at: path)
      throw PipelineError(failure.code, .noInput, at: path, failure.message, remedy: "检查路径")
    }
    let found = check.problems + check.missingNeighbours.map { "链接指向的另一期不在了: \($0)" }
    guard found.isEmpty else {
      let more = found.count - mostProblems
      let problems = found.prefix(mostProblems) + (more > 0 ? ["另有 \(more) 处"] : [])
      throw PipelineError(.unverified, .data, at: path, problems.joined(separator: "; "), remedy: "重新取得这一期, 或重新运行流程")
    }
    let signature =
      key != nil ? ", 签名有效" : check.isSigned ? "; 有签名, 没有核对 (要核对加 --public-key)" : ""
    return "\(path): 完好, 核对了 \(check.fileCount) 个文件\(signature)。"
  }

  /// The editions in a folder that is none itself: some go one folder too high.
  private static func editions(in path: String) -> [String] {
    ((try? FileTree.names(in: path)) ?? []).filter { EditionCheck.isSealed("\(path)/\($0)") }.sorted()
  }
}
