import Domain
import Testing

@testable import Stages

@Suite struct OutlookTablesTests {
  private let files: [(path: String, bytes: [UInt8])]

  init() throws {
    let publisher = try Publisher(templates: .shipped())
    files = try publisher.files(FixtureBulletin.make(hasOutlook: true), language: .zh)
  }

  private func rows(_ name: String) throws -> [[String]] {
    let table = try #require(files.first { $0.path == "tables/\(name).csv" })
    return try #require(CSVText.rows(table.bytes))
  }

  @Test func forecastHasALineAStep() throws {
    let rows = try rows("forecast")
    #expect(
      rows[0] == [
        "period", "region", "region_name", "occupation", "occupation_name", "level", "measure", "step", "p2_5", "p10",
        "p50", "p90", "p97_5", "method", "backtest", "chance",
      ])
    // All and 65 occupations in the city, all and 13 in each of four counties.
    #expect(rows.count == 1 + (66 + 4 * 14) * 3 * 4)
    #expect(rows[1].prefix(8) == ["2026Q3", "450600", "防城港市", "total", "全部职业合计", "0", "demand", "2026Q4"])
    #expect(rows[1][8...12] == ["10345.1", "10863.6", "11604.3", "12419.1", "13085.7"])
    #expect(rows.dropFirst().allSatisfy { $0[13].isEmpty == ($0[6] == "gap") })
    #expect(rows.dropFirst().allSatisfy { !$0[13].contains("method") })
    #expect(rows.dropFirst().allSatisfy { $0[14].isEmpty == ($0[6] == "gap") })
    #expect(Set(rows.dropFirst().map { $0[14] }) == ["", "better", "worse", "none"])
    // A chance belongs to a gap.
    #expect(rows.dropFirst().allSatisfy { $0[15].isEmpty == ($0[6] != "gap") })
    #expect(rows.first { $0[3] == "4-02-05-01" && $0[6] == "gap" && $0[7] == "2027Q3" }?[15] == "0.9300")
    #expect(rows.contains { $0[3] == "4-02-05-01" && $0[5] == "4" && $0[6] == "seekers" && $0[7] == "2027Q3" })
  }

  @Test func warningsHaveTheirEvidence() throws {
    let rows = try rows("warnings")
    #expect(
      rows[0] == [
        "period", "region", "region_name", "occupation", "occupation_name", "warning", "warning_name", "blue_from",
        "yellow_from", "orange_from", "red_from", "chance_1", "chance_2", "chance_3", "chance_4", "last_demand",
        "last_seekers", "gap_period", "gap_p10", "gap_p50", "gap_p90", "demand_beats_last_year",
        "seekers_beats_last_year",
      ])
    let row = try #require(rows.first { $0[1] == "450600" && $0[3] == "4-02-05-01" })
    #expect(row[5...10] == ["red", "红色", "2026Q4", "2027Q1", "2027Q2", "2027Q3"])
    #expect(row[11...14] == ["0.6300", "0.7300", "0.8300", "0.9300"])
    #expect(row[17] == "2027Q3")
    #expect(rows.count(where: { $0[1] == "450600" }) == 54)
  }

  @Test func levelsCountTheirWarnings() throws {
    let rows = try rows("warning-levels")
    #expect(
      rows[0] == ["period", "region", "region_name", "warning", "warning_name", "least_chance", "occupations"])
    #expect(rows[1] == ["2026Q3", "450600", "防城港市", "red", "红色", "0.9000", "13"])
    let warnings = try self.rows("warnings").dropFirst()
    for row in rows.dropFirst() {
      #expect(row[6] == "\(warnings.count { $0[1] == row[1] && $0[5] == row[3] })", "\(row)")
    }
  }

  @Test func scoresHaveMarkersWhereThereIsNone() throws {
    let rows = try rows("forecast-scores")
    #expect(rows.count == 11)
    #expect(rows[1].prefix(7) == ["2026Q3", "demand", "0", "全部职业合计", "5", "4", "0.610"])
    #expect(rows[10].suffix(4) == ["[x]", "[x]", "0.041", "[x]"])
  }

  @Test func allAreDescribedAndListed() throws {
    let package = String(decoding: try #require(files.first { $0.path == DataPackage.path }).bytes, as: UTF8.self)
    let index = String(decoding: try #require(files.first { $0.path == "downloads.html" }).bytes, as: UTF8.self)
    for name in ["forecast", "warnings", "warning-levels", "forecast-scores"] {
      #expect(package.contains("\"path\" : \"tables/\(name).csv\""))
      #expect(index.contains("href=\"tables/\(name).csv\""))
    }
    #expect(package.contains("pooledSeason Theta"))
  }
}
