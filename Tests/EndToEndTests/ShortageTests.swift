import Foundation
import TestSupport
import Testing

/// The shortage index of SampleData, held against what the generator built in and against a recount from the facts.
@Suite struct ShortageTests {
  /// A line of `talentflow explain 紧缺`.
  private struct Row {
    let code: String
    let cells: [String]
    var level: String { cells[12] }
    /// Listed at 轻度 or above.
    var isListed: Bool { ["轻度紧缺", "中度紧缺", "重度紧缺"].contains(level) }
  }

  private func explain(_ name: String, period: String = "2026Q3") throws -> Program.Result {
    let run = try SampleRun.shared.get()
    return try Program.talentflow.run(["explain", name, "--pipeline", run.pipeline.path, "--period", period])
  }

  private func rows() throws -> [Row] {
    let result = try explain("紧缺")
    #expect(result.status == 0, "\(result.errors)")
    return result.output.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t").map(String.init)
      return Row(code: cells[0], cells: cells)
    }
  }

  @Test func whatIsBuiltInIsFound() throws {
    let rows = Dictionary(uniqueKeysWithValues: try rows().map { ($0.code, $0) })
    let text = try Repository.text("SampleData/truth/shortages.csv")
    let truth = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
    func found(_ state: String) -> (all: Int, assessed: [Row], below: [String]) {
      let codes = truth.filter { $0[2] == state }.map { $0[0] }
      let assessed = codes.compactMap { rows[$0] }.filter { $0.level != "X" }
      return (codes.count, assessed, codes.filter { code in !assessed.contains { $0.code == code } })
    }
    let (short, surplus, balanced) = (found("short"), found("surplus"), found("balanced"))
    for (name, state) in [("short", short), ("surplus", surplus), ("balanced", balanced)] {
      print(
        "built in as \(name): \(state.all), of which \(state.below.count) below the floor; listed "
          + "\(state.assessed.count(where: \.isListed)) of \(state.assessed.count)")
    }
    #expect(short.assessed.count >= 15 && surplus.assessed.count >= 10)
    #expect(short.assessed.filter { !$0.isListed }.map(\.cells).isEmpty)
    #expect(surplus.assessed.filter(\.isListed).map(\.cells).isEmpty)
    // Those below the floor are X for themselves, and say which unit stands for them.
    for code in short.below + surplus.below {
      let result = try explain("紧缺/\(code)")
      #expect(result.status == 0 && result.output.contains("X 无法评估\n"), "\(code) \(result.errors)")
      #expect(result.output.contains("并入所属小类的其余部分 \(code.prefix(7))"), "\(code)")
    }
  }

  @Test(.enabled(if: Tool.python != nil)) func agreesWithARecountFromTheFacts() throws {
    let run = try SampleRun.shared.get()
    let script = Bundle.module.bundleURL.appendingPathComponent("Scripts/shortage.py").path
    for period in ["2026Q3", "2025Q4"] {
      let recount = try #require(Tool.python).run(
        [script, run.pipeline.scratch.file("work/warehouse.sqlite"), period, "2024"])
      #expect(recount.status == 0, "\(recount.errors)")
      let wanted = recount.output.split(separator: "\n").map(String.init)
      let levels = ["X": "-", "未列入": "0", "轻度紧缺": "1", "中度紧缺": "2", "重度紧缺": "3"]
      let result = try explain("紧缺", period: period)
      let own = result.output.split(separator: "\n").dropFirst().map { line in
        let cells = line.split(separator: "\t").map(String.init)
        return ([cells[0]] + cells[4..<12] + [levels[cells[12]] ?? "?"]).joined(separator: "|")
      }
      #expect(own.count > 60 && own == wanted, "\(period): \(zip(own, wanted).filter(!=))")
    }
  }

  /// The printed arithmetic is done again.
  @Test func theExplanationAddsUp() throws {
    let row = try #require(try rows().first { $0.level == "重度紧缺" })
    let output = try explain("紧缺/\(row.code)").output
    let line = try #require(output.split(separator: "\n").first { $0.hasPrefix("加权平均分") })
    let terms = line.prefix { $0 != ")" }.drop { $0 != "(" }.dropFirst().split(separator: "+").map { term in
      term.split(separator: "×").map { Double($0.trimmingCharacters(in: .whitespaces)) ?? .nan }
    }
    #expect(terms.map { "\(Int($0[0]))" } == Array(row.cells[5..<11]).filter { $0 != "-" })
    let mean = terms.reduce(0) { $0 + $1[0] * $1[1] } / terms.reduce(0) { $0 + $1[1] }
    #expect("\(Int((100 * mean / 3).rounded()))" == row.cells[11] && mean >= 2.5)
    #expect(output.contains("= \(row.cells[11]) (指标 \(terms.count)/6)") && output.contains("敏感性 "))
    #expect(output.contains("尚未存入仓库, 现算"))
  }

  @Test func whatCannotBeExplainedIsRefused() throws {
    #expect(try explain("紧缺/9-99").status == 65)
    let empty = try explain("紧缺/1-01-00-01")
    #expect(empty.status == 65 && empty.errors.contains("TF693"), "\(empty.errors)")
    let late = try explain("紧缺", period: "2026Q4")
    #expect(late.status == 66 && late.errors.contains("TF405"), "\(late.errors)")
  }
}
