import Domain
import Warehouse

/// Valid seekers by occupation code, and fresh graduates among them: what no cube knows.
struct GraduateCounts {
  private var seekers: [Int: Int] = [:]
  private var graduates: [Int: Int] = [:]

  /// Code of `seeker-category.csv`: 应届高校毕业生.
  private static let graduate = CodeNumber.number("11") ?? 0

  init(_ db: Database, region: RegionRange, quarters: ClosedRange<Int>) throws {
    let days = DaySpan(quarters: quarters)
    let rows = try BulkStatement(
      db,
      """
      SELECT intended_occupation, category FROM seekers
      WHERE registered_on <= \(days.last) AND (registered_on >= \(days.first) OR ends_on >= \(days.first))
        AND region BETWEEN \(region.numbers.lowerBound) AND \(region.numbers.upperBound)
      """)
    while try rows.step() {
      let code = rows.integer(0)
      guard code != RowValues.missing else { continue }
      seekers[code, default: 0] += 1
      if rows.integer(1) == GraduateCounts.graduate { graduates[code, default: 0] += 1 }
    }
  }

  /// Part of the seekers of some occupation codes who are fresh graduates; nil without seekers.
  func share(_ codes: [Int]) -> Double? {
    let all = codes.reduce(0) { $0 + (seekers[$1] ?? 0) }
    return all > 0 ? Double(codes.reduce(0) { $0 + (graduates[$1] ?? 0) }) / Double(all) : nil
  }
}
