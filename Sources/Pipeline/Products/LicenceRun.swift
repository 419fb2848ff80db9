import Domain
import Stages
import Tables
import Warehouse

extension LicenceSpec: Product {
  var templateFolder: String? { templates }

  func plan(_ spec: PipelineSpec, period: Period?) throws -> [String] {
    // A mistake in the SELECT is told before anything is taken.
    _ = try spec.declared.connection(path: nil, isPublic: true).check(select)
    return ["公开名单  \(publish): 将按 \(select.path) 编制"]
  }

  func make(_ run: ProductRun, _ summary: inout RunSummary) throws {
    run.log.info("编制公开名单")
    try run.interruption.check()
    let delivery = try run.warehouse.queue.read { try Delivery($0, run.spec) }
    let connection = try run.spec.declared.connection(path: run.warehouse.path, isPublic: true)
    let reads = try connection.datasets(behind: connection.check(select))
    guard reads.isSubset(of: delivery.datasets) else {
      run.log.warning("没有编 \(title): 还没有收到 \(reads.subtracting(delivery.datasets).sorted().joined(separator: "、"))")
      return
    }
    let today = Clock.today()
    let day = delivery.day(of: reads, today: today) ?? today
    var rows: [[String]] = []
    var heads: [String] = []
    try connection.forEach(SQLText(select), ["data_date": .text(day.iso)]) { row in
      heads = row.columns
      rows.append(row.columns.indices.map { row.text($0) ?? "" })
    }
    let list = PublicList(
      title: title, day: day, heads: heads, rows: rows)
    let path = try list.publish(to: run.place.licences, run.templates(in: templates))
    summary.licences = RunSummary.Licences(path: path, count: rows.count)
  }
}
