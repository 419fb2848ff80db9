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
