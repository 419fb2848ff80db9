/// The sum of an expression over the rows of a dataset; where it is NULL nothing is added.
public struct SumFigure: FigureBody, Hashable {
  public let of: Condition

  public init(of: Condition) { self.of = of }

  var name: String { "sum" }

  func formula(_ name: (String) -> Label) -> Label { Label(zh: "\(of.sql) 之和", en: "sum of \(of.sql)") }
}
