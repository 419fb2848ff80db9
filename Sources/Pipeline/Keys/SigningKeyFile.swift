import Documents
import Domain
import Foundation

/// The files of the key pair that signs editions.
public enum SigningKeyFile {
  static let name = "signing.key"
  static let publicName = "signing.pub"

  /// Makes a pair in `folder`: `signing.key` of mode 0600, and `signing.pub`.
  ///
  /// - Returns: what to print.
  /// - Throws: `PipelineError` TF751 (exit 73) where there is one already; `FileFailure` as a `PipelineError`.
  public static func make(in folder: String) throws -> [String] {
    let (path, publicPath) = ("\(folder)/\(name)", "\(folder)/\(publicName)")
    for path in [path, publicPath] where FileTree.exists(path) {
      throw PipelineError(.existingKey, .cannotCreate, at: path, "已有签名密钥, 不会覆盖", remedy: "换一个文件夹, 或先把它移到别处保存")
    }
    do {
      let key = SigningKey()
      try DurableFolder.make(folder)
      try DurableFile.replace(path, with: Array("\(key.text)\n".utf8), mode: 0o600)
      try DurableFile.replace(publicPath, with: Array("\(try key.verifyingKey().text)\n".utf8))
    } catch {
      throw Failure.error(error, at: path)
    }
    return ["私钥 \(path): 不要给别人, 请另存备份", "公钥 \(publicPath): 公布给收公报的人"]
  }

  /// - Throws: `PipelineError` TF700 where it is none, TF616 where it is open to others.
  static func load(_ path: String) throws -> SigningKey {
    let text = try text(path)
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & 0o077 == 0 else {
      throw PipelineError(.openKeyFile, .config, at: path, "签名私钥可被他人读取", remedy: "chmod 600 \(path)")
    }
    guard let key = SigningKey(text) else {
      throw PipelineError(.notASigningKey, .config, at: path, "不是签名私钥", remedy: "用 talentflow key signing 生成的 \(name)")
    }
    return key
  }

  /// - Throws: `PipelineError` TF750 where it is none.
  static func loadPublic(_ path: String) throws -> VerifyingKey {
    guard let key = VerifyingKey(try text(path)) else {
      throw PipelineError(
        .notAPublicKey, .config, at: path, "不是公钥", remedy: "用 talentflow key signing 生成的 \(publicName)")
    }
    return key
  }

  private static func text(_ path: String) throws -> String {
    do { return String(decoding: try FileTree.bytes(of: path), as: UTF8.self) } catch {
      let failure = Failure.error(error, at: path)
      throw PipelineError(failure.code, .noInput, at: path, failure.message, remedy: "检查路径")
    }
  }
}
