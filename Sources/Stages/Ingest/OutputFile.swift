import Documents
import Foundation

/// A file of mode 0600 written under a temporary name beside its final one, in three steps: written, sealed (on the
/// disk, still under the temporary name) and published. What is sealed outlives the process; whoever finds it can
/// tell by its name whether to publish it or to remove it.
final class OutputFile {
  /// Behind the final name while the file is not published.
  static let suffix = ".part"
  private let path: String
  private let file: NewFile
  private var isSealed = false

  init(_ path: String) throws {
    self.path = path
    let temporary = path + OutputFile.suffix
    unlink(temporary)
    do { file = try NewFile(temporary, mode: 0o600) } catch let failure as FileFailure {
      throw failure.naming(path, for: temporary)
    }
  }

  deinit { if !isSealed { unlink(file.path) } }

  func write(_ bytes: [UInt8]) throws { try naming { try file.write(bytes) } }

  func seal() throws {
    try naming { try file.finish() }
    isSealed = true
  }

  /// What fails is told of the name that the file will have.
  private func naming(_ body: () throws -> Void) throws {
    do { try body() } catch let failure as FileFailure { throw failure.naming(path, for: file.path) }
  }

  func publish() throws { try DurableFile.rename(file.path, to: path) }
}
