import Documents
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct FanChartTests {
  private func chart(_ history: [Double?], _ steps: Int, title: String = "标题") -> String {
    FanChart(
      title: title, summary: "说明", names: .init(history: "历史", point: "预测", inner: "80 %", outer: "95 %"),
      categories: (0..<(history.count + steps)).map { ChartCategory(label: "\($0)", group: "") }, history: history,
      steps: (0..<steps).map { FanChart.Step(point: 50, inner: (45 - Double($0))...55, outer: 30...(80 + Double($0))) }
    ).svg(id: "f")
  }

  @Test func drawsLineFanAndLegend() {
    let svg = chart([40, 45, nil, 50, 48], 4)
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    // Two intervals and their samples in the legend; two pieces of history, one forecast, two samples.
    #expect(svg.components(separatedBy: "<polygon").count - 1 == 4)
    #expect(svg.components(separatedBy: "<polyline").count - 1 == 5)
    for name in ["历史", "预测", "80 %", "95 %"] { #expect(svg.contains(">\(name)</text>")) }
    #expect(!svg.contains("nan") && !svg.contains("inf"))
  }

  @Test func writesFewLabels() {
    let svg = chart((0..<60).map(Double.init), 18)
    let labels = svg.components(separatedBy: "text-anchor=\"middle\"").count - 1
    // A label and its group each.
    #expect((4...16).contains(labels), "\(labels)")
    #expect(svg.contains(">77</text>"))
  }

  @Test func lineAtZeroStandsOnlyWhereValuesLieOnBothSides() {
    func rules(_ low: Double) -> Int {
      FanChart(
        title: "t", summary: "s", names: .init(history: "a", point: "b", inner: "c", outer: "d"),
        categories: ["1", "2"].map { ChartCategory(label: $0, group: "") }, history: [10],
        steps: [.init(point: 5, inner: low...8, outer: low...9)]
      ).svg(id: "f").components(separatedBy: "stroke=\"#5b6875\"").count - 1
    }
    #expect(rules(1) == 1 && rules(-5) == 2)
  }

  @Test func lastLabelIsWhole() {
    let categories = (0..<24).map { ChartCategory(label: "\($0)季度", group: "2026") }
    let svg = FanChart(
      title: "t", summary: "s", names: .init(history: "a", point: "b", inner: "c", outer: "d"), categories: categories,
      history: categories.map { _ in 12_000 }, steps: []
    ).svg(id: "f")
    // 「23季度」 is about 50 wide, the chart 520.
    #expect(svg.contains("<text x=\"495\" y=\"239\" text-anchor=\"middle\" fill=\"#333f4a\">23季度</text>"))
  }

  /// Wide labels stand further apart, also the last, which is moved inwards.
  @Test(arguments: 9...64) func labelsDoNotTouch(_ count: Int) throws {
    let categories = (0..<count).map { ChartCategory(label: "\(2018 + $0 / 12)-\($0 % 12 + 10)", group: "") }
    let svg = FanChart(
      title: "t", summary: "s", names: .init(history: "a", point: "b", inner: "c", outer: "d"), categories: categories,
      history: categories.map { _ in 12_000_000 }, steps: []
    ).svg(id: "f")
    let places = svg.components(separatedBy: "<text x=\"").dropFirst()
      .filter { $0.contains("y=\"239\"") && $0.contains(">20") }
      .compactMap { Double($0.prefix { $0 != "\"" }) }
    #expect(places.count > 1)
    // 「2026-09」 is about 63 wide.
    for (left, right) in zip(places, places.dropFirst()) { #expect(right - left > 63, "\(places)") }
  }

  @Test func oddInput() {
    for svg in [chart([], 0), chart([5], 1), chart([nil, nil], 3), chart([7, 7], 0, title: "<&>")] {
      #expect(XMLParser(data: Data(svg.utf8)).parse() && !svg.contains("nan"))
    }
  }
}
