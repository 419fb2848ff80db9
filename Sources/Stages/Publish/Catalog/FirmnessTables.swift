import Domain

/// How many levels change when rules or time move a little.
struct FirmnessTables {
  private let report: ShortageReport
  private let texts: Texts

  init(_ report: ShortageReport, _ texts: Texts) { (self.report, self.texts) = (report, texts) }

  var context: [String: Any] {
    let heads = runs(of: .ratio).map {
      "\(texts($0.change == .weight ? .firmnessWeight : .firmnessCut)) \(percent($0.factor))"
    }
    return [
      "firmness": sentence, "sensitivity_units": "\(report.sensitivity.map(\.units).max() ?? 0)",
      "sensitivity_heads": heads,
      "sensitivity": ShortageIndicator.allCases.map { indicator in
        ["name": texts.name(indicator), "cells": runs(of: indicator).map { "\($0.changed)" }] as [String: Any]
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
      texts(.firmnessMost, ["most": "\(run.changed)", "units": "\(run.units)"])
    }
    let last = report.stability.last.map { step in
      texts(
        .firmnessMoved,
        ["quarter": step.period.nameZh, "units": "\(step.units)", "changed": "\(step.flipped)"])
    }
    return (worst ?? "") + (last ?? texts(.firmnessNoEarlier))
  }
}
