/// What of one unit the readers of an edition may see; the rest is `[c]` wherever it would stand.
public struct CatalogVisibility: Sendable, Equatable {
  /// What is shown or hidden together.
  public enum Part: Sendable, CaseIterable {
    /// Numbers of openings, seekers, applicants and employers, and what is made of them: ratios, shares, the gap.
    case counts
    /// Points, index and computed level.
    case points
    case pay
    case duration
    case title
    case education
    case major
    case skill
    case experience
  }

  private let hidden: Set<Part>

  public init(hidden: Set<Part>) { self.hidden = hidden }

  public static let everything = CatalogVisibility(hidden: [])
  public static let nothing = CatalogVisibility(hidden: Set(Part.allCases))

  public func shows(_ part: Part) -> Bool { !hidden.contains(part) }

  /// The text, or `[c]` where the part is hidden.
  public func callAsFunction(_ part: Part, _ text: @autoclosure () -> String) -> String {
    shows(part) ? text() : Cell.suppressed.csv
  }
}
