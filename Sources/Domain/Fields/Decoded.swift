/// What a field's text decodes to.
public struct Decoded: Sendable, BitwiseCopyable {
  /// Integers for the field's columns, in order.
  public var values: (Int, Int, Int, Int) = (
    RowValues.missing, RowValues.missing, RowValues.missing, RowValues.missing
  )
  public var problem: Rule?

  public init(
    values: (Int, Int, Int, Int) = (RowValues.missing, RowValues.missing, RowValues.missing, RowValues.missing),
    problem: Rule? = nil
  ) {
    self.values = values
    self.problem = problem
  }

  public static let missing = Decoded()
  public static func value(_ value: Int, problem: Rule? = nil) -> Decoded {
    Decoded(values: (value, RowValues.missing, RowValues.missing, RowValues.missing), problem: problem)
  }
  public static func values(_ first: Int?, _ second: Int?, _ third: Int? = nil, _ fourth: Int? = nil) -> Decoded {
    func number(_ value: Int?) -> Int { value ?? RowValues.missing }
    return Decoded(values: (number(first), number(second), number(third), number(fourth)))
  }
  public static func problem(_ rule: Rule) -> Decoded { Decoded(problem: rule) }
}
