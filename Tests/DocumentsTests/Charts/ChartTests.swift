import Documents
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ChartTests {
  private let categories = [ChartCategory(label: "Q4", group: "2025"), ChartCategory(label: "Q1", group: "2026")]
  private let bars = [
    BarChart.Bar(label: "计算机、通信和其他电子设备制造人员以及其他人员", value: 12, text: "+12"),
    BarChart.Bar(label: "<b>\"&", value: -30.5, text: "−30.5"),
  ]

  private func charts(_ id: String = "c") -> [String] {
    [
      ColumnChart(
        title: "标题", summary: "说明", categories: categories,
        series: [.init(name: "甲", values: [1200, nil]), .init(name: "乙", values: [900, 0])]
      ).svg(id: id),
      LineChart(
        title: "标题", summary: "说明", name: "倍率", categories: categories, values: [1.05, nil], reference: 1
      ).svg(id: id),
      BarChart(title: "标题", summary: "说明", bars: [BarChart.Bar(label: "<b>", value: 3, text: "3%")]).svg(id: id),
      DivergingBarChart(title: "标题", summary: "说明", positive: "多", negative: "少", bars: bars).svg(id: id),
      MatrixChart(
        title: "标题", summary: "说明", columns: ["甲", "<i>"],
        rows: [.init(label: "<b>", cells: [("3", 3), ("[c]", nil)]), .init(label: "乙", cells: [("0", 0), ("1", 1)])]
      ).svg(id: id),
    ]
  }

  /// The larger the darker; nothing, and what is hidden, have no shade.
  @Test func cellsOfAMatrixAreShaded() {
    let chart = MatrixChart(
      title: "", summary: "", columns: ["a", "b", "c"],
      rows: [.init(label: "x", cells: [("100", 100), ("30", 30), ("0", 0)]), .init(label: "y", cells: [("[c]", nil)])])
    let shades = chart.svg(id: "m").components(separatedBy: "fill-opacity=\"").dropFirst().map { $0.prefix(4) }
    #expect(shades == ["1.00", "0.20"])
    #expect(chart.svg(id: "m").contains("fill=\"#fff\">100<") && chart.svg(id: "m").contains("[c]"))
  }

  @Test func haveATextAlternativeAndScale() {
    for chart in charts() {
      #expect(chart.contains("role=\"img\" aria-labelledby=\"c-title c-desc\""))
      #expect(chart.contains("<title id=\"c-title\">标题</title>") && chart.contains("<desc id=\"c-desc\">说明</desc>"))
      #expect(chart.contains("viewBox=\"0 0 520 "))
      #expect(!chart.contains("nan") && !chart.contains("inf"))
    }
  }

  @Test func areWellFormedAndInert() {
    for chart in charts() {
      #expect(XMLParser(data: Data(chart.utf8)).parse())
      #expect(!chart.contains("<b>"))
    }
  }

  /// What is drawn beyond the edge nobody sees.
  @Test func labelsLieWithinTheDrawing() throws {
    let chart = LineChart(
      title: "标题", summary: "说明", name: "倍率", categories: categories, values: [1.05, 1.2], reference: 1)
    let svg = chart.svg(id: "c")
    let height = try #require(svg.firstMatch(of: /viewBox="0 0 [\d.]+ ([\d.]+)"/).flatMap { Double($0.1) })
    let labels = svg.matches(of: /<text x="[^"]*" y="([^"]*)"/).compactMap { Double($0.1) }
    #expect(labels.count > 4 && labels.allSatisfy { $0 > 0 && $0 < height - 4 })
  }

  /// What a page gives to an element of it: size, font and paper. The drawing is the same.
  @Test func fileStandsAlone() throws {
    let chart = LineChart(
      title: "标题", summary: "说明", name: "倍率", categories: categories, values: [1.05, 1.2], reference: 1)
    let file = String(decoding: chart.file(id: "c", title: "甲 <标题>"), as: UTF8.self)
    #expect(XMLParser(data: Data(file.utf8)).parse())
    #expect(
      file.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg width=\"520\" height=\"270\" font-family=\""))
    #expect(file.contains("Noto Sans CJK SC") && file.contains("<rect width=\"520\" height=\"270\" fill=\"#fff\"/>"))
    #expect(
      file.contains("<title id=\"c-title\">甲 &lt;标题&gt;</title>") && file.contains("<desc id=\"c-desc\">说明</desc>"))
    let drawing = try #require(chart.svg(id: "c").components(separatedBy: "</defs>").last)
    #expect(file.hasSuffix(drawing.dropFirst()) && !chart.svg(id: "c").contains("font-family"))
  }

  @Test func areTheSameTwice() { #expect(charts() == charts()) }

  @Test func emptySeriesDrawNothingStrange() {
    let empty = [
      ColumnChart(title: "", summary: "", categories: [], series: []).svg(id: "e"),
      LineChart(title: "", summary: "", name: "", categories: [], values: [], reference: 1).svg(id: "e"),
      BarChart(title: "", summary: "", bars: []).svg(id: "e"),
      DivergingBarChart(title: "", summary: "", positive: "", negative: "", bars: []).svg(id: "e"),
    ]
    for chart in empty { #expect(XMLParser(data: Data(chart.utf8)).parse() && !chart.contains("nan")) }
  }

  @Test func longLabelIsCut() {
    #expect(charts()[3].contains("计算机、通信和其他电子设备制…"))
  }
}
