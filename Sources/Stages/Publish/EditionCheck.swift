import Documents
import Foundation

/// Whether an edition, as a folder or an archive, is whole.
public struct EditionCheck: Sendable, Equatable {
  /// One line each, in Chinese; empty where all is well.
  public let problems: [String]
  /// Other editions that its pages lead to and that are not where they were published.
  public let missingNeighbours: [String]
  /// Files that were looked at.
  public let fileCount: Int
  /// True where the checksums are signed, by whomever.
  public let isSigned: Bool

  /// Checks the edition at `path`: a folder, or a ZIP file.
  ///
  /// - Parameter key: the edition has to be signed by it; nil: a signature is not looked at.
  /// - Throws: `FileFailure` of Documents where it cannot be read.
  public init(path: String, key: VerifyingKey? = nil) throws {
    guard !FileTree.isFolder(path) else {
      self.init(folder: try FileTree.files(in: path), at: path, key)
      return
    }
    let archive = try FileTree.bytes(of: path)
    do {
      let files = EditionCheck.checked(try ZipArchive.entries(of: archive).map { ($0.path, $0.bytes) })
      let problems = EditionCheck.problems(in: files, key) + (try EditionCheck.archiveProblems(archive))
      self.init(problems: problems, files: files, count: files.count)
    } catch {
      self.init(problems: ["压缩包损坏: \(EditionCheck.reason(error))"], files: [], count: 0)
    }
  }

  private init(
    problems: [String], files: [(path: String, bytes: [UInt8])], count: Int, missingNeighbours: [String] = []
  ) {
    self.problems = problems
    self.missingNeighbours = missingNeighbours
    fileCount = count
    isSigned = files.contains { $0.path == EditionSeal.signature }
  }

  /// True where a folder has checksums, as every edition does.
  public static func isSealed(_ folder: String) -> Bool { FileTree.exists("\(folder)/\(EditionSeal.sums)") }

  private static func archiveProblems(_ archive: [UInt8]) throws -> [String] {
    try ZipArchive.isExact(archive) ? [] : ["压缩包被改动: 与本程序写出的不是逐字节相同"]
  }

  /// The archive in a folder is not in the list of checksums; it has to hold the same files instead. The answers that
  /// people write into a draft belong to neither.
  private init(folder all: [(path: String, bytes: [UInt8])], at path: String, _ key: VerifyingKey?) {
    let folder = all.filter { !EditionLitter.isName($0.path) }
    let files = EditionCheck.checked(folder.filter { !EditionArchive.isName($0.path) })
    var problems = EditionCheck.problems(in: files, key)
    let archives = folder.filter { EditionArchive.isName($0.path) }
    if archives.count != 1 { problems.append("应有一个 bulletin-*.zip 或 catalog-*.zip, 实有 \(archives.count) 个") }
    for archive in archives {
      do {
        let entries = try ZipArchive.entries(of: archive.bytes).map { (path: $0.path, bytes: $0.bytes) }
        let packed = Dictionary(EditionCheck.checked(entries).map { ($0.path, $0.bytes) }) { first, _ in first }
        let loose = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
        if packed != loose { problems.append("\(archive.path): 内容与文件夹中的文件不一致") }
        problems += try EditionCheck.archiveProblems(archive.bytes).map { "\(archive.path): \($0)" }
      } catch {
        problems.append("\(archive.path): 压缩包损坏: \(EditionCheck.reason(error))")
      }
    }
    self.init(
      problems: problems, files: files, count: folder.count,
      missingNeighbours: EditionNeighbours.missing(in: files, at: path))
  }

  /// Without the answers that people write into a draft of the catalog: they have no checksum.
  private static func checked(_ files: [(path: String, bytes: [UInt8])]) -> [(path: String, bytes: [UInt8])] {
    let isDraft = files.first { $0.path == DataPackage.path }.flatMap { DataPackage($0.bytes) }?.isDraft ?? false
    return isDraft ? files.filter { !OpinionForm.isAnswer($0.path) } : files
  }

  private static func problems(in files: [(path: String, bytes: [UInt8])], _ key: VerifyingKey?) -> [String] {
    sumProblems(files) + EditionSeal.problems(files, key) + DataPackageCheck(files).problems + PageCheck(files).problems
  }

  private static func sumProblems(_ files: [(path: String, bytes: [UInt8])]) -> [String] {
    guard let sums = files.first(where: { $0.path == EditionSeal.sums })?.bytes else {
      return ["缺少 \(EditionSeal.sums)"]
    }
    do {
      let listed = files.filter { $0.path != EditionSeal.sums && $0.path != EditionSeal.signature }
      let difference = try SHA256Sums.verify(String(decoding: sums, as: UTF8.self), against: listed)
      return difference.missing.map { "缺少文件: \($0)" } + difference.changed.map { "内容被改动: \($0)" }
        + difference.extra.map { "多出文件: \($0)" }
    } catch let error as SHA256Sums.BadLine {
      return ["\(EditionSeal.sums) 第 \(error.line) 行格式不对"]
    } catch {
      return ["\(EditionSeal.sums) 无法读取"]
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch error as? ZipArchive.Failure {
    case .damaged(let path): "\(path) 校验不符"
    case .badPath(let path): "\(path) 路径不合规"
    default: "不是完整的 ZIP 文件"
    }
  }
}
