/// A data problem with its place: a value, never an exception.
public struct Finding: Sendable {
  public let problem: Problem
  /// Physical line in the file, from 1.
  public let line: Int
  /// Column in the file, from 1; 0 where the row as a whole is meant.
  public let column: Int
  /// The value as it stands in the file, shortened; person numbers are masked.
  public let value: String

  public init(problem: Problem, line: Int, column: Int, value: String) {
    self.problem = problem
    self.line = line
    self.column = column
    self.value = value
  }
}
