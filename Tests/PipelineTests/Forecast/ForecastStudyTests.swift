import Domain
import Foundation
import Testing

@testable import Pipeline

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ForecastStudyTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "study-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func write(_ text: String, _ name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    return "\(folder)/\(name)"
  }

  private func wave(_ count: Int, _ scale: Double = 1) -> [Double] {
    let season: [Double] = [0, 20, -10, 5]
    return (0..<count).map { t in
      let noise = Double(t * 37 % 11)
      return scale * (100 + Double(t) + season[t % 4] + noise)
    }
  }

  private func competition() throws -> String {
    let rows = (1...12).map { number in
      let all = wave(44, Double(number))
      let texts = [all.prefix(40), all.suffix(4)].map { $0.map { "\($0)" }.joined(separator: " ") }
      return "S\(number),x,4,4,40,\(texts[0]),\(texts[1])"
    }
    return try write("unique_id,type,period,h,n_train,y_train,y_test\n" + rows.joined(separator: "\n") + "\n", "c.csv")
  }

  private func study(
    _ csv: String, series: String? = nil, horizon: Int? = nil, svg: String? = nil
  ) throws -> [String] {
    try ForecastStudy.lines(csv: csv, series: series, horizon: horizon, svg: svg, workers: 1)
  }

  @Test func scoresAWholeFile() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let text = try study(try competition()).joined(separator: "\n")
    for part in ["12 个序列", "OWA", "sMAPE", "MASE", "MSIS", "95 % 区间", "每核每秒", "Naive2    OWA 1.000"] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
  }

  /// Two years of months below their sum.
  private func family(parent: String = "P", period: Int = 12, above: String = "") throws -> String {
    let season: [Double] = [0, 18, 8, -12, -6, 16, 0, 9, 4, -6, -3, 8]
    let parts = (1...9).map { number in
      (0..<36).map { t -> Double in
        let noise = Double(t * 37 % 11)
        return Double(number) * (100 + season[t % 12]) + noise
      }
    }
    let whole = (0..<36).map { t in parts.reduce(0) { $0 + $1[t] } }
    func row(_ id: String, _ period: Int, _ parent: String, _ values: [Double]) -> String {
      let texts = [values.prefix(24), values.suffix(12)].map { $0.map { "\($0)" }.joined(separator: " ") }
      return "\(id),\(period),12,\(parent),\(texts[0]),\(texts[1])"
    }
    let rows = parts.enumerated().map { row("C\($0 + 1)", 12, parent, $1) } + [row("P", period, above, whole)]
    return try write(
      "unique_id,period,h,parent,y_train,y_test\n" + rows.joined(separator: "\n") + "\n",
      "f\(parent)\(period)\(above).csv")
  }

  @Test func aSeriesMayHaveAParent() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let text = try study(try family()).joined(separator: "\n")
    #expect(text.contains("短序列 (DOT + SES, 季节参考上级) 9") && text.contains("10 个序列"), "\(text)")
    let one = try study(try family(), series: "C3").joined(separator: "\n")
    #expect(one.contains("方法  短序列") && one.contains("DOT 50.0 %, SES 50.0 %"), "\(one)")
    #expect(try study(try family(parent: "")).joined().contains("季节朴素) 10"))
  }

  @Test func aParentHasToFit() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (csv, message) in [
      (try family(parent: "Q"), "不是文件中的 unique_id"), (try family(period: 4), "period 或 h 与本行不同"),
      (try family(above: "C1"), "又回到自己"), (try family(above: "P"), "又回到自己"),
    ] {
      for series in [nil, "C1"] {
        let error = #expect(throws: PipelineError.self) { try study(csv, series: series) }
        #expect(error?.code == .wrongSeriesCell && error?.message.contains(message) == true, "\(message)")
      }
    }
  }

  /// Six weak quarters and a single past origin: the levels still differ.
  @Test(arguments: [9, 11, 13, 16]) func levelsOfAShortSeriesDiffer(_ count: Int) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let rows = wave(count).enumerated().map { "\(2022 + $0 / 4)Q\($0 % 4 + 1),\($1)" }
    let lines = try study(try write("period,value\n" + rows.joined(separator: "\n") + "\n", "k.csv"))
    for line in lines.suffix(4) {
      let cells = line.split(separator: " ").suffix(5).compactMap { Double($0) }
      #expect(cells.count == 5 && cells[3] < cells[1] && cells[4] > cells[2], "\(line)")
    }
  }

  @Test func showsOneSeries() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let csv = try competition()
    let lines = try study(csv, series: "S3", svg: "\(folder)/s.svg")
    let text = lines.joined(separator: "\n")
    for part in ["组合", "DOT", "ETS(", "CES(", "季节朴素", "实际", "过往", "误差校准", "3 个起点"].filter({ $0 != "过往" }) {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
    #expect(lines.filter { $0.hasPrefix("         4") }.count == 4, "\(text)")
    let svg = try String(contentsOfFile: "\(folder)/s.svg", encoding: .utf8)
    #expect(XMLParser(data: Data(svg.utf8)).parse() && svg.contains("<polygon"))
  }

  @Test func showsADatedSeries() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let rows = wave(96, 1e7).enumerated().map { "\(2018 + $0.offset / 12)-\($0.offset % 12 + 1),\($0.element)" }
    let csv = try write("period,value\n" + rows.joined(separator: "\n") + "\n", "d.csv")
    let text = try study(csv, horizon: 6, svg: "\(folder)/d.svg").joined(separator: "\n")
    #expect(text.contains("2026-06") && !text.contains("2026-07") && text.contains("本序列 24 个过往起点"), "\(text)")
    #expect(try String(contentsOfFile: "\(folder)/d.svg", encoding: .utf8).contains("×10^3"))
  }

  @Test func shortAndStrangeSeries() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let one = try study(try write("period,value\n2025,5\n", "one.csv")).joined(separator: "\n")
    #expect(one.contains("历史太短") && one.contains("未经过往误差校准"))
    let gaps = [1, 3, 5, 7, 9, 11, 13].map { "\(2022 + $0 / 4)Q\($0 % 4 + 1),\($0 + 5)" }.joined(separator: "\n")
    let holed = try study(try write("period,value\n\(gaps)\n", "g.csv")).joined(separator: "\n")
    #expect(holed.contains("没有回测: 有缺的期") && !holed.contains("历史太短"), "\(holed)")
    let zeros = (0..<30).map { "\(2018 + $0 / 4)Q\($0 % 4 + 1),0" }.joined(separator: "\n")
    let none = try study(try write("period,value\n\(zeros)\n", "z.csv"), svg: "\(folder)/z.svg").joined(separator: "\n")
    #expect(none.contains("近一年为零"))
    let empty = try write("period,value\n2025,\n2026,\n", "e.csv")
    #expect(throws: PipelineError.self) { try study(empty) }
  }

  @Test func refusals() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let csv = try competition()
    func code(_ body: () throws -> [String]) -> ErrorCode? {
      do { _ = try body() } catch { return (error as? PipelineError)?.code }
      return nil
    }
    #expect(code { try study(csv, series: "S33") } == .unknownSeries)
    #expect(code { try study(csv, svg: "x.svg") } == .seriesOption)
    #expect(code { try study(csv, series: "S3", svg: "/nowhere/x.svg") } == .unwrittenChart)
    let blind = try write("unique_id,period,h,y_train\nA,4,2,1 2 3 4 5\n", "b.csv")
    #expect(code { try study(blind) } == .noTestValues)
    #expect(try study(blind, series: "A").joined().contains("A: 5 期"))
    #expect(code { try study(try write("unique_id,period,h,y_train\nA,4,2,\n", "n.csv"), series: "A") } == .noForecast)
    #expect(code { try study(try write("unique_id,period,h,y_train\n", "h.csv")) } == .noSeriesRows)
  }
}
