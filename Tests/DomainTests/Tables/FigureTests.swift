import Domain
import Testing

@Suite struct FigureTests {
  private func numbers(_ values: [String: FigureNumber]) -> (String) -> FigureNumber { { values[$0] ?? .unavailable } }

  private func rounded(_ values: [FigureNumber]) -> [Double?] { values.map { $0.value.map { Rounding.round($0) } } }

  @Test func percentWithWilsonsInterval() {
    // 9 of 10: 59.58 % to 98.21 %.
    let figure = PercentFigure(part: "a", of: ["b"], hasInterval: true)
    let values = figure.values(numbers(["a": .number(9), "b": .number(10)]))
    #expect(rounded(values) == [90, 59.58, 98.21])
    #expect(figure.values(numbers(["a": .number(0), "b": .number(0)])) == [.unavailable, .unavailable, .unavailable])
  }

  @Test func percentWithItsCoverage() {
    let figure = PercentFigure(part: "kept", of: ["known"], coverageOf: ["cohort"])
    let values = figure.values(numbers(["kept": .number(1), "known": .number(2), "cohort": .number(3)]))
    #expect(rounded(values) == [50, 66.67])
  }

  @Test func wholesAreAddedUp() {
    let figure = PercentFigure(part: "closed", of: ["carried", "accepted"])
    #expect(
      figure.value(numbers(["closed": .number(3), "carried": .number(1), "accepted": .number(3)])) == .number(75))
    #expect(figure.value(numbers(["closed": .number(3), "carried": .tooFew, "accepted": .number(3)])) == .tooFew)
  }

  @Test func differenceOfPercentsIsThatOfThePrintedOnes() {
    let figure = DifferenceFigure("a", less: "b")
    let get = numbers(["a": .number(33.335), "b": .number(16.664)])
    #expect(rounded([figure.value(rounds: true, get)]) == [16.68])
    #expect(rounded([figure.value(rounds: false, get)]) == [16.67])
  }

  @Test func kaplanMeierCountsOpenSpells() {
    // 6 days ended, 20 ended, 17 open: half have ended after 6, the rest after 20.
    var estimate = DurationFigure.Estimate(at: [0.5, 0.9], spells: 4)
    estimate.add(6, spells: 2, ended: 2)
    estimate.add(17, spells: 1, ended: 0)
    #expect(estimate.values == [6, nil])
    estimate.add(20, spells: 1, ended: 1)
    #expect(estimate.values == [6, 20])
  }

  @Test func weightedQuantiles() {
    var search = QuantileFigure.Search(at: [0.25, 0.5, 0.75], weight: 45)
    search.add(5000, weight: 10)
    search.add(6000, weight: 30)
    search.add(9000, weight: 5)
    #expect(search.values == [6000, 6000, 6000])
  }

  @Test func readingsHaveIdsOfTheirOwn() {
    let figure = FigureKind.duration(
      DurationFigure(
        from: Condition("a", path: "t", line: 1, column: 1), to: Condition("b", path: "t", line: 1, column: 1),
        at: [0.5, 0.9]))
    #expect(figure.readings.map(\.suffix) == ["_p50", "_p90"])
    #expect(figure.isLeaf)
  }

  @Test func needsAreReadAsTheyAreWritten() {
    #expect(DatasetNeed(parsing: "register") == DatasetNeed("register"))
    #expect(DatasetNeed(parsing: "register.kind=竞业限制") == DatasetNeed("register", field: "kind", value: "竞业限制"))
    #expect(DatasetNeed(parsing: "register.kind") == nil)
    #expect("\(DatasetNeed("register", field: "kind", value: "职称"))" == "register.kind=职称")
  }
}
