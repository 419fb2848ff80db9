/// One line of the catalog: an occupation that is short, with all that is said of it.
public struct CatalogEntry: Sendable {
  public let unit: ShortageUnit
  /// 重点产业 and 细分领域; empty where the occupation belongs to none.
  public let industry: String
  public let subfield: String
  /// 岗位类别.
  public let category: JobCategory?
  /// What the postings ask for most.
  public let wanted: CatalogRequirements
  /// The level after the experts' word; the computed one is the unit's.
  public let level: ShortageLevel
  /// Valid answers, in the order in which they count.
  public let opinions: [Opinion]
  /// 轻度紧缺 that no expert has confirmed yet: it does not enter a final edition.
  public let awaitsWord: Bool
  /// Experts who are asked for their word.
  public let experts: [Expert]
  public let forecast: CatalogForecast?
  /// The line in the last final edition; nil where it was not assessed there.
  public let previous: PreviousEntry?
  /// Whether so much of the occupation was read from titles without being sure that its evidence counts one step less.
  public let isUnsure: Bool

  public init(
    unit: ShortageUnit, industry: String, subfield: String, category: JobCategory?, wanted: CatalogRequirements,
    level: ShortageLevel, opinions: [Opinion], awaitsWord: Bool, experts: [Expert], forecast: CatalogForecast?,
    previous: PreviousEntry?, isUnsure: Bool = false
  ) {
    self.unit = unit
    self.industry = industry
    self.subfield = subfield
    self.category = category
    self.wanted = wanted
    self.level = level
    self.opinions = opinions
    self.awaitsWord = awaitsWord
    self.experts = experts
    self.forecast = forecast
    self.previous = previous
    self.isUnsure = isUnsure
  }

  /// True where the level is not the computed one.
  public var isOverridden: Bool { level != unit.score.level }
  /// 星级: that of the computed level; of another level the least.
  public var stars: Int { isOverridden ? [0, 1, 2, 4][level.rawValue] : unit.score.stars }
}

/// What the postings of an entry ask for most, in words, each with its share of the openings (0...1).
public struct CatalogRequirements: Sendable, Equatable {
  public struct Phrase: Sendable, Equatable {
    public let text: String
    public let share: Double

    public init(text: String, share: Double) {
      self.text = text
      self.share = share
    }
  }

  public let title: Phrase?
  public let education: Phrase?
  public let major: Phrase?
  /// 职称 or 技能等级, whichever is asked for by more.
  public let skill: Phrase?
  public let experience: Phrase?

  public init(title: Phrase?, education: Phrase?, major: Phrase?, skill: Phrase?, experience: Phrase?) {
    self.title = title
    self.education = education
    self.major = major
    self.skill = skill
    self.experience = experience
  }
}

/// What is expected of an entry: the gap of the occupation, or of its whole 小类 for the rest of one.
public struct CatalogForecast: Sendable {
  /// The periods ahead with openings minus seekers, oldest first.
  public let steps: [(period: Period, gap: OutlookStep)]
  /// The highest level that is reached.
  public let warning: WarningLevel?

  public init(steps: [(period: Period, gap: OutlookStep)], warning: WarningLevel?) {
    self.steps = steps
    self.warning = warning
  }

  /// 预测缺口: of the last period ahead.
  public var gap: OutlookStep? { steps.last?.gap }
}
