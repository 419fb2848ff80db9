/// What is expected of demand, seekers and the gap between them: forecasts per occupation and region with every
/// aggregate, how far they can be trusted, and the warnings that follow. Figures only, no layout.
public struct Outlook: Sendable {
  /// The last period that was known.
  public let origin: Period
  /// The periods ahead, oldest first.
  public let steps: [Period]
  /// In the order of the bulletin's: the city first.
  public let regions: [OutlookRegion]
  /// How forecasts of the past did, a line a measure and kind of series.
  public let scores: [OutlookScore]
  /// Least probability of a shortage for each level of warnings that is in use.
  public let thresholds: [WarningLevel: Double]

  /// False in a public edition: warnings have no figures then, and regions no occupations below 大类.
  public let hasSingleOccupations: Bool

  /// Past forecasts from different periods were off by so different amounts that a few shocks decide how wide intervals
  /// are.
  public let restsOnFewShocks: Bool

  /// Whether a backtest says how far the forecasts can be trusted. Where the history is too short for one there are no
  /// warnings: nobody should act on what has never been held against what came.
  public var isTested: Bool { !scores.isEmpty }

  public init(
    origin: Period, steps: [Period], regions: [OutlookRegion], scores: [OutlookScore],
    thresholds: [WarningLevel: Double] = [:], hasSingleOccupations: Bool = true, restsOnFewShocks: Bool = false
  ) {
    self.origin = origin
    self.steps = steps
    self.regions = regions
    self.scores = scores
    self.thresholds = thresholds
    self.hasSingleOccupations = hasSingleOccupations
    self.restsOnFewShocks = restsOnFewShocks
  }
}

/// The forecasts of one region.
public struct OutlookRegion: Sendable {
  /// GB/T 2260 code.
  public let code: String
  /// All occupations together.
  public let total: OutlookSubject
  /// Occupations and their groups that have any demand or seekers, in the order of their codes.
  public let occupations: [OutlookSubject]
  /// The highest level first, and of a level the greatest chance.
  public let warnings: [OutlookWarning]

  public init(code: String, total: OutlookSubject, occupations: [OutlookSubject], warnings: [OutlookWarning]) {
    self.code = code
    self.total = total
    self.occupations = occupations
    self.warnings = warnings
  }
}

/// One occupation, or a group of them, in one region.
public struct OutlookSubject: Sendable {
  /// Code of the classification of 2022: `4-02-05-01`; `4` for a 大类, empty for all.
  public let occupation: String
  /// Name in the classification; empty for all.
  public let name: Label
  /// Openings, seekers, and openings minus seekers.
  public let demand: OutlookLine
  public let seekers: OutlookLine
  public let gap: OutlookLine
  /// Probability that openings exceed seekers, a step.
  public let chances: [Double]

  /// 0 all, 1 大类, 2 中类, 3 小类, 4 细类.
  public var level: Int { CodeNumber.occupationLevel(occupation) }

  public init(
    occupation: String, name: Label, demand: OutlookLine, seekers: OutlookLine, gap: OutlookLine, chances: [Double]
  ) {
    self.occupation = occupation
    self.name = name
    self.demand = demand
    self.seekers = seekers
    self.gap = gap
    self.chances = chances
  }
}

/// What was, and what is expected.
public struct OutlookLine: Sendable {
  /// One value a known period, the origin last.
  public let history: [Double]
  public let steps: [OutlookStep]
  /// How the forecast was made, as `texts/outlook.csv` names it: `method_combination`; empty for a gap, which follows from two.
  public let method: String
  /// False where the forecast did worse in the backtest than the value of a year before; nil where that is not known.
  public let beatsSeasonalNaive: Bool?

  /// The sum of the last year of the history.
  ///
  /// - Parameter unit: of its periods.
  public func lastYear(_ unit: Period.Unit) -> Double { history.suffix(unit.perYear).reduce(0, +) }

  public init(history: [Double], steps: [OutlookStep], method: String, beatsSeasonalNaive: Bool?) {
    self.history = history
    self.steps = steps
    self.method = method
    self.beatsSeasonalNaive = beatsSeasonalNaive
  }
}

/// A forecast of one period, in persons: the median, P10 and P90, and the 95 % interval.
public struct OutlookStep: Sendable, Equatable {
  public let point: Double
  public let low80: Double
  public let high80: Double
  public let low95: Double
  public let high95: Double

  public init(point: Double, low80: Double, high80: Double, low95: Double, high95: Double) {
    self.point = point
    self.low80 = low80
    self.high80 = high80
    self.low95 = low95
    self.high95 = high95
  }
}
