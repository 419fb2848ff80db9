/// How many rows of a dataset fulfil a condition.
public struct CountFigure: FigureBody, Hashable {
  /// Nil: every row.
  public let condition: Condition?

  public init(_ condition: Condition?) { self.condition = condition }

  var name: String { "count" }

  func formula(_ name: (String) -> Label) -> Label { Label(zh: "记录数", en: "number of rows") }
}
