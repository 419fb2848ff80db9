/// A member of the expert register, with all the occupation groups that he or she can judge.
public struct Expert: Sendable, Equatable {
  /// 专家编号.
  public let id: String
  public let name: String
  public let organisation: String
  /// 领域.
  public let area: String
  /// In the order of the codes.
  public let terms: [Term]

  /// An occupation group that an expert can judge, and until when.
  public struct Term: Sendable, Equatable {
    /// Dashed code of any level.
    public let occupation: String
    /// Last day on which the expert may be asked of it.
    public let validUntil: Day

    public init(occupation: String, validUntil: Day) {
      self.occupation = occupation
      self.validUntil = validUntil
    }
  }

  public init(id: String, name: String, organisation: String, area: String, terms: [Term]) {
    self.id = id
    self.name = name
    self.organisation = organisation
    self.area = area
    self.terms = terms.sorted { $0.occupation < $1.occupation }
  }

  /// The end of the longest term.
  public var validUntil: Day { terms.map(\.validUntil).max() ?? Day(ordinal: 0) }

  /// True where `occupation` lies in a group whose term has not ended on `day`, or is a group that holds one.
  public func covers(_ occupation: String, on day: Day) -> Bool {
    terms.contains { term in
      term.validUntil >= day
        && (CodePrefix.holdsOccupation(term.occupation, occupation)
          || CodePrefix.holdsOccupation(occupation, term.occupation))
    }
  }
}
