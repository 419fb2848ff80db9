import Domain

/// Whether an outlook can be laid out: every line has its steps, every code can be part of a file name and an anchor.
struct OutlookCheck {
  private let outlook: Outlook

  /// - Throws: `PipelineError` naming the first thing that is wrong.
  init(_ outlook: Outlook, in bulletin: Bulletin) throws {
    self.outlook = outlook
    let known = Set(bulletin.regions.map(\.code))
    guard Set(outlook.regions.map(\.code)).count == outlook.regions.count,
      outlook.regions.allSatisfy({ known.contains($0.code) }),
      outlook.regions.first.map({ $0.code == bulletin.regions.first?.code }) ?? true
    else { throw OutlookCheck.failure(outlook.origin.description, "预测的地区与公报的地区不一致") }
    for region in outlook.regions { try check(region) }
    for score in outlook.scores { try check(score) }
  }

  private func check(_ region: OutlookRegion) throws {
    guard region.total.occupation.isEmpty else { throw OutlookCheck.failure(region.code, "合计的职业代码应为空") }
    var seen: Set<String> = []
    for subject in region.occupations {
      // ASCII only: the code becomes part of a file name and of an anchor.
      let isCode = subject.occupation.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
      guard isCode, !subject.occupation.isEmpty, seen.insert(subject.occupation).inserted else {
        throw OutlookCheck.failure("\(region.code) \(subject.occupation)", "职业代码写法不对或重复")
      }
    }
    for subject in [region.total] + region.occupations {
      try check(subject, steps: outlook.steps.count, "\(region.code) \(subject.occupation)")
    }
    for subject in region.warnings.map(\.subject) {
      let steps = outlook.hasSingleOccupations ? outlook.steps.count : 0
      try check(subject, steps: steps, "\(region.code) \(subject.occupation)")
    }
    for warning in region.warnings {
      guard !outlook.hasSingleOccupations || seen.contains(warning.subject.occupation), let last = warning.reached.last,
        last.level == warning.level,
        warning.reached.allSatisfy({ outlook.steps.contains($0.period) })
      else { throw OutlookCheck.failure("\(region.code) \(warning.subject.occupation)", "预警的级别与时期不一致") }
    }
  }

  private func check(_ subject: OutlookSubject, steps: Int, _ place: String) throws {
    for line in [subject.demand, subject.seekers, subject.gap] {
      guard line.steps.count == steps, line.history.allSatisfy(OutlookCheck.isPlain) else {
        throw OutlookCheck.failure(place, "预测的期数不符, 或有无法印出的数值")
      }
      if let step = line.steps.first(where: { !OutlookCheck.isPlain($0) }) {
        throw OutlookCheck.failure(place, "预测的数值无法印出: \(step)")
      }
      guard line.method.isEmpty || line.method.hasPrefix("method_") && TextKey(rawValue: line.method) != nil else {
        throw OutlookCheck.failure(place, "预测方法 “\(line.method)” 没有名称")
      }
    }
    guard subject.chances.count == outlook.steps.count, subject.chances.allSatisfy({ (0...1).contains($0) }) else {
      throw OutlookCheck.failure(place, "缺口概率的期数不符, 或不在 0 与 1 之间")
    }
  }

  private func check(_ score: OutlookScore) throws {
    let values = [
      score.mase, score.maseNaive2, score.maseSeasonalNaive, score.rmsse, score.msis, score.bias, score.coverage,
    ]
    guard ["demand", "seekers"].contains(score.measure), (0...4).contains(score.level),
      values.compactMap({ $0 }).allSatisfy(OutlookCheck.isPlain), score.better <= score.series
    else { throw OutlookCheck.failure("\(score.measure) \(score.level)", "回测结果不完整") }
  }

  private static func isPlain(_ step: OutlookStep) -> Bool {
    [step.point, step.low80, step.high80, step.low95, step.high95].allSatisfy(isPlain) && step.low80 <= step.high80
      && step.low95 <= step.high95
  }

  /// Finite, and small enough to be printed.
  private static func isPlain(_ value: Double) -> Bool { value.isFinite && abs(value) < 1e12 }

  private static func failure(_ place: String, _ message: String) -> PipelineError {
    PipelineError(.inconsistentEdition, .config, at: place, message, remedy: "属程序错误, 请附上这一行报告开发人员; 可先在流水线中关闭预测")
  }
}
