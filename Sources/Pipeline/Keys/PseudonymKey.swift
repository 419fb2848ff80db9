import Crypto
import Documents
import Domain
import Foundation
import Tabular
import Warehouse

/// The secret behind pseudonyms: from the environment variable `TALENTFLOW_KEY`, else from a file of mode 0600.
enum PseudonymKey {
  static let variable = "TALENTFLOW_KEY"
  /// Holds the mark of the key behind the pseudonyms of a warehouse.
  static let setting = "pseudonym-key"

  /// - Parameter mayCreate: false where the warehouse already holds pseudonyms of an older key.
  /// - Throws: `PipelineError` TF610 where the key is lost, TF616 open to others, TF617 too short; `FileFailure` where it cannot
  ///   be read or written.
  static func load(folder: String, mayCreate: Bool) throws -> Pseudonym {
    let path = path(in: folder)
    if let text = ProcessInfo.processInfo.environment[variable] { return try pseudonym(text, at: variable) }
    if FileTree.exists(path) {
      let bytes = try FileTree.bytes(of: path)
      let mode = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      guard (mode ?? 0) & 0o077 == 0 else { throw failure(.openKeyFile, path, "密钥文件可被他人读取", "chmod 600 \(path)") }
      return try pseudonym(String(decoding: bytes, as: UTF8.self), at: path)
    }
    guard mayCreate else {
      throw failure(.lostKey, path, "化名密钥不在了, 仓库中的化名无法延续", "从备份恢复该文件, 或设置 \(variable)")
    }
    return try make(path)
  }

  static func path(in folder: String) -> String { "\(folder)/pseudonym.key" }

  /// Makes a key in the file at `path`.
  static func make(_ path: String) throws -> Pseudonym {
    let key = SymmetricKey(size: .bits256).withUnsafeBytes { Hexadecimal.text($0) }
    // On the disk before the first pseudonym is: a lost key could not be made again.
    try DurableFile.replace(path, with: Array("\(key)\n".utf8), mode: 0o600)
    return try pseudonym(key, at: path)
  }

  /// The key in the file at `path`, whatever its mode.
  static func read(_ path: String) throws -> Pseudonym {
    try pseudonym(String(decoding: try FileTree.bytes(of: path), as: UTF8.self), at: path)
  }

  /// - Throws: `PipelineError` TF618 where the warehouse was filled with another key: one person would be two.
  static func check(_ pseudonym: Pseudonym, _ warehouse: Warehouse) throws {
    let known = try warehouse.queue.write { try Ledger.setting($0, setting, default: pseudonym.mark) }
    guard known == pseudonym.mark else {
      throw failure(.otherKey, warehouse.path, "化名密钥与仓库建立时的不同, 同一人会变成两人", "换回原来的密钥文件或 \(variable)")
    }
  }

  private static func pseudonym(_ text: String, at place: String) throws -> Pseudonym {
    let key = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard key.utf8.count >= 16 else { throw failure(.shortKey, place, "化名密钥短于 16 个字符", "换成更长的密钥") }
    return Pseudonym(key: Array(key.utf8))
  }

  private static func failure(
    _ code: ErrorCode, _ place: String, _ message: String, _ remedy: String
  ) -> PipelineError {
    PipelineError(code, .config, at: place, message, remedy: remedy)
  }
}
