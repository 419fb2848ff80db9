import Documents
import Domain

/// How pages and tables say what an outlook holds.
struct OutlookWording {
  let texts: Texts
  let language: Language

  /// A level of warnings: 「红色」.
  func name(of level: WarningLevel) -> String {
    let key: TextKey =
      switch level {
      case .blue: .blue
      case .yellow: .yellow
      case .orange: .orange
      case .red: .red
      }
    return texts(key, language)
  }

  /// The least chance of a level in percent, with a decimal where it has one, as it was written in the rules.
  func threshold(_ chance: Double) -> String {
    let text = NumberText.fixed(chance * 100, decimals: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// How the backtest of a line ended, as tables name it.
  func backtest(of line: OutlookLine) -> String {
    line.beatsSeasonalNaive.map { $0 ? "better" : "worse" } ?? "none"
  }

  /// A level of the classification: 「细类」.
  func name(ofLevel level: Int) -> String {
    TextKey(rawValue: "level_\(level)").map { texts($0, language) } ?? "\(level)"
  }

  /// 「需求人数」 for `demand`.
  func name(ofMeasure measure: String) -> String {
    TextKey(rawValue: measure).map { texts($0, language) } ?? measure
  }

  /// How a line was forecast, in words; empty for a gap.
  func method(of line: OutlookLine) -> String {
    TextKey(rawValue: line.method).map { texts($0, language) } ?? ""
  }

  /// Whole persons.
  func persons(_ value: Double) -> String { PrintedCell.number(value, 0) }

  /// 「1,200 至 1,340」
  func range(_ low: Double, _ high: Double) -> String {
    "\(persons(low)) \(texts(.outlookTo, language)) \(persons(high))"
  }

  /// Whole percents, rounded down, so that no chance is printed as a threshold that it does not reach; what is below one
  /// is not printed as none.
  func percent(_ chance: Double) -> String {
    let percents = (chance * 100 + 1e-9).rounded(.down)
    return percents < 1 && chance > 0 ? "<1%" : "\(PrintedCell.number(percents, 0))%"
  }

  /// Where a forecast did worse in the backtest than the value of a year before.
  func weaknesses(of subject: OutlookSubject) -> [String] {
    let lines: [(OutlookLine, TextKey)] = [(subject.demand, .weakDemand), (subject.seekers, .weakSeekers)]
    return lines.filter { $0.0.beatsSeasonalNaive == false }.map { texts($0.1, language) }
  }

  /// A score, printed with `decimals` decimals.
  func score(_ value: Double?, _ decimals: Int = 2) -> String {
    PrintedCell.text(value.map { .number($0, decimals: decimals) } ?? .unavailable)
  }
}
