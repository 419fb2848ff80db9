import Domain
import Warehouse

/// Whether the cube is that of the facts: each axis is counted anew by SQL that shares nothing with the loader but its
/// declaration.
struct CubeCheck {
  private let db: Database
  private let homeRegion: String

  /// One cell: month, region, code and the four sums.
  private struct Cell: Equatable {
    let key: [Int]
    let sums: [Int]

    init(_ row: borrowing BulkStatement) {
      key = (0..<3).map { row.integer($0) }
      sums = (3..<7).map { row.integer($0) }
    }
  }

  init(_ db: Database, homeRegion: String) {
    self.db = db
    self.homeRegion = homeRegion
  }

  /// - Parameter contract: of the dataset of the axis.
  func run(_ axis: CubeAxis, _ contract: Contract, _ result: inout WarehouseCheck.Result) throws {
    let known = try CubeAxisStore.all(db).first { ($0.dataset, $0.name) == (axis.dataset, axis.name) }
    guard let known, known.definition == axis.definition(contract.roles) else {
      result.notes.append("累计表 \(axis.dataset)/\(axis.name) 是新的, 或定义改过, 下次运行会从明细重新计数, 这次没有核对")
      return
    }
    let recount = try BulkStatement(db, CubeSelect(axis, roles: contract.roles).sql)
    recount.bind(CodeNumber.number(homeRegion).map { $0 / 10_000 } ?? 0, named: ":home")
    let stored = try BulkStatement(
      db,
      """
      SELECT month, region, code, registered, ended, closed, filled FROM cube
      WHERE axis = \(known.number) ORDER BY month, region, code
      """)
    var (left, right) = (try CubeCheck.next(stored), try CubeCheck.next(recount))
    while left != nil || right != nil {
      if let cell = left, right.map({ cell.key.lexicographicallyPrecedes($0.key) }) ?? true {
        add(axis, cell.key, stored: cell.sums, counted: nil, &result.found)
        left = try CubeCheck.next(stored)
      } else if let cell = right, left.map({ cell.key.lexicographicallyPrecedes($0.key) }) ?? true {
        add(axis, cell.key, stored: nil, counted: cell.sums, &result.found)
        right = try CubeCheck.next(recount)
      } else if let cell = left, let counted = right {
        if cell != counted { add(axis, cell.key, stored: cell.sums, counted: counted.sums, &result.found) }
        (left, right) = (try CubeCheck.next(stored), try CubeCheck.next(recount))
      }
    }
  }

  /// Axes that nothing declares, and cells of axes that the warehouse does not have.
  func runUnknown(_ result: inout WarehouseCheck.Result) throws {
    let declared = Set(CubeAxis.all.map { [$0.dataset, $0.name] })
    for axis in try CubeAxisStore.all(db) where !declared.contains([axis.dataset, axis.name]) {
      result.notes.append("累计表 \(axis.dataset)/\(axis.name) 不再计数, 下次运行会删去, 这次没有核对")
    }
    let rows = try BulkStatement(
      db,
      """
      SELECT axis, count(*) FROM cube WHERE axis NOT IN (SELECT number FROM cube_axis) GROUP BY axis ORDER BY axis
      """)
    while try rows.step() {
      result.found.add(.cube, "cube", "轴 \(rows.integer(0))", stored: "\(rows.integer(1)) 格", counted: "没有这一部分")
    }
  }

  private func add(_ axis: CubeAxis, _ key: [Int], stored: [Int]?, counted: [Int]?, _ found: inout Discrepancies) {
    func text(_ sums: [Int]?) -> String { sums.map { "\($0.map(String.init).joined(separator: "/"))" } ?? "没有这一格" }
    let month = "\(Period(unit: .month, ordinal: key[0]))"
    found.add(
      .cube, "cube", "\(axis.dataset)/\(axis.name) \(month) 地区 \(key[1]) 代码 \(key[2])", stored: text(stored),
      counted: text(counted))
  }

  private static func next(_ rows: borrowing BulkStatement) throws -> Cell? { try rows.step() ? Cell(rows) : nil }
}
