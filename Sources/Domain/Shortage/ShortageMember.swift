/// A 细类 below the floor: X 无法评估 for itself, counted in the rest of its 小类.
public struct ShortageMember: Sendable, Equatable {
  /// `6-17-02-02`
  public let occupation: String
  /// Name in the classification.
  public let name: String
  /// Code of the unit that stands for it.
  public let unit: String
  /// Openings valid in the window and seekers who want the occupation (F1).
  public let demand: Int
  public let seekers: Int
  /// Openings newly registered in the window and employers that offered them: held against the floor.
  public let openings: Int
  public let employers: Int

  public init(
    occupation: String, name: String, unit: String, demand: Int, seekers: Int, openings: Int, employers: Int
  ) {
    self.occupation = occupation
    self.name = name
    self.unit = unit
    self.demand = demand
    self.seekers = seekers
    self.openings = openings
    self.employers = employers
  }
}
