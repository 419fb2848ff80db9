/// A row's part of the total, or of the row above it, in percent.
public struct ShareFigure: FigureBody, Hashable {
  public let of: String

  public init(of: String) { self.of = of }

  var name: String { "share" }
  var inputs: [String] { [of] }

  func formula(_ name: (String) -> Label) -> Label {
    Label(
      zh: "\(name(of).zh) ÷ 合计行 (其中行: 上级行) 的\(name(of).zh)",
      en: "\(name(of).en) ÷ \(name(of).en) of the total (or of the row above)")
  }

  public func value(_ part: FigureNumber, of whole: FigureNumber) -> FigureNumber { .quotient(part, whole, 100) }
}
