import Documents
import Domain

/// The data tables of an outlook: all forecasts, all warnings, and the backtest.
struct OutlookTables {
  /// What stands for the code of all occupations together: an empty one would read as missing.
  static let total = "total"

  private let outlook: Outlook
  private let regions: [RegionReport]
  private let wording: OutlookWording

  init(_ outlook: Outlook, of bulletin: Bulletin, _ wording: OutlookWording) {
    self.outlook = outlook
    regions = bulletin.regions
    self.wording = wording
  }

  /// Paths and titles in the order of `all`.
  static func titles(_ texts: Texts, _ language: Language) -> [(path: String, title: String)] {
    [
      ("tables/forecast.csv", texts(.forecastTable, language)),
      ("tables/warnings.csv", texts(.warningsTable, language)),
      ("tables/warning-levels.csv", texts(.warningLevelsTable, language)),
      ("tables/forecast-scores.csv", texts(.scoresTable, language)),
    ]
  }

  var all: [EditionTable] { [forecast, warnings, levels, scores] }

  private var forecast: EditionTable {
    var rows: [[String]] = []
    for region in outlook.regions {
      for subject in [region.total] + region.occupations {
        let common = self.common(region) + occupation(subject) + ["\(subject.level)"]
        let lines = [("demand", subject.demand), ("seekers", subject.seekers), ("gap", subject.gap)]
        for (measure, line) in lines {
          for (number, (period, step)) in zip(outlook.steps, line.steps).enumerated() {
            let isGap = measure == "gap"
            let values = [step.low95, step.low80, step.point, step.high80, step.high95].map(OutlookTables.decimal)
            rows.append(
              common + [measure, period.description] + values
                + [
                  OutlookTables.id(ofMethod: line.method), isGap ? "" : wording.backtest(of: line),
                  isGap ? OutlookTables.chance(subject.chances[number]) : "",
                ])
          }
        }
      }
    }
    let quantiles = [("p2_5", "2.5%"), ("p10", "10%"), ("p50", "50%"), ("p90", "90%"), ("p97_5", "97.5%")]
    return EditionTable(
      name: "forecast", title: text(.forecastTable), note: note,
      fields: commonFields + occupationFields + [
        field("level", .fieldOccupationLevel, .integer, meaning: occupationLevels),
        field("measure", .fieldMeasure, meaning: measures), field("step", .fieldStep),
      ] + quantiles.map { field($0.0, title: "\(text(.fieldQuantile)) \($0.1)", .number) } + [
        field("method", .fieldMethod, meaning: methods), field("backtest", .fieldBacktest, meaning: backtests),
        field("chance", .outlookChance, .number),
      ],
      key: ["period", "region", "occupation", "measure", "step"], rows: rows)
  }

  private var warnings: EditionTable {
    let rows = outlook.regions.flatMap { region in
      region.warnings.map { warning in
        let subject = warning.subject
        let index = OutlookWarningRows.decisive(warning, in: outlook)
        let gap = outlook.hasSingleOccupations ? subject.gap.steps[index] : nil
        let values = gap.map { [$0.low80, $0.point, $0.high80].map(OutlookTables.decimal) }
        return common(region) + occupation(subject) + [warning.level.id, wording.name(of: warning.level)]
          + WarningLevel.allCases.map { level in
            warning.reached.first { $0.level == level }?.period.description ?? ""
          } + outlook.steps.indices.map { OutlookTables.chance(subject.chances[$0]) }
          + [subject.demand, subject.seekers].map { line in
            line.history.last.map(OutlookTables.decimal) ?? (gap == nil ? Cell.suppressed.csv : "")
          } + [outlook.steps[index].description] + (values ?? Array(repeating: Cell.suppressed.csv, count: 3))
          + [subject.demand, subject.seekers].map { $0.beatsSeasonalNaive.map { $0 ? "1" : "0" } ?? "" }
      }
    }
    let since = WarningLevel.allCases.map { level in
      field("\(level.id)_from", title: "\(wording.name(of: level)): \(text(.fieldSince))", .string)
    }
    let chances = outlook.steps.enumerated().map { index, period in
      field("chance_\(index + 1)", title: "\(period) \(text(.outlookChance))", .number)
    }
    let levels = WarningLevel.allCases.map { "\($0.id) \(wording.name(of: $0))" }.joined(separator: "; ")
    return EditionTable(
      name: "warnings", title: text(.warningsTable), note: note,
      fields: commonFields + occupationFields + [
        field("warning", .fieldWarning, meaning: levels), field("warning_name", .fieldWarningName),
      ] + since + chances + [
        field("last_demand", .fieldLastDemand, .number), field("last_seekers", .fieldLastSeekers, .number),
        field("gap_period", .fieldGapPeriod),
      ]
        + [("p10", "10%"), ("p50", "50%"), ("p90", "90%")].map {
          field("gap_\($0.0)", title: "\(text(.gap)) \(text(.fieldQuantile)) \($0.1)", .number)
        } + [
          field("demand_beats_last_year", .fieldBeatsDemand, .integer, meaning: "1; 0"),
          field("seekers_beats_last_year", .fieldBeatsSeekers, .integer, meaning: "1; 0"),
        ],
      key: ["period", "region", "occupation"], rows: rows)
  }

  private var levels: EditionTable {
    EditionTable(
      name: "warning-levels", title: text(.warningLevelsTable), note: note,
      fields: commonFields + [
        field("warning", .fieldWarning), field("warning_name", .fieldWarningName),
        field("least_chance", .fieldLeastChance, .number), field("occupations", .fieldWarned, .integer),
      ],
      key: ["period", "region", "warning"],
      rows: outlook.regions.flatMap { region in
        OutlookLevels(outlook, region).all.map { level, least, count in
          common(region) + [
            level.id, wording.name(of: level), NumberText.fixed(least, decimals: 4), "\(count)",
          ]
        }
      })
  }

  private var scores: EditionTable {
    let rows = outlook.scores.map { score in
      [
        outlook.origin.description, score.measure, "\(score.level)", wording.name(ofLevel: score.level),
        "\(score.series)", "\(score.better)",
      ]
        + [
          score.mase, score.maseNaive2, score.maseSeasonalNaive, score.rmsse, score.msis, score.bias, score.coverage,
        ].map { value in value.map { NumberText.fixed($0, decimals: 3) } ?? Cell.unavailable.csv }
    }
    let numbers: [(String, String)] = [
      ("mase", text(.scoreMASE)), ("mase_naive2", "\(text(.scoreMASE)) \(text(.scoreNaive2))"),
      ("mase_last_year", "\(text(.scoreMASE)) \(text(.scoreLastYear))"), ("rmsse", text(.scoreRMSSE)),
      ("msis", text(.scoreMSIS)), ("bias", text(.scoreBias)), ("coverage_95", text(.scoreCoverage)),
    ]
    return EditionTable(
      name: "forecast-scores", title: text(.scoresTable), note: text(.backtestReading),
      fields: [
        field("period", .fieldOrigin), field("measure", .fieldMeasure, meaning: measures),
        field("level", .fieldOccupationLevel, .integer, meaning: occupationLevels),
        field("level_name", .fieldLevelName),
        field("series", .scoreSeries, .integer), field("better", .fieldBetter, .integer),
      ] + numbers.map { field($0.0, title: $0.1, .number) },
      key: ["period", "measure", "level"], rows: rows)
  }

  private func common(_ region: OutlookRegion) -> [String] {
    let name = regions.first { $0.code == region.code }.map { wording.language.text($0.name) } ?? ""
    return [outlook.origin.description, region.code, name]
  }

  private func occupation(_ subject: OutlookSubject) -> [String] {
    subject.occupation.isEmpty
      ? [OutlookTables.total, text(.levelAll)] : [subject.occupation, wording.language.text(subject.name)]
  }

  private static func decimal(_ value: Double) -> String { NumberText.fixed(value, decimals: 1) }
  private static func chance(_ value: Double) -> String { NumberText.fixed(value, decimals: 4) }

  /// `combination` of `method_combination`.
  private static func id(ofMethod method: String) -> String {
    method.hasPrefix(methodPrefix) ? String(method.dropFirst(methodPrefix.count)) : method
  }

  private static let methodPrefix = "method_"

  private var commonFields: [EditionTable.Field] {
    [field("period", .fieldOrigin), field("region", .fieldRegion), field("region_name", .fieldRegionName)]
  }

  private var occupationFields: [EditionTable.Field] {
    [
      field("occupation", .fieldOccupation, meaning: "\(OutlookTables.total) \(text(.levelAll))"),
      field("occupation_name", .fieldOccupationName),
    ]
  }

  /// Says so where nothing was tested, or intervals rest on few shocks.
  private var note: String {
    text(.outlookNotice) + text(.outlookSums) + (outlook.isTested ? "" : text(.outlookUntested))
      + (outlook.restsOnFewShocks ? text(.outlookFewShocks) : "")
  }

  private var backtests: String {
    [("better", TextKey.backtestBetter), ("worse", .backtestWorse), ("none", .backtestNone)]
      .map { "\($0) \(text($1))" }.joined(separator: "; ")
  }

  private var occupationLevels: String { (0...4).map { "\($0) \(wording.name(ofLevel: $0))" }.joined(separator: "; ") }

  private var measures: String {
    ["demand", "seekers", "gap"].map { "\($0) \(wording.name(ofMeasure: $0))" }.joined(separator: "; ")
  }

  private var methods: String {
    TextKey.allCases.filter { $0.rawValue.hasPrefix(OutlookTables.methodPrefix) }
      .map { "\(OutlookTables.id(ofMethod: $0.rawValue)) \(text($0))" }.joined(separator: "; ")
  }

  private func text(_ key: TextKey) -> String { wording.texts(key, wording.language) }

  private func field(
    _ name: String, _ title: TextKey, _ kind: EditionTable.Field.Kind = .string, meaning: String = ""
  ) -> EditionTable.Field {
    EditionTable.Field(name: name, title: text(title), description: meaning, kind: kind)
  }

  private func field(_ name: String, title: String, _ kind: EditionTable.Field.Kind) -> EditionTable.Field {
    EditionTable.Field(name: name, title: title, description: "", kind: kind)
  }
}
