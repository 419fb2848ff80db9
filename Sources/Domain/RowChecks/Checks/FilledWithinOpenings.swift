/// `filled_within_openings: {filled: filled, openings: openings}`: no more are filled than were asked for.
public struct FilledWithinOpenings: RowCheck {
  public static let name = "filled_within_openings"
  public static let parameters = ["filled", "openings"]
  private let filled: String
  private let openings: String

  public init(_ parameters: Parameters) throws(DeclarationProblem) {
    filled = try parameters.text("filled")
    openings = try parameters.text("openings")
  }

  public var fields: [String] { [filled, openings] }

  public func bind(_ layout: RowLayout, _ book: CodeBook) throws(DeclarationProblem) -> RowCheckBody {
    let (one, other, name) = (try layout.slot(ofField: filled), try layout.slot(ofField: openings), filled)
    return { row, _ in
      guard let filled = row[one], let openings = row[other], filled > openings else { return [] }
      return [RowProblem(.filled, name, "\(filled) 多于 \(openings)")]
    }
  }
}
