/// The shortage index of every unit of the city over one window, and how firm it is. Figures only, no layout.
public struct ShortageReport: Sendable {
  /// The four quarters of the window, oldest first.
  public let window: [Period]
  public let base: ShortageBase
  /// Those of the city as a whole that units are held against: median days vacant, growth of pay in percent.
  public let cityDuration: Int?
  public let cityPayGrowth: Double?
  /// In the order of the codes. Every opening with an occupation counts in exactly one of them.
  public let units: [ShortageUnit]
  public let sensitivity: [SensitivityRun]
  /// Levels that changed between windows that end in successive quarters, oldest first.
  public let stability: [StabilityStep]

  public init(
    window: [Period], base: ShortageBase, cityDuration: Int?, cityPayGrowth: Double?, units: [ShortageUnit],
    sensitivity: [SensitivityRun], stability: [StabilityStep]
  ) {
    self.window = window
    self.base = base
    self.cityDuration = cityDuration
    self.cityPayGrowth = cityPayGrowth
    self.units = units
    self.sensitivity = sensitivity
    self.stability = stability
  }
}

/// An occupation that is assessed: a 细类, or what remains of a 小类 once its 细类 above the floor are taken out.
public struct ShortageUnit: Sendable {
  /// `6-17-02-02`, or `6-17-02` for the rest of a 小类.
  public let occupation: String
  /// Name in the classification.
  public let name: String
  /// Codes of the 细类 below the floor that are counted here; empty for a 细类.
  public let members: [String]
  public let figures: ShortageFigures
  public let score: ShortageScore
  public let profile: PostingProfile
  /// The quarters that are known up to the end of the window, at most twelve, oldest first.
  public let history: [ShortageQuarter]

  public init(
    occupation: String, name: String, members: [String], figures: ShortageFigures, score: ShortageScore,
    profile: PostingProfile, history: [ShortageQuarter]
  ) {
    self.occupation = occupation
    self.name = name
    self.members = members
    self.figures = figures
    self.score = score
    self.profile = profile
    self.history = history
  }
}

/// One quarter of a unit, for charts.
public struct ShortageQuarter: Sendable, Equatable {
  public let period: Period
  public let demand: Int
  public let seekers: Int
  /// F3, unrounded; nil without seekers.
  public let ratio: Double?
  public let payMedian: Double?
  /// F10 of the postings published in the four quarters up to this one, as known at its end.
  public let durationDays: Int?

  public init(period: Period, demand: Int, seekers: Int, ratio: Double?, payMedian: Double?, durationDays: Int?) {
    self.period = period
    self.demand = demand
    self.seekers = seekers
    self.ratio = ratio
    self.payMedian = payMedian
    self.durationDays = durationDays
  }
}

/// The frozen benchmark of I1: quartiles of the ratio over the units of the base year.
public struct ShortageBase: Sendable, Equatable {
  public let year: Int
  public let quartiles: [Double]
  /// Units that the quartiles were taken over.
  public let units: Int
  /// Why this base was set.
  public let note: String

  public init(year: Int, quartiles: [Double], units: Int, note: String) {
    self.year = year
    self.quartiles = quartiles
    self.units = units
    self.note = note
  }
}

/// One change of the rules, and what it does to the levels.
public struct SensitivityRun: Sendable, Equatable {
  /// What was changed: an indicator's weight or its thresholds.
  public enum Change: String, Sendable { case weight, thresholds }

  public let indicator: ShortageIndicator
  public let change: Change
  /// 0.5 is +50 %, -0.1 is -10 %.
  public let factor: Double
  /// Units whose level is another one, of all that can be assessed.
  public let changed: Int
  public let units: Int

  public init(indicator: ShortageIndicator, change: Change, factor: Double, changed: Int, units: Int) {
    self.indicator = indicator
    self.change = change
    self.factor = factor
    self.changed = changed
    self.units = units
  }
}

/// How many levels flipped from one quarter to the next.
public struct StabilityStep: Sendable, Equatable {
  /// The quarter in which the later window ends.
  public let period: Period
  /// Units assessed at both times, and those of them with another level.
  public let units: Int
  public let flipped: Int

  public init(period: Period, units: Int, flipped: Int) {
    self.period = period
    self.units = units
    self.flipped = flipped
  }
}
