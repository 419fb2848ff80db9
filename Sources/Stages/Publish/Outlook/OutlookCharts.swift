import Documents
import Domain

/// The fan charts of one occupation: demand, seekers and gap.
struct OutlookCharts {
  /// Years of history that a chart shows; more would press the forecast to the edge.
  private static let years = 5

  let outlook: Outlook
  let wording: OutlookWording

  private var texts: Texts { wording.texts }
  private var language: Language { wording.language }

  /// The charts with their names and what stands above each.
  func charts(of subject: OutlookSubject) -> [(name: String, caption: String, line: OutlookLine, chart: FanChart)] {
    let lines: [(String, TextKey, OutlookLine)] = [
      ("demand", .demand, subject.demand), ("seekers", .seekers, subject.seekers), ("gap", .gap, subject.gap),
    ]
    return lines.map { name, key, line in
      let caption = texts(key, language)
      let title =
        subject.occupation.isEmpty ? caption : "\(subject.occupation) \(language.text(subject.name)) \(caption)"
      return (name, caption, line, chart(of: line, title))
    }
  }

  private func chart(of line: OutlookLine, _ title: String) -> FanChart {
    let history = Array(line.history.suffix(OutlookCharts.years * outlook.origin.unit.perYear))
    let known = history.indices.map { outlook.origin.advanced(by: $0 - history.count + 1) }
    return FanChart(
      title: title, summary: summary(of: line),
      names: .init(
        history: texts(.outlookHistory, language), point: texts(.outlookMedian, language),
        inner: texts(.outlookBand80, language), outer: texts(.outlookBand95, language)),
      categories: (known + outlook.steps).map {
        ChartCategory(label: language.shortName(of: $0), group: String($0.year))
      },
      history: history,
      steps: line.steps.map {
        FanChart.Step(point: $0.point, inner: $0.low80...$0.high80, outer: $0.low95...$0.high95)
      })
  }

  private func summary(of line: OutlookLine) -> String {
    let last = line.history.last.map { ["\(language.name(of: outlook.origin)): \(wording.persons($0))"] } ?? []
    let ahead = zip(outlook.steps, line.steps).map { period, step in
      "\(language.name(of: period)): \(wording.persons(step.point)) (\(wording.range(step.low80, step.high80)))"
    }
    return (last + ahead).joined(separator: "; ")
  }
}
