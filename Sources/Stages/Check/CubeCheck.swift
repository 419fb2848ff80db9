import Domain
import GRDB
import Warehouse

/// Whether the cube is that of the facts: each dataset and dimension is counted anew by `cube-recount.sql`, which
/// shares nothing with the loader.
struct CubeCheck {
  private let db: Database
  private let homeRegion: String

  /// A dataset and dimension of the cube.
  struct Part: Hashable {
    let dataset: Int
    let dimension: Dimension

    var name: String { "\(dataset)/\(dimension.rawValue)" }
  }

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

  /// All that the cube may hold.
  static let parts: [Part] = {
    let own: [(Int, [Dimension])] = [
      (CubeDataset.postings, Dimension.allCases.filter { $0 != .category }),
      (CubeDataset.seekers, Dimension.allCases.filter { $0 != .industry && $0 != .ownership }),
      (CubeDataset.copies, [.total]),
    ]
    return own.flatMap { dataset, dimensions in dimensions.map { Part(dataset: dataset, dimension: $0) } }
  }()

  func run(_ part: Part, _ found: inout Discrepancies) throws {
    let recount = try BulkStatement(db, String(decoding: PackageResources.cube_recount_sql, as: UTF8.self))
    recount.bind(part.dataset, named: ":dataset")
    recount.bind(part.dimension.rawValue, named: ":dimension")
    recount.bind(CodeNumber.number(homeRegion).map { $0 / 10_000 } ?? 0, named: ":home")
    let stored = try BulkStatement(
      db,
      """
      SELECT month, region, code, registered, ended, closed, filled FROM cube
      WHERE dataset = \(part.dataset) AND dimension = \(part.dimension.rawValue) ORDER BY month, region, code
      """)
    var (left, right) = (try CubeCheck.next(stored), try CubeCheck.next(recount))
    while left != nil || right != nil {
      if let cell = left, right.map({ cell.key.lexicographicallyPrecedes($0.key) }) ?? true {
        add(part, cell.key, stored: cell.sums, counted: nil, &found)
        left = try CubeCheck.next(stored)
      } else if let cell = right, left.map({ cell.key.lexicographicallyPrecedes($0.key) }) ?? true {
        add(part, cell.key, stored: nil, counted: cell.sums, &found)
        right = try CubeCheck.next(recount)
      } else if let cell = left, let counted = right {
        if cell != counted { add(part, cell.key, stored: cell.sums, counted: counted.sums, &found) }
        (left, right) = (try CubeCheck.next(stored), try CubeCheck.next(recount))
      }
    }
  }

  /// Cells of datasets and dimensions that there are not.
  func runUnknown(_ found: inout Discrepancies) throws {
    let known = Set(CubeCheck.parts.map { [$0.dataset, $0.dimension.rawValue] })
    let rows = try BulkStatement(db, "SELECT dataset, dimension, count(*) FROM cube GROUP BY 1, 2")
    while try rows.step() {
      if known.contains([rows.integer(0), rows.integer(1)]) { continue }
      found.add(
        .cube, "cube", "数据集 \(rows.integer(0)) 维度 \(rows.integer(1))", stored: "\(rows.integer(2)) 格", counted: "没有这一部分"
      )
    }
  }

  private func add(_ part: Part, _ key: [Int], stored: [Int]?, counted: [Int]?, _ found: inout Discrepancies) {
    func text(_ sums: [Int]?) -> String { sums.map { "\($0.map(String.init).joined(separator: "/"))" } ?? "没有这一格" }
    let month = "\(Period(unit: .month, ordinal: key[0]))"
    found.add(
      .cube, "cube", "数据集 \(part.dataset) 维度 \(part.dimension.rawValue) \(month) 地区 \(key[1]) 代码 \(key[2])",
      stored: text(stored), counted: text(counted))
  }

  private static func next(_ rows: borrowing BulkStatement) throws -> Cell? { try rows.step() ? Cell(rows) : nil }
}
