import Domain

/// The table of the backtest.
struct OutlookScoreRows {
  private let scores: [OutlookScore]
  private let wording: OutlookWording

  init(_ scores: [OutlookScore], _ wording: OutlookWording) {
    self.scores = scores
    self.wording = wording
  }

  var context: [String: Any] {
    let series = scores.reduce(0) { $0 + $1.series }
    let better = scores.reduce(0) { $0 + $1.better }
    let counts = "\(wording.persons(Double(better))) / \(wording.persons(Double(series)))"
    return ["better": "\(counts) (\(share(better, series)))", "scores": scores.map(row)]
  }

  private func row(_ score: OutlookScore) -> [String: Any] {
    [
      "measure": wording.name(ofMeasure: score.measure), "level": wording.name(ofLevel: score.level),
      "cells": [
        wording.persons(Double(score.series)), wording.score(score.mase), wording.score(score.maseNaive2),
        wording.score(score.maseSeasonalNaive), wording.score(score.rmsse), wording.score(score.msis),
        PrintedCell.text(score.bias.map { .number($0, decimals: 2) } ?? .unavailable, isSigned: true),
        score.coverage.map { PrintedCell.number($0 * 100, 1) + "%" } ?? wording.score(nil),
        share(score.better, score.series),
      ],
    ]
  }

  private func share(_ part: Int, _ whole: Int) -> String {
    whole > 0 ? PrintedCell.number(Double(part) / Double(whole) * 100, 1) + "%" : wording.score(nil)
  }
}
