/// What is known of one unit over the window: the raw values behind the points. Nil: cannot be computed.
public struct ShortageFigures: Sendable, Equatable {
  /// Openings valid in the window and seekers who want the occupation (F1).
  public var demand: Int
  public var seekers: Int
  /// Openings newly registered in the window and employers that offered them: held against the floor.
  public var openings: Int
  public var employers: Int
  /// I1 to I6, unrounded, as `ShortageIndicator` says.
  public var values: [ShortageIndicator: Double]
  /// Median days vacant, of the unit (F10); nil where not even half were filled while they were watched.
  public var durationDays: Int?
  /// Without a median: the most days that a posting was watched, which the median exceeds. It is a value of I3 only
  /// where that is enough for all points.
  public var durationAtLeast: Int?
  /// Median offered pay now and in the window before (F13), CNY a month.
  public var payMedian: Double?
  public var payMedianBefore: Double?
  /// Openings of closed postings and those filled (F8).
  public var closed: Int
  public var filled: Int
  /// Applicants and suitable applicants per opening of the postings that state them; nil where none does.
  public var applicantsPerOpening: Double?
  /// Part of the seekers who are fresh graduates, 0...1; nil without seekers.
  public var graduateShare: Double?
  /// Valid openings of the window a year before.
  public var demandBefore: Int

  public init(
    demand: Int, seekers: Int, openings: Int, employers: Int, values: [ShortageIndicator: Double],
    durationDays: Int? = nil, durationAtLeast: Int? = nil, payMedian: Double? = nil, payMedianBefore: Double? = nil,
    closed: Int = 0, filled: Int = 0, applicantsPerOpening: Double? = nil, graduateShare: Double? = nil,
    demandBefore: Int = 0
  ) {
    self.demand = demand
    self.seekers = seekers
    self.openings = openings
    self.employers = employers
    self.values = values
    self.durationDays = durationDays
    self.durationAtLeast = durationAtLeast
    self.payMedian = payMedian
    self.payMedianBefore = payMedianBefore
    self.closed = closed
    self.filled = filled
    self.applicantsPerOpening = applicantsPerOpening
    self.graduateShare = graduateShare
    self.demandBefore = demandBefore
  }
}
