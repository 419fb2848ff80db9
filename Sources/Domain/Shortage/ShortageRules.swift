/// What analysts may change of the shortage index: `Pipelines/rules/shortage.yaml`.
public struct ShortageRules: Sendable {
  /// Below it a unit is X: openings and employers of the window.
  public struct Floor: Sendable {
    public let openings: Int
    public let employers: Int

    public init(openings: Int, employers: Int) {
      self.openings = openings
      self.employers = employers
    }
  }

  /// The three values that part 0, 1, 2 and 3 points. I1 has none of its own: its quartiles are the base's.
  public struct Cuts: Sendable, Equatable {
    /// In the order in which points rise: ascending where more is shorter, descending where less is.
    public let values: [Double]

    public init(_ values: [Double]) { self.values = values }
  }

  /// What makes an opening one for talent, and the part of openings that makes an occupation one.
  public struct Talent: Sendable {
    /// Codes of education that are 大专 or higher.
    public let education: [String]
    /// Codes of skill levels that are 高级工 or higher.
    public let skill: [String]
    /// 0...1.
    public let leastShare: Double

    public init(education: [String], skill: [String], leastShare: Double) {
      self.education = education
      self.skill = skill
      self.leastShare = leastShare
    }
  }

  /// Limits of the types of shortage.
  public struct Types: Sendable {
    /// 数量型: points of I1 at least, and seekers per opening at most.
    public let quantityRatioPoints: Int
    public let quantitySeekersPerOpening: Double
    /// 能力型: applicants per opening at least, suitable part of them below.
    public let skillApplicants: Double
    public let skillSuitableShare: Double
    /// 供给型: points of I2 at least, fresh graduates among the seekers below.
    public let supplyFillPoints: Int
    public let supplyGraduateShare: Double
    /// 动态型: growth of demand on the year at least, percent.
    public let dynamicGrowth: Double

    public init(
      quantityRatioPoints: Int, quantitySeekersPerOpening: Double, skillApplicants: Double, skillSuitableShare: Double,
      supplyFillPoints: Int, supplyGraduateShare: Double, dynamicGrowth: Double
    ) {
      self.quantityRatioPoints = quantityRatioPoints
      self.quantitySeekersPerOpening = quantitySeekersPerOpening
      self.skillApplicants = skillApplicants
      self.skillSuitableShare = skillSuitableShare
      self.supplyFillPoints = supplyFillPoints
      self.supplyGraduateShare = supplyGraduateShare
      self.dynamicGrowth = dynamicGrowth
    }
  }

  /// How much of an occupation must have been given, or read surely from titles: parts of the openings, 0...1.
  public struct Titles: Sendable {
    /// Below it the occupation is not listed.
    public let listed: Double
    /// Below it its evidence counts one step less.
    public let sure: Double

    public init(listed: Double, sure: Double) {
      self.listed = listed
      self.sure = sure
    }
  }

  public let floor: Floor
  public let weights: [ShortageIndicator: Double]
  /// Of I2 to I6.
  public let cuts: [ShortageIndicator: Cuts]
  /// I1 is worth one point at most where the ratio is no more than this.
  public let ratioCap: Double
  /// Indicators that must be at hand, I1 among them.
  public let leastIndicators: Int
  /// Least weighted mean of each level, and of five, three … stars within it.
  public let levels: [ShortageLevel: Double]
  public let fiveStars: Double
  public let threeStars: Double
  public let types: Types
  public let talent: Talent
  /// Nil where the file lacks it: then it makes no difference what an occupation rests on.
  public let titles: Titles?
  /// The base year and why it was chosen; a new base needs a new note.
  public let baseYear: Int
  public let baseNote: String

  public init(
    floor: Floor, weights: [ShortageIndicator: Double], cuts: [ShortageIndicator: Cuts], ratioCap: Double,
    leastIndicators: Int, levels: [ShortageLevel: Double], fiveStars: Double, threeStars: Double, types: Types,
    talent: Talent, titles: Titles? = nil, baseYear: Int, baseNote: String
  ) {
    self.floor = floor
    self.weights = weights
    self.cuts = cuts
    self.ratioCap = ratioCap
    self.leastIndicators = leastIndicators
    self.levels = levels
    self.fiveStars = fiveStars
    self.threeStars = threeStars
    self.types = types
    self.talent = talent
    self.titles = titles
    self.baseYear = baseYear
    self.baseNote = baseNote
  }
}
