import Domain
import Stages
import Tabular
import Warehouse

/// Computes declared tables for the command line, without publishing anything.
public struct TablePreview {
  private let spec: PipelineSpec
  private let period: Period?

  public init(_ spec: PipelineSpec, period: Period?) {
    self.spec = spec
    self.period = period
  }

  /// The tables as CSV, one line an element: for the bureau, or as everybody would see them.
  ///
  /// - Parameter id: a table; nil: all.
  /// - Throws: `PipelineError` TF686 where the pipeline declares no such table, TF687 where it does not stand in editions of
  ///   the period, TF642 where there is no warehouse yet; of the engine.
  public func lines(_ id: String?, isPublic: Bool) throws -> [String] {
    do { return try compose(id, isPublic) } catch { throw Failure.error(error, at: spec.warehouse) }
  }

  private func compose(_ id: String?, _ isPublic: Bool) throws -> [String] {
    let known = spec.declared.tables
    guard let bulletin = spec.bulletin else {
      throw PipelineError(.noBulletin, .config, at: spec.path, "流程不编公报, 没有地区和时期", remedy: "换成编公报的流程文件")
    }
    if let id, !known.contains(where: { $0.id == id }) {
      throw PipelineError(
        .unknownTable, .data, at: id, "没有声明这张表",
        remedy: "可用: \(known.map(\.id).joined(separator: " ")); 表的文件在 tables 文件夹")
    }
    guard let warehouse = try ExistingWarehouse.open(spec.warehouse, spec.datasets) else {
      throw PipelineError(
        .noWarehouse, .noInput, at: spec.warehouse, "还没有仓库", remedy: "先运行 talentflow run \(spec.path)")
    }
    let period = period ?? bulletin.period
    if let table = known.first(where: { $0.id == id }), !table.stands(in: period) {
      throw PipelineError(
        .tableOutOfPeriod, .data, at: "\(period)", "\(table.id) 不在 \(period) 的公报中 (every: \(table.every))",
        remedy: "用 --period \(table.period(at: period))")
    }
    let report = try DeclaredRun(
      spec, warehouse, period, regions: bulletin.regions.map(\.code), rules: bulletin.disclosure,
      dataUntil: period.lastDay, only: id.map { [$0] }, interruption: Interruption()
    ).report(for: isPublic ? .everybody : .bureau, beside: nil)
    if let table = known.first(where: { $0.id == id }), isPublic, table.audience == .bureau {
      throw PipelineError(
        .bureauOnly, .data, at: table.path, "\(table.id) 只供本局, 没有公开的样子",
        remedy: "去掉 --public; 要公开, 在文件中写 audience: public")
    }
    return bulletin.regions.map(\.code).flatMap { region in
      (report.entries[region] ?? []).flatMap { lines($0, region) }
    }
  }

  private func lines(_ entry: DeclaredReport.Entry, _ region: String) -> [String] {
    let table = entry.table.table
    let head =
      ["表", "地区", "行"]
      + table.measures.map { measure in
        measure.unit.zh.isEmpty ? measure.label.zh : "\(measure.label.zh) (\(measure.unit.zh))"
      }
    let rows = table.rows.map { row in [table.id, region, row.label.zh] + row.cells.map(\.csv) }
    let texts = ([head] + rows).map { cells in
      cells.map { FieldQuoting.quoted(CellGuard.inert($0)) }.joined(separator: ",")
    }
    return texts + entry.sentences.map { "# \($0.zh)" }
  }
}
