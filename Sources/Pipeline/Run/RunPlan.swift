import Domain
import Foundation
import Stages
import Warehouse

/// What a run would do and why; nothing is written.
public struct RunPlan {
  private let spec: PipelineSpec
  private let period: Period?

  public init(_ spec: PipelineSpec, period: Period?) {
    self.spec = spec
    self.period = period
  }

  /// In Chinese, one element a line, and the exit code of the first input that could not be taken; nil where all can.
  ///
  /// - Throws: `PipelineError` where the warehouse cannot be read.
  public func lines() throws -> (lines: [String], exit: Int32?) {
    do { return try compose() } catch { throw Failure.error(error, at: spec.warehouse) }
  }

  private func compose() throws -> (lines: [String], exit: Int32?) {
    _ = try spec.templates()
    var errors: [PipelineError] = []
    let items = try InputScan.items(spec, &errors)
    let warehouse = try ExistingWarehouse.open(spec.warehouse, spec.datasets)
    var lines: [String] = []
    var (new, known) = (0, 0)
    var members: [String: String] = [:]
    for item in items {
      let standing: InputStanding
      do {
        standing = try InputStanding(item, settleSeconds: spec.settleSeconds, warehouse: warehouse)
        if case .new = standing {
          members[item.path] = try RunPlan.members(item.path)
          try RunPlan.check(item)
        }
      } catch let error as PipelineError where error.exit == .data {
        errors.append(error)
        continue
      }
      switch standing {
      case .known: known += 1
      case .growing: lines.append("等待  \(item.place): \(spec.settleSeconds) 秒内写入过, 可能还在增长, 留到下次")
      case .new(let stamp):
        new += 1
        lines.append("收取  \(item.place) (\(item.source.id), \(stamp.bytes) 字节\(members[item.path] ?? "")): 内容未收过")
      }
    }
    if let warehouse { lines += try Reingest(spec: spec, warehouse: warehouse).notes().map { "注意  \($0)" } }
    for error in errors { lines.append("错误  \(error)") }
    lines.append("新文件 \(new) 个, 此前已收 \(known) 个。")
    if let first = errors.first {
      lines.append("有不能收的文件, 公报、目录和交叉表都不编。")
      return (lines, first.exit.rawValue)
    }
    for product in spec.products { lines += try product.plan(spec, period: period) }
    return (lines, nil)
  }

  /// Whether the header of a file is one that its source can be read by: what `run` would refuse for it.
  private static func check(_ item: InputScan.Item) throws {
    guard Packing(item.path) != .zip else { return }
    do { try ExportSample.check(item.path, item.source) } catch { throw Failure.error(error, at: item.path) }
  }

  /// What to say of an archive's members; nil for what is none.
  private static func members(_ path: String) throws -> String? {
    guard Packing(path) == .zip else { return nil }
    let archive = try ZipExports(of: path)
    let others = archive.others.isEmpty ? "" : ", 另有 \(archive.others.count) 个不是 CSV 的不收"
    return ", 其中 \(archive.count) 个 CSV\(others)"
  }
}
