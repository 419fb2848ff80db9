import Declarations
import Domain
import Stages
import Warehouse

/// Files that were taken under an older recipe, and taking them again.
struct Reingest {
  let spec: PipelineSpec
  let warehouse: Warehouse

  /// A line for each source whose mapping or code lists changed after files were taken; none for those in `again`.
  func notes(except again: [String] = []) throws -> [String] {
    try spec.inputs.filter { !again.contains($0.source.id) }.compactMap { input in
      let count = try warehouse.queue.read { try Ledger.stale($0, source: input.source.id, recipe: input.recipe) }
      guard count > 0 else { return nil }
      return "来源 \(input.source.id) 的来源文件或代码表改过, 有 \(count) 个已收文件还是按旧的读法; 要按新的重收: run 加上 --again \(input.source.id)"
    }
  }

  /// The name of the file that an entry came from: of a member, that of its archive.
  private static func file(of entry: LedgerEntry) -> String {
    entry.name.split(separator: "#", omittingEmptySubsequences: false).first.map(String.init) ?? entry.name
  }

  /// Erases what the sources brought, after making sure that every content is still at hand.
  ///
  /// - Parameter note: takes a line for each source of which files were changed in place.
  /// - Returns: the items in the order in which to take them: those of an erased source as they were taken before, new ones
  ///   last. Of two versions of a row that are equally new the later one wins, which names do not tell.
  /// - Throws: `PipelineError` TF613 for an unknown source, TF614 where a file is gone, TF615 where one may still grow.
  func erase(
    _ again: [String], items: [InputScan.Item], crossTables: CrossTables, note: (String) -> Void
  ) throws -> [InputScan.Item] {
    var items = items
    for id in again {
      let (source, own, changed) = try verify(id, items: items)
      if !changed.isEmpty { note("来源 \(id): \(changed.joined(separator: "、")) 收过以后在原处改过, 按现在的内容重收; 只在旧内容里的行不再有") }
      var next = own.makeIterator()
      items = items.map { $0.source.id == id ? next.next() ?? $0 : $0 }
      try warehouse.queue.write { db in
        try SourceEraser(db, source: source, homeRegion: spec.homeRegion, crossTables: crossTables).erase()
        try KeyRotation.forget(db, source: id)
      }
    }
    return items
  }

  /// Makes sure that every content that was taken of source `id` is still at hand.
  ///
  /// - Returns: the source; its items, in the order in which they were taken, new ones last; the names of files that were
  ///   changed in place since they were taken: what only their old content held is gone once they are taken again.
  /// - Throws: as `erase`.
  @discardableResult
  func verify(
    _ id: String, items: [InputScan.Item]
  ) throws -> (source: SourceSpec, items: [InputScan.Item], changed: [String]) {
    guard let input = spec.inputs.first(where: { $0.source.id == id }) else {
      let hint = Spelling.nearest(id, in: spec.inputs.map(\.source.id)).map { "是否应为 \($0)?" }
      throw PipelineError(
        .unknownSource, .config, at: spec.path, "inputs 中没有来源 \(id)", remedy: hint ?? "写 source: 后面的短名")
    }
    let own = items.filter { $0.source.id == id }
    // What waits would be missing from the edition once its rows are erased.
    if let growing = own.first(where: { $0.mayGrow(settleSeconds: spec.settleSeconds) }) {
      throw PipelineError(
        .growingExport, .tryAgain, at: growing.path, "文件可能还在写入, 现在不能重收来源 \(id)", remedy: "等它写完后再重收")
    }
    let digests = try own.map { try $0.digests() }
    let files = try warehouse.queue.read(Ledger.files).filter { $0.source == id }
    let present = Set(digests.joined())
    let names = Set(own.map(\.name))
    // A file that was changed under its name stands for what it was: its present content is taken.
    let absent = files.filter { !present.contains($0.sha256) }
    let gone = absent.filter { !names.contains(Reingest.file(of: $0)) }.map(\.name)
    guard gone.isEmpty else {
      throw PipelineError(
        .exportsGone, .data, at: input.pattern, "这些收过的文件已不在, 重收会丢失其中的行: \(gone.joined(separator: "、"))",
        remedy: "把它们放回来源文件夹再重收")
    }
    let last = Dictionary(files.map { ($0.sha256, $0.id) }, uniquingKeysWith: max)
    let former = digests.map { $0.compactMap { last[$0] }.max() ?? Int.max }
    return (
      input.source, own.indices.sorted { (former[$0], $0) < (former[$1], $1) }.map { own[$0] },
      Set(absent.map(Reingest.file)).sorted()
    )
  }
}
