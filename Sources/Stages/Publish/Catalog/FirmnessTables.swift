import Domain

/// How many levels change when rules or time move a little.
struct FirmnessTables {
  private let report: ShortageReport

  init(_ report: ShortageReport) { self.report = report }

  var context: [String: Any] {
    let heads = runs(of: .ratio).map { "\($0.change == .weight ? "权重" : "分界") \(percent($0.factor))" }
    return [
      "firmness": sentence, "sensitivity_units": "\(report.sensitivity.map(\.units).max() ?? 0)",
      "sensitivity_heads": heads,
      "sensitivity": ShortageIndicator.allCases.map { indicator in
        ["name": indicator.name, "cells": runs(of: indicator).map { "\($0.changed)" }] as [String: Any]
      },
      "stability": report.stability.map {
        ["period": $0.period.nameZh, "units": "\($0.units)", "flipped": "\($0.flipped)"]
      },
    ]
  }

  private func runs(of indicator: ShortageIndicator) -> [SensitivityRun] {
    report.sensitivity.filter { $0.indicator == indicator }
      .sorted { ($0.change.rawValue, $1.factor) > ($1.change.rawValue, $0.factor) }
  }

  private func percent(_ factor: Double) -> String { "\(PrintedCell.number(factor * 100, 0, true))%" }

  private var sentence: String {
    let most = report.sensitivity.max { $0.changed < $1.changed }
    let worst = most.map { run in
      "单独改变一项权重（±50%）或分界（±10%），程度改变的职业最多 \(run.changed) 个（共 \(run.units) 个）。"
    }
    let last = report.stability.last.map { "窗口前移一季（至\($0.period.nameZh)），\($0.units) 个职业中 \($0.flipped) 个程度改变。" }
    return (worst ?? "") + (last ?? "没有更早的窗口可比。")
  }
}
