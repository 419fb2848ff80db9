/// How many of the codes of titles are right, grade by grade.
public struct TitleAccuracy: Sendable, Equatable {
  /// Titles that an analyst has looked at.
  public struct Audit: Sendable, Equatable {
    /// The quarter whose postings they are of.
    public let period: Period
    public let titles: Int

    public init(period: Period, titles: Int) {
      self.period = period
      self.titles = titles
    }
  }

  /// Percent right, to the full code.
  public let percent: [TitleGrade: Int]
  /// Where the figures come from; nil: from the test of the method, before the first audit.
  public let audit: Audit?

  public init(percent: [TitleGrade: Int], audit: Audit? = nil) {
    self.percent = percent
    self.audit = audit
  }
}
