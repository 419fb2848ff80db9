/// 重点产业: an industry that the city wants to strengthen, with its fields.
public struct KeyIndustry: Sendable, Equatable {
  /// 细分领域: a part of a key industry.
  public struct Field: Sendable, Equatable {
    public let name: String
    /// Codes of GB/T 4754, each with all below it.
    public let industries: [String]
    /// Codes of occupations, each with all below it.
    public let occupations: [String]

    public init(name: String, industries: [String], occupations: [String]) {
      self.name = name
      self.industries = industries
      self.occupations = occupations
    }
  }

  public let name: String
  /// Codes of GB/T 4754, each with all below it.
  public let industries: [String]
  /// Codes of occupations that belong here whoever offers them; those of the fields too.
  public let occupations: [String]
  public let fields: [Field]

  public init(name: String, industries: [String], occupations: [String], fields: [Field]) {
    self.name = name
    self.industries = industries
    self.occupations = occupations
    self.fields = fields
  }

  /// The field of an occupation: the one that lists it, else the one with most openings; nil where neither is there.
  func field(of occupation: String, _ profile: PostingProfile) -> Field? {
    if let place = CodePrefix.longest(fields.map(\.occupations), of: occupation, by: CodePrefix.holdsOccupation) {
      return fields[place]
    }
    return CodePrefix.most(fields.map(\.industries), profile.industries).map { fields[$0.place] }
  }
}
