/// A member of the expert register, with all the occupation groups that he or she can judge.
public struct Expert: Sendable, Equatable {
  /// 专家编号.
  public let id: String
  public let name: String
  public let organisation: String
  /// 领域.
  public let area: String
  /// Dashed codes of any level, in order.
  public let occupations: [String]
  /// Last day on which the expert may be asked.
  public let validUntil: Day

  public init(
    id: String, name: String, organisation: String, area: String, occupations: [String], validUntil: Day
  ) {
    self.id = id
    self.name = name
    self.organisation = organisation
    self.area = area
    self.occupations = occupations
    self.validUntil = validUntil
  }

  /// True where `occupation` lies in one of the expert's groups, or is a group that holds one of them.
  public func covers(_ occupation: String) -> Bool {
    occupations.contains { Expert.holds($0, occupation) || Expert.holds(occupation, $0) }
  }

  /// True where `code` is `group` or lies below it.
  private static func holds(_ group: String, _ code: String) -> Bool { code == group || code.hasPrefix(group + "-") }
}
