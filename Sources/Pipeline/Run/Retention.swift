import Documents
import Domain
import Foundation
import Stages
import Warehouse

/// Removes, at the end of a run that went well, what the pipeline file says is kept no longer.
struct Retention {
  let spec: PipelineSpec
  let warehouse: Warehouse
  let work: String
  let interruption: Interruption

  private static let day = 86_400.0

  /// - Parameter lines: take what was removed, in Chinese; also where something could not be.
  /// - Throws: `FileFailure`, `DatabaseError`; what was removed until then is gone.
  func run(_ lines: inout [String]) throws {
    // No file can state 0 days: what comes to that is no wish of anybody, and nothing may be removed for it.
    if let days = spec.retention.rejectsDays, days > 0 { try removeLists(days, &lines) }
    if let days = spec.retention.nightsDays, days > 0, let night = spec.night {
      try removeNights(days, night.publish, &lines)
    }
    if let days = spec.retention.exportsDays, days > 0 { try removeExports(days, &lines) }
  }

  private func removeLists(_ days: Int, _ lines: inout [String]) throws {
    let folder = FileIngest.rejects(work)
    guard FileTree.isFolder(folder) else { return }
    var count = 0
    defer { if count > 0 { lines.append("按保留 \(days) 天的规定, 删去 \(count) 个退回清单和问题清单。") } }
    for name in try FileTree.names(in: folder) where FindingsWriter.isList(name) {
      try interruption.check()
      guard Retention.isOwnFile("\(folder)/\(name)", olderThan: days) else { continue }
      try FileTree.remove("\(folder)/\(name)")
      count += 1
    }
  }

  /// The newest page stays, as the next night counts from it.
  private func removeNights(_ days: Int, _ root: String, _ lines: inout [String]) throws {
    guard FileTree.isFolder(root) else { return }
    let nights = try FileTree.names(in: root).compactMap(Day.init(iso:)).sorted()
    let old = nights.dropLast().filter { Clock.today().ordinal - $0.ordinal > days }
    var count = 0
    defer { if count > 0 { lines.append("按保留 \(days) 天的规定, 删去 \(count) 页夜报。") } }
    for night in old {
      try interruption.check()
      try FileTree.remove("\(root)/\(night.iso)")
      count += 1
    }
  }

  /// Only what the ledger proves to be taken; no link; nothing of a source that should be taken again; and the newest of
  /// each source stays, as an input without files is a mistake.
  private func removeExports(_ days: Int, _ lines: inout [String]) throws {
    var removed: [String] = []
    defer {
      if !removed.isEmpty {
        lines.append(
          "按保留 \(days) 天的规定, 删去 \(removed.count) 个收过的导出: \(Retention.listed(removed)); "
            + "以后重收 (--again)、换化名密钥、重建仓库, 都要先把它们从自己的存档放回。")
      }
    }
    for input in spec.inputs {
      let files = try InputScan.found(input, spec).files
      let isStale = try warehouse.queue.read { try Ledger.stale($0, source: input.source.id, recipe: input.recipe) } > 0
      guard !isStale, let newest = files.min(by: { Fingerprint.age(of: $0) < Fingerprint.age(of: $1) }) else {
        continue
      }
      for path in files where path != newest && Retention.isOwnFile(path, olderThan: days) {
        try interruption.check()
        let stamp = try FileStamp(of: path)
        let item = InputScan.Item(path: path, input: input)
        guard
          case .known = try InputStanding(
            item, settleSeconds: spec.settleSeconds, warehouse: warehouse, check: interruption.check),
          stamp.stillHolds(for: path)
        else { continue }
        try FileTree.remove(path)
        try FileTree.remove("\(path).done")
        removed.append(path.split(separator: "/").last.map(String.init) ?? path)
      }
    }
  }

  private static func listed(_ names: [String]) -> String {
    let shown = names.prefix(10).map { Redaction.shown($0, limit: 100) }.joined(separator: "、")
    return names.count > 10 ? "\(shown)……" : shown
  }

  /// True of a regular file, itself and not through a link, that was last written long ago.
  private static func isOwnFile(_ path: String, olderThan days: Int) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return Fingerprint.age(of: path) > Double(days) * day
  }
}
