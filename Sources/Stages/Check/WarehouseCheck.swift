import Domain
import Warehouse

/// Verifies a warehouse against itself: whatever is kept twice is counted anew from the facts and compared.
///
/// Memory does not grow with the facts, but for about 16 bytes a version of one dataset at a time (the key directory);
/// what has to be sorted is sorted by SQLite, in temporary files.
public struct WarehouseCheck {
  private let datasets: Datasets
  private let homeRegion: String
  private let crossTables: CrossTables
  private let lists: FindingLists

  /// - Parameters:
  ///   - datasets: those of the pipeline, others are left alone.
  ///   - homeRegion: 6-digit code whose province keeps its counties in the cube.
  ///   - crossTables: those of the pipeline, the others are left alone.
  ///   - lists: where the lists of findings and rejects lie.
  public init(_ datasets: Datasets, homeRegion: String, crossTables: CrossTables, lists: FindingLists) {
    self.datasets = datasets
    self.homeRegion = homeRegion
    self.crossTables = crossTables
    self.lists = lists
  }

  /// What a check came to.
  public struct Result: Sendable {
    public internal(set) var found = Discrepancies()
    /// What could not be compared, and why.
    public internal(set) var notes: [String] = []
  }

  private struct Step {
    let name: String
    let body: (Database, inout Result) throws -> Void
  }

  /// - Parameter progress: told the name of each step before it, with its number and the number of steps.
  /// - Throws: `DatabaseError` where the file cannot be read at all; what is damaged in it is a discrepancy.
  public func run(_ db: Database, _ progress: (String, Int, Int) -> Void = { _, _, _ in }) throws -> Result {
    var result = Result()
    // SQLite sorts within its cache before it goes to files.
    try db.execute(sql: "PRAGMA cache_size = -65536")
    let steps = steps()
    for (index, step) in steps.enumerated() {
      progress(step.name, index + 1, steps.count)
      do { try step.body(db, &result) } catch let error as DatabaseError
        where [.corrupt, .notADatabase].contains(error.code)
      {
        result.found.add(.file, step.name, "读取", stored: error.message ?? "损坏", counted: "可读出")
      }
    }
    return result
  }

  /// False for a warehouse that lacks tables or columns which the next run would add.
  public static func isUpToDate(_ db: Database, _ datasets: Datasets) throws -> Bool {
    try db.tableExists("cube_axis")
      && datasets.tables.allSatisfy { table in
        let columns = Set(table.numbers + table.keys)
        return try db.tableExists(table.withdrawn) && columns.isSubset(of: db.columns(in: table.versions))
      }
  }

  private func steps() -> [Step] {
    let layouts = datasets.contracts.map { FactLayout($0) }
    // The order of the steps is that of the lines: the file first, then what is counted from the facts.
    var steps = [Step(name: "数据库文件") { try FileCheck($0).run(&$1.found) }]
    var tally = VersionTally()
    for layout in layouts {
      let name = layout.contract.label
      steps.append(Step(name: "\(name) 业务主键") { try VersionCheck($0, layout).run(&tally, &$1.found) })
      steps.append(Step(name: "\(name) 散列段") { try SegmentCheck($0, layout).run(&$1.found) })
      steps.append(Step(name: "\(name) 文字块") { try TextBlockCheck($0, layout).run(&$1.found) })
      steps.append(Step(name: "\(name) 引用") { try ReferenceCheck($0).run(layout, &$1.found) })
      if layout.place("copy_group") != nil {
        steps.append(Step(name: "\(name) 转载判定") { try CopyCheck($0, layout).run(&$1.found) })
      }
    }
    steps.append(Step(name: "字典") { try ReferenceCheck($0).runDictionaries(&$1.found) })
    steps.append(Step(name: "台账") { try LedgerCheck($0).run(tally, &$1.found) })
    steps.append(Step(name: "退回清单") { [lists] in try FindingListCheck($0, lists).run(&$1) })
    for axis in CubeAxis.all {
      guard let contract = datasets.named(axis.dataset) else { continue }
      steps.append(
        Step(name: "累计表 \(axis.dataset)/\(axis.name)") { [homeRegion] in
          try CubeCheck($0, homeRegion: homeRegion).run(axis, contract, &$1)
        })
    }
    steps.append(
      Step(name: "累计表之外") { [homeRegion] in
        try CubeCheck($0, homeRegion: homeRegion).runUnknown(&$1)
      })
    for entry in crossTables.entries {
      steps.append(Step(name: "交叉表 \(entry.table.id)") { try CrossCheck($0).run(entry, &$1) })
    }
    steps.append(Step(name: "交叉表之外") { [crossTables] in try CrossCheck($0).runOthers(crossTables, &$1) })
    return steps
  }
}
