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

  @Test func oddInput() {
    for svg in [chart([], 0), chart([5], 1), chart([nil, nil], 3), chart([7, 7], 0, title: "<&>")] {
      #expect(XMLParser(data: Data(svg.utf8)).parse() && !svg.contains("nan"))
    }
  }
}
