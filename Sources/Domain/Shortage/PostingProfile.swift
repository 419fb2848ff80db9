/// What the postings of a unit ask for and offer over the window: what is asked for most, with its share.
public struct PostingProfile: Sendable, Equatable {
  /// The most frequent value, weighted by openings; ties go to the smaller code or text.
  public struct Mode: Sendable, Equatable {
    /// A code of the field's code list, or a text.
    public let value: String
    /// Part of all openings of the unit, 0...1.
    public let share: Double

    public init(value: String, share: Double) {
      self.value = value
      self.share = share
    }
  }

  public let title: Mode?
  /// Codes of `education`, `title-level` and `skill-level`; 0 where nothing is asked for.
  public let education: Mode?
  public let titleLevel: Mode?
  public let skillLevel: Mode?
  public let major: Mode?
  /// Whole years; 0 none needed.
  public let experience: Mode?
  /// P25, P50 and P75 of the offered pay (F13), CNY a month.
  public let pay: [Double?]
  /// Part of the openings that ask for talent (see `ShortageRules.Talent`), 0...1.
  public let talentShare: Double
  /// Openings by industry code as stored (GB/T 4754, any level), the most first.
  public let industries: [(code: String, openings: Int)]
  /// What the occupation rests on; nil where it was given with all openings.
  public let evidence: TitleEvidence?

  public init(
    title: Mode?, education: Mode?, titleLevel: Mode?, skillLevel: Mode?, major: Mode?, experience: Mode?,
    pay: [Double?], talentShare: Double, industries: [(code: String, openings: Int)],
    evidence: TitleEvidence? = nil
  ) {
    self.title = title
    self.education = education
    self.titleLevel = titleLevel
    self.skillLevel = skillLevel
    self.major = major
    self.experience = experience
    self.pay = pay
    self.talentShare = talentShare
    self.industries = industries
    self.evidence = evidence
  }

  public static func == (left: PostingProfile, right: PostingProfile) -> Bool {
    left.title == right.title && left.education == right.education && left.titleLevel == right.titleLevel
      && left.skillLevel == right.skillLevel && left.major == right.major && left.experience == right.experience
      && left.pay == right.pay && left.talentShare == right.talentShare
      && left.evidence == right.evidence
      && left.industries.elementsEqual(right.industries, by: ==)
  }
}
