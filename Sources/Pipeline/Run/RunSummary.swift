import Domain
import Stages
import Warehouse

/// What a run did.
public struct RunSummary: Sendable {
  /// Files taken in this run.
  public var taken: [LedgerEntry] = []
  /// Rejects files written.
  public var rejects: [String] = []
  /// Files whose content had been taken before.
  public var known = 0
  /// Files that may still grow.
  public var growing: [String] = []
  public var editions: [PublishedEdition] = []

  /// For people, in Chinese, one element a line.
  public func lines(isDryRun: Bool) -> [String] {
    var lines: [String] = []
    func sum(_ count: (LedgerEntry) -> Int) -> Int { taken.reduce(0) { $0 + count($1) } }
    if taken.isEmpty {
      lines.append("没有新文件 (\(known) 个此前已收)。")
    } else {
      lines.append(
        "收取 \(taken.count) 个新文件 (\(known) 个此前已收), 共 \(sum(\.rows)) 行: 接收 \(sum(\.accepted)), "
          + "退回 \(sum(\.rejected)), 重复 \(sum(\.duplicate)), 未变 \(sum(\.unchanged))。")
    }
    for name in growing { lines.append("\(name): 文件可能还在写入, 下次再收。") }
    if !rejects.isEmpty, !isDryRun {
      lines.append("退回的行在 \(Paths.folder(of: rejects[0])) (\(rejects.count) 个文件), 每行末尾写明原因; 改好后放回来源文件夹再运行。")
    }
    for edition in editions where !isDryRun {
      lines.append(edition.isUnchanged ? "公报与已发布的一致, 未改动: \(edition.path)" : "公报已发布: \(edition.path)")
      if let superseded = edition.supersededPath { lines.append("原版本保留在 \(superseded)") }
    }
    if isDryRun { lines.append("试运行结束, 没有写入任何文件。") }
    return lines
  }
}
