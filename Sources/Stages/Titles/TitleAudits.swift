import Documents
import Domain
import Tabular

/// What audits of coded titles have found: `title-audits.csv` beside the tables of titles, a line an audit and grade. It
/// holds counts, no titles, and belongs to the figures of the bulletins.
public struct TitleAudits: Sendable {
  /// Of one grade.
  struct Count: Sendable, Equatable {
    let period: Period
    let grade: TitleGrade
    /// Titles that somebody has looked at.
    let titles: Int
    /// Those whose full code is right, and those whose 大类 is.
    let right: Int
    let rightMajor: Int
  }

  private static let header = ["period", "grade", "titles", "right", "right_major", "date"]

  private let path: String
  private(set) var counts: [Count] = []

  /// - Parameter folder: that of the tables of titles.
  /// - Throws: `PipelineError` TF304 where a line is wrong; `FileFailure`.
  public init(in folder: String) throws {
    path = "\(folder)/title-audits.csv"
    guard FileTree.isPlainFile(path) else { return }
    let table: SmallTable
    do { table = try SmallTable(try FileTree.bytes(of: path)) } catch let error as SmallTable.Failure {
      throw failure(error.line, error.message)
    }
    if let column = TitleAudits.header.first(where: { !table.header.contains($0) }) {
      throw failure(1, "缺少列 \(column)")
    }
    for row in table.rows {
      guard let count = Count(row), !counts.contains(where: { $0.period == count.period && $0.grade == count.grade })
      else { throw failure(row.line, "不是一次抽查的结果, 或同一期同一档写了两行") }
      counts.append(count)
    }
  }

  private func failure(_ line: Int, _ message: String) -> PipelineError {
    PipelineError(
      .wrongTitleTable, .config, at: "\(path):\(line)", message,
      remedy: "一行写 2026Q3,高,40,39,40,2026-10-20: 季度、把握、抽查数、细类对、大类对、日期; 或删去这一行")
  }

  /// The last quarter that was audited.
  var last: Period? { counts.map(\.period).max() }

  /// What is known of the codes in a bulletin of a period: from the last audit up to then.
  ///
  /// - Parameter before: percent right of what no audit has looked at.
  public func accuracy(in period: Period, before: [TitleGrade: Int]) -> TitleAccuracy {
    let quarter = Period(unit: .quarter, containing: period.lastDay)
    guard let last = counts.map(\.period).filter({ $0 <= quarter }).max() else {
      return TitleAccuracy(percent: before)
    }
    let own = counts.filter { $0.period == last }
    let found = own.map { count in
      (count.grade, Int(Rounding.round(Double(count.right) * 100 / Double(count.titles), decimals: 0)))
    }
    return TitleAccuracy(
      percent: before.merging(found) { _, found in found },
      audit: TitleAccuracy.Audit(period: last, titles: own.reduce(0) { $0 + $1.titles }))
  }

  /// Enters an audit.
  ///
  /// - Throws: `FileFailure`.
  func add(_ new: [Count], on day: Day) throws {
    var rows = FileTree.isPlainFile(path) ? CSVText.rows(try FileTree.bytes(of: path)) ?? [] : []
    if rows.isEmpty { rows = [TitleAudits.header] }
    rows += new.map { count in
      [
        "\(count.period)", count.grade.label, "\(count.titles)", "\(count.right)", "\(count.rightMajor)", day.iso,
      ]
    }
    try DurableFile.replace(path, with: CSVText.bytes(rows), mode: 0o644)
  }
}

extension TitleAudits.Count {
  fileprivate init?(_ row: SmallTable.Row) {
    guard let period = row["period"].flatMap({ Period($0) }), period.unit == .quarter,
      let grade = TitleGrade.allCases.first(where: { $0.label == row["grade"] }),
      let titles = row["titles"].flatMap({ Int($0) }), titles > 0,
      let right = row["right"].flatMap({ Int($0) }), let rightMajor = row["right_major"].flatMap({ Int($0) }),
      right >= 0, right <= rightMajor, rightMajor <= titles
    else { return nil }
    self.init(period: period, grade: grade, titles: titles, right: right, rightMajor: rightMajor)
  }
}
