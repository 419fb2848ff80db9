/// What the occupation of a unit's openings rests on, where it was not given with all of them.
public struct TitleEvidence: Sendable, Equatable {
  /// A title as employers write it.
  public struct Title: Sendable, Equatable {
    public let text: String
    public let openings: Int

    public init(text: String, openings: Int) {
      self.text = text
      self.openings = openings
    }
  }

  /// Employers that must have written a title before it is shown: fewer would be known by it.
  public static let leastEmployers = 3
  /// Titles that are shown.
  public static let mostTitles = 10

  /// Openings by basis.
  public let openings: [TitleBasis: Int]
  /// The most frequent first.
  public let titles: [Title]

  public init(openings: [TitleBasis: Int], titles: [Title]) {
    self.openings = openings
    self.titles = titles
  }

  public var total: Int { openings.values.reduce(0, +) }

  /// Part of the openings whose occupation was given, or read surely: 0...1.
  public var sureShare: Double {
    let sure = [TitleBasis.given, .high, .analyst].reduce(0) { $0 + (openings[$1] ?? 0) }
    return total > 0 ? Double(sure) / Double(total) : 1
  }
}
