/// How many different values a field has; NULL is none.
public struct DistinctFigure: FigureBody, Hashable {
  public let of: Condition

  public init(of: Condition) { self.of = of }

  var name: String { "distinct" }

  func formula(_ name: (String) -> Label) -> Label {
    Label(zh: "不重复的 \(of.sql) 数", en: "number of different \(of.sql)")
  }
}
