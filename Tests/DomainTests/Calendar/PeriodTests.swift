import Domain
import Testing

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2026Q3", Period.Unit.quarter, 8106), ("2026q1", .quarter, 8104), ("2026M09", .month, 24_320),
    ("2026-09", .month, 24_320), ("2026M9", .month, 24_320), ("2026H2", .half, 4053), ("2025", .year, 2025),
    ("2025Y", .year, 2025), ("1900M01", .month, 22_800),
  ])
  func reads(text: String, unit: Period.Unit, ordinal: Int) throws {
    #expect(try #require(Period(text)) == Period(unit: unit, ordinal: ordinal))
  }

  @Test(arguments: [
    "", "26Q3", "2026Q0", "2026Q5", "2026H3", "2026M13", "2026M00", "2026Q", "2026X1", "2026Q3 ", "2026-", "1899",
    "2201Q1", "2026Q+3", "2026--9", "第三季度", "2026-09-30",
  ])
  func refuses(text: String) {
    #expect(Period(text) == nil)
  }

  @Test(arguments: [
    ("2026Q3", "2026-07-01", "2026-09-30", "2026Q2", "2025Q3"),
    ("2026Q1", "2026-01-01", "2026-03-31", "2025Q4", "2025Q1"),
    ("2024M02", "2024-02-01", "2024-02-29", "2024M01", "2023M02"),
    ("2026M01", "2026-01-01", "2026-01-31", "2025M12", "2025M01"),
    ("2026H1", "2026-01-01", "2026-06-30", "2025H2", "2025H1"), ("2025", "2025-01-01", "2025-12-31", "2024", "2024"),
  ])
  func knowsItsDaysAndNeighbours(text: String, first: String, last: String, previous: String, yearBefore: String) throws
  {
    let period = try #require(Period(text))
    #expect(period.firstDay.iso == first)
    #expect(period.lastDay.iso == last)
    #expect(period.previous.description == previous)
    #expect(period.yearBefore.description == yearBefore)
  }

  @Test(arguments: [
    ("2026Q3", "2026年第三季度", "Q3 2026"), ("2026M09", "2026年9月", "2026-09"), ("2026H1", "2026年上半年", "H1 2026"),
    ("2026H2", "2026年下半年", "H2 2026"), ("2025", "2025年", "2025"),
  ])
  func hasNames(text: String, zh: String, en: String) throws {
    let period = try #require(Period(text))
    #expect(period.nameZh == zh)
    #expect(period.nameEn == en)
  }

  @Test(arguments: Period.Unit.allCases) func descriptionReadsBack(unit: Period.Unit) {
    let perYear = 12 / unit.rawValue
    let periods = ((1901 * perYear)...(2199 * perYear)).map { Period(unit: unit, ordinal: $0) }
    #expect(periods.allSatisfy { Period($0.description) == $0 })
    #expect(periods.allSatisfy { $0.months.count == unit.rawValue })
    #expect(periods.allSatisfy { Period(unit: unit, containing: $0.firstDay) == $0 })
    #expect(periods.allSatisfy { Period(unit: unit, containing: $0.lastDay) == $0 })
    #expect(periods.allSatisfy { $0.previous.lastDay.ordinal + 1 == $0.firstDay.ordinal })
  }

  @Test(arguments: [
    ("2026", ["2026H1", "2026H2"]), ("2026H2", ["2026Q3", "2026Q4"]),
    ("2026Q4", ["2026M10", "2026M11", "2026M12"]), ("2026M10", []),
  ]) func isMadeOfParts(text: String, parts: [String]) throws {
    let period = try #require(Period(text))
    #expect(period.parts.map(\.description) == parts)
    #expect(period.parts.allSatisfy { $0.whole == period })
    #expect(period.parts.isEmpty || period.parts.flatMap { Array($0.months) } == Array(period.months))
  }

  @Test func ordersByStartThenLength() throws {
    let sorted = ["2026Q1", "2026", "2025Q4", "2026M01", "2026H1"].compactMap(Period.init).sorted().map(\.description)
    #expect(sorted == ["2025Q4", "2026M01", "2026Q1", "2026H1", "2026"])
  }
}
