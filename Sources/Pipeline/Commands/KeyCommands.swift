import Documents
import Domain
import Foundation
import Stages
import Warehouse

/// Makes and changes the key behind pseudonyms, for the command line.
public struct KeyCommands {
  private let spec: PipelineSpec
  private var path: String { PseudonymKey.path(in: spec.work) }

  public init(_ spec: PipelineSpec) { self.spec = spec }

  /// Makes the key of a pipeline that has none yet.
  ///
  /// - Returns: what to print, in Chinese.
  /// - Throws: `PipelineError` TF752 where the key stands in the environment, TF751 where there is one already, TF610
  ///   where the warehouse is of another key.
  public func new() throws -> [String] {
    try reporting {
      try refuseEnvironment()
      guard !FileTree.exists(path) else {
        throw PipelineError(
          .existingKey, .cannotCreate, at: path, "已有化名密钥, 不会覆盖", remedy: "要换密钥, 运行 talentflow key rotate")
      }
      if let warehouse = try ExistingWarehouse.open(spec.warehouse, spec.datasets),
        try warehouse.queue.read({ try Ledger.setting($0, PseudonymKey.setting) }) != nil
      {
        throw PipelineError(
          .lostKey, .config, at: path, "化名密钥不在了, 仓库中的化名无法延续; 新的密钥与它们不符", remedy: "从备份恢复该文件")
      }
      try DurableFolder.make(spec.work, mode: 0o700)
      _ = try PseudonymKey.make(path)
      return ["新密钥 \(path): 只有本人可读 (0600), 请与仓库分开备份"]
    }
  }

  /// Changes the key; the sources with pseudonyms have to be taken again afterwards.
  ///
  /// - Returns: what to print, in Chinese: where the old key is, and the command to run next.
  /// - Throws: `PipelineError` TF752, TF731 where there is no key, TF754 where a source of another pipeline holds
  ///   pseudonyms, TF614 and TF615 where an export is not at hand, TF601 while a run is going on.
  public func rotate() throws -> [String] {
    try reporting {
      try refuseEnvironment()
      guard FileTree.exists(spec.work) else { throw noKey }
      guard FileTree.exists(spec.warehouse) else {
        guard let kept = try KeyRotation.keep(path, in: spec.work) else { throw noKey }
        _ = try PseudonymKey.make(path)
        return ["新密钥 \(path)", "原密钥 \(kept)", "还没有仓库, 不用重收。"]
      }
      let lock = try RunLock(warehouse: spec.warehouse, work: spec.work)
      defer { withExtendedLifetime(lock) {} }
      var notes: [String] = []
      let warehouse = try WritableWarehouse.open(spec.warehouse, spec.datasets) { notes.append($0) }
      try KeyRotation.settle(spec.work, warehouse)
      guard FileTree.exists(path) else { throw noKey }
      try PseudonymKey.check(try PseudonymKey.load(folder: spec.work, mayCreate: false), warehouse)
      let sources = try holders(warehouse)
      try KeyRotation.begin(spec.work, warehouse, sources: sources)
      let kept = try KeyRotation.settle(spec.work, warehouse)
      let pending = try warehouse.queue.read(KeyRotation.pending)
      return notes + ["新密钥 \(path)", "原密钥 \(kept ?? "")"]
        + (pending.isEmpty
          ? ["仓库中没有化名, 不用重收。"]
          : ["仓库中 \(pending.joined(separator: "、")) 的化名还是原密钥编的。现在运行:", KeyRotation.command(spec, pending)])
    }
  }

  /// The sources whose rows hold pseudonyms, after making sure that all their exports are at hand.
  private func holders(_ warehouse: Warehouse) throws -> [String] {
    let taken = try warehouse.queue.read(Ledger.files)
    let known = Set(spec.inputs.map(\.source.id))
    if let foreign = taken.first(where: { !known.contains($0.source) && holdsPersons($0.dataset) }) {
      throw PipelineError(
        .foreignPseudonyms, .config, at: spec.path, "仓库中来源 \(foreign.source) 的化名不是这个流程收的, 无法一起重收",
        remedy: "把这个来源写进流程文件的 inputs")
    }
    let keyed = try warehouse.queue.read { try Ledger.sources($0, with: Rule.personalKey.rawValue) }
    let sources = known.filter { id in
      keyed.contains(id) || taken.contains { $0.source == id && holdsPersons($0.dataset) }
    }
    var errors: [PipelineError] = []
    let items = try InputScan.items(spec, &errors)
    let retake = Reingest(spec: spec, warehouse: warehouse)
    for id in sources.sorted() { try retake.verify(id, items: items) }
    return sources.sorted()
  }

  /// A dataset that nobody declares any more may hold them.
  private func holdsPersons(_ dataset: String) -> Bool {
    spec.datasets.named(dataset)?.fields.contains { $0.kind is PersonField || $0.kind is SecretField } ?? true
  }

  private func refuseEnvironment() throws {
    guard ProcessInfo.processInfo.environment[PseudonymKey.variable] == nil else {
      throw PipelineError(
        .keyInEnvironment, .config, at: PseudonymKey.variable, "密钥由环境变量给出, 密钥文件不起作用",
        remedy: "把现在的值存为 \(path) (chmod 600), 取消这个变量, 再运行")
    }
  }

  private var noKey: PipelineError {
    PipelineError(.noKeyFile, .noInput, at: path, "没有化名密钥", remedy: "运行 talentflow key new, 或从备份恢复该文件")
  }

  private func reporting(_ body: () throws -> [String]) throws -> [String] {
    do { return try body() } catch { throw Failure.error(error, at: spec.work) }
  }
}
