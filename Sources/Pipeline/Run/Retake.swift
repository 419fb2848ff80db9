import Domain
import GRDB
import Stages
import Warehouse

/// Files that were taken under an older recipe, and taking them again.
struct Retake {
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

  /// Erases what the sources brought, after making sure that every content is still at hand.
  ///
  /// - Returns: the items in the order in which to take them: those of an erased source as they were taken before, new ones
  ///   last. Of two versions of a row that are equally new the later one wins, which names do not tell.
  /// - Throws: `PipelineError` TF613 for an unknown source, TF614 where a file is gone, TF615 where one may still grow.
  func erase(_ again: [String], items: [InputScan.Item], crossTables: CrossTables) throws -> [InputScan.Item] {
    var items = items
    for id in again {
      let input = try verify(id, items: items)
      items = try ordered(items, source: id)
      try warehouse.queue.write { db in
        try SourceEraser(db, source: input.source, homeRegion: spec.homeRegion, crossTables: crossTables).erase()
        try KeyRotation.forget(db, source: id)
      }
    }
    return items
  }

  private func ordered(_ items: [InputScan.Item], source: String) throws -> [InputScan.Item] {
    let files = try warehouse.queue.read { try Ledger.files($0) }.filter { $0.source == source }
    let last = Dictionary(files.map { ($0.sha256, $0.id) }) { max($0, $1) }
    let own = try items.enumerated().filter { $0.element.source.id == source }.map { place, item in
      (item: item, former: try item.digests().compactMap { last[$0] }.max() ?? Int.max, place: place)
    }
    var next = own.sorted { ($0.former, $0.place) < ($1.former, $1.place) }.map(\.item).makeIterator()
    return items.map { $0.source.id == source ? next.next() ?? $0 : $0 }
  }

  /// Makes sure that every content that was taken of source `id` is still at hand.
  ///
  /// - Throws: as `erase`.
  func verify(_ id: String, items: [InputScan.Item]) throws -> PipelineSpec.Input {
    guard let input = spec.inputs.first(where: { $0.source.id == id }) else {
      let hint = Spelling.nearest(id, in: spec.inputs.map(\.source.id)).map { "是否应为 \($0)?" }
      throw PipelineError(613, .config, at: spec.path, "inputs 中没有来源 \(id)", remedy: hint ?? "写 source: 后面的短名")
    }
    let own = items.filter { $0.source.id == id }
    // What waits would be missing from the edition once its rows are erased.
    if let growing = own.first(where: { $0.mayGrow(settleSeconds: spec.settleSeconds) }) {
      throw PipelineError(
        615, .tryAgain, at: growing.path, "文件可能还在写入, 现在不能重收来源 \(id)", remedy: "等它写完后再重收")
    }
    let present = try Set(own.flatMap { try $0.digests() })
    let gone = try warehouse.queue.read { db in
      try Ledger.files(db).filter { $0.source == id && !present.contains($0.sha256) }.map(\.name)
    }
    guard gone.isEmpty else {
      throw PipelineError(
        614, .data, at: input.pattern, "这些收过的文件已不在, 重收会丢失其中的行: \(gone.joined(separator: "、"))",
        remedy: "把它们放回来源文件夹再重收")
    }
    return input
  }
}
