/// Which key industry and which category of jobs an occupation belongs to: `Pipelines/rules/key-industries.yaml`.
public struct KeyIndustries: Sendable {
  /// What was found for an occupation.
  public struct Match: Sendable, Equatable {
    public let industry: KeyIndustry
    public let field: KeyIndustry.Field?
  }

  /// In the order in which a catalog lists them.
  public let industries: [KeyIndustry]
  /// Part of a unit's openings in all key industries together that makes it theirs, 0...1.
  public let leastShare: Double
  /// Codes of occupations a category, each with all below it; the longest code decides.
  public let categories: [JobCategory: [String]]

  public init(industries: [KeyIndustry], leastShare: Double, categories: [JobCategory: [String]]) {
    self.industries = industries
    self.leastShare = leastShare
    self.categories = categories
  }

  /// The key industry that lists the occupation (the longest code decides), else the one with most openings, if the part
  /// that all key industries have of the openings whose industry is known is large enough.
  public func match(_ profile: PostingProfile, occupation: String) -> Match? {
    let listed = industries.map { $0.occupations + $0.fields.flatMap(\.occupations) }
    if let place = CodePrefix.longest(listed, of: occupation, by: CodePrefix.holdsOccupation) {
      return match(at: place, profile, occupation)
    }
    guard let most = CodePrefix.most(industries.map(\.industries), profile.industries), most.share >= leastShare else {
      return nil
    }
    return match(at: most.place, profile, occupation)
  }

  /// 岗位类别; nil where no category holds the occupation.
  public func category(of occupation: String) -> JobCategory? {
    let order = JobCategory.allCases
    return CodePrefix.longest(order.map { categories[$0] ?? [] }, of: occupation, by: CodePrefix.holdsOccupation)
      .map { order[$0] }
  }

  private func match(at place: Int, _ profile: PostingProfile, _ occupation: String) -> Match {
    Match(industry: industries[place], field: industries[place].field(of: occupation, profile))
  }
}
