/// When a figure by occupation is marked `[low]`, since it rests on titles that were not surely read.
public struct CodedLimits: Sendable, Equatable {
  /// Percent of a row's openings or seekers that may be of grade 中.
  public let medium: Int
  /// Percent of all openings or seekers that may be of grade 低 or without a code.
  public let uncoded: Int
  /// Percent right before the first audit.
  public let right: [TitleGrade: Int]

  public init(medium: Int, uncoded: Int, right: [TitleGrade: Int]) {
    self.medium = medium
    self.uncoded = uncoded
    self.right = right
  }
}
