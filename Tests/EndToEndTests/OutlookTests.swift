import Foundation
import Testing

/// What was expected of SampleData at the end of 2025Q2, held against what came in the four quarters after it.
@Suite struct OutlookTests {
  static let origin = "2025Q2"
  private static let steps = ["2025Q3", "2025Q4", "2026Q1", "2026Q2"]
  /// Days since 1970 on which these quarters begin, and the day after the last.
  private static let starts = [20_270, 20_362, 20_454, 20_544, 20_635]

  /// Openings and seekers that were valid in each quarter, per occupation of the city: counted from the facts in SQL of
  /// its own, without cube and program.
  private func came(_ pipeline: TestPipeline) throws -> [String: [[Int]]] {
    var result: [String: [[Int]]] = [:]
    for step in OutlookTests.steps.indices {
      let (first, next) = (OutlookTests.starts[step], OutlookTests.starts[step + 1])
      func valid(_ date: String) -> String { "\(date) < \(next) AND (\(date) >= \(first) OR ends_on >= \(first))" }
      let rows = try pipeline.query(
        """
        SELECT substr(code, 2, 1) || '-' || substr(code, 3, 2) || '-' || substr(code, 5, 2) || '-' || substr(code, 7, 2),
          sum(openings), sum(seekers)
        FROM (
          SELECT occupation AS code, openings, 0 AS seekers FROM postings
          WHERE region / 100 = 14506 AND is_copy = 0 AND \(valid("posted_on"))
          UNION ALL SELECT intended_occupation, 0, 1 FROM seekers WHERE region / 100 = 14506 AND \(valid("registered_on")))
        WHERE length(code) = 8 GROUP BY code
        """)
      for row in rows {
        let cells = row.split(separator: "|").map(String.init)
        result[cells[0], default: [[Int]](repeating: [0, 0], count: 4)][step] = [Int(cells[1])!, Int(cells[2])!]
      }
    }
    return result
  }

  @Test func warningsAreOfShortagesThatCame() throws {
    let run = try SampleRun.shared.get()
    let came = try came(run.pipeline)
    let ever = Set(came.filter { $0.value.contains { $0[0] > $0[1] } }.keys)
    let lasting = Set(came.filter { $0.value.allSatisfy { $0[0] > $0[1] } }.keys)
    let warned = Set(
      try run.pipeline.query(
        """
        SELECT DISTINCT occupation FROM forecast_warning WHERE region = '450600' AND origin = '\(OutlookTests.origin)'
        """))
    #expect(came.count > 60 && lasting.count > 20 && warned.count > 20)
    let precision = Double(warned.intersection(ever).count) / Double(warned.count)
    let recall = Double(warned.intersection(lasting).count) / Double(lasting.count)
    print(
      "warnings of \(OutlookTests.origin): \(warned.count), of which \(warned.intersection(ever).count) came; lasting "
        + "shortages \(lasting.count), of which \(warned.intersection(lasting).count) were warned of; precision "
        + String(format: "%.2f, recall %.2f", precision, recall))
    #expect(precision >= 0.9)
    #expect(recall >= 0.85)
  }

  @Test func intervalsHoldWhatCame() throws {
    let run = try SampleRun.shared.get()
    let came = try came(run.pipeline)
    var (inner, outer, count) = (0, 0, 0)
    let rows = try run.pipeline.query(
      """
      SELECT occupation, measure, period, p2_5, p10, p90, p97_5 FROM forecast
      WHERE region = '450600' AND origin = '\(OutlookTests.origin)' AND measure <> 'gap'
      """)
    for row in rows {
      let cells = row.split(separator: "|").map(String.init)
      guard let own = came[cells[0]], let step = OutlookTests.steps.firstIndex(of: cells[2]) else { continue }
      let value = Double(own[step][cells[1] == "demand" ? 0 : 1])
      let ends = cells[3...].compactMap(Double.init)
      count += 1
      if ends[1] <= value, value <= ends[2] { inner += 1 }
      if ends[0] <= value, value <= ends[3] { outer += 1 }
    }
    let shares = (inner: Double(inner) / Double(count), outer: Double(outer) / Double(count))
    print("within the 80 % interval \(shares.inner), within the 95 % interval \(shares.outer), of \(count) values")
    #expect(count > 400)
    #expect(shares.inner > 0.72 && shares.outer > 0.92)
  }

  /// That parts add up is tested where there are no rows but those of counties; here some name no county.
  @Test func countiesAreNoMoreThanTheCity() throws {
    let run = try SampleRun.shared.get()
    var points: [[String]: Double] = [:]
    let rows = try run.pipeline.query(
      "SELECT region, occupation, measure, period, p50 FROM forecast WHERE origin = '2026Q3'")
    for row in rows.map({ $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }) {
      points[Array(row.prefix(4))] = try #require(Double(row[4]))
    }
    let counties = run.pipeline.regions.dropFirst()
    var compared = 0
    for (key, whole) in points where key[0] == "450600" {
      guard key[2] != "gap" else { continue }
      let parts = counties.compactMap { points[[$0] + key.dropFirst()] }
      // Each is printed with one decimal.
      #expect(parts.reduce(0, +) < whole + 0.051 * Double(parts.count + 1), "\(key)")
      compared += parts.count
    }
    #expect(compared > 200)
    #expect(points.allSatisfy { $0.key[2] == "gap" || $0.value >= 0 })
  }

  @Test func oneSeriesOfTheWarehouse() throws {
    let run = try SampleRun.shared.get()
    let svg = run.pipeline.scratch.file("series.svg")
    let options = ["--pipeline", run.pipeline.path, "--period", "2026Q2"]
    let result = try Program.talentflow.run(["forecast", "需求/450600/4-02-05-01", "--svg", svg] + options)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("需求 防城港市 4-02-05-01 装卸搬运工") && result.output.contains("2027Q2"))
    // What the report says of the last known quarter is what the facts say.
    let last = try #require(try came(run.pipeline)["4-02-05-01"]?[3][0])
    #expect(result.output.contains("最后一期 \(last)"), "\(last) \(result.output)")
    let early = try Program.talentflow.run(["forecast", "--csv", "none.csv", "--period", "2026Q2"])
    #expect(early.status == 64 && early.errors.contains("--period 只用于仓库中的序列"), "\(early.errors)")
    #expect(try String(contentsOfFile: svg, encoding: .utf8).contains("</svg>"))
    let named = try Program.talentflow.run(["forecast", "需求/防城港市/装卸工"] + options)
    let lines = result.output.split(separator: "\n").filter { !$0.contains(svg) }
    #expect(named.output.split(separator: "\n") == lines, "\(named.errors)")
    for (name, message) in [
      ("需求/450600/9-99", "职业 9-99"), ("缺口/450600", "不是序列的名称"), ("求职/999999", "地区 999999"),
      ("需求/港口/装卸工", "是否应为 450602 港口区"), ("需求/朝阳区", "写代码: 110105 朝阳区、220104 朝阳区"),
    ] {
      let refused = try Program.talentflow.run(["forecast", name] + options)
      #expect(refused.status == 65 && refused.errors.contains(message), "\(refused.errors)")
    }
    #expect(try Program.talentflow.run(["forecast"]).status == 64)
  }

  @Test func anEditionOfAWholeYearHasNone() throws {
    let run = try SampleRun.shared.get()
    #expect(run.pipeline.scratch.files("Reports/bulletin/2025/tables").contains("T1.csv"))
    #expect(!run.pipeline.scratch.files("Reports/bulletin/2025/tables").contains("forecast.csv"))
  }
}
