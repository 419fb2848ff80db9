/// A unit as the last final edition has it.
public struct PreviousEntry: Sendable, Equatable {
  public let occupation: String
  public let name: String
  /// The level in that edition, after the experts' word; none where it was not in the catalog.
  public let level: ShortageLevel
  public let index: Int?
  public let points: [ShortageIndicator: Int]
  /// Rank in its 缺工排行, from 1; nil where it was not in it.
  public let rank: Int?

  public init(
    occupation: String, name: String, level: ShortageLevel, index: Int?, points: [ShortageIndicator: Int], rank: Int?
  ) {
    self.occupation = occupation
    self.name = name
    self.level = level
    self.index = index
    self.points = points
    self.rank = rank
  }
}

/// A difference to the last final edition.
public struct CatalogChange: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case new
    case dropped
    case raised
    case lowered
  }

  public let kind: Kind
  public let occupation: String
  public let name: String
  public let from: ShortageLevel
  public let to: ShortageLevel
  /// Points before and now of the indicators that moved, the one that moved the index most first; nil: not at hand.
  public let moved: [(indicator: ShortageIndicator, from: Int?, to: Int?)]
  /// True where an expert's word made the level.
  public let isByExperts: Bool

  public init(
    kind: Kind, occupation: String, name: String, from: ShortageLevel, to: ShortageLevel,
    moved: [(indicator: ShortageIndicator, from: Int?, to: Int?)], isByExperts: Bool
  ) {
    self.kind = kind
    self.occupation = occupation
    self.name = name
    self.from = from
    self.to = to
    self.moved = moved
    self.isByExperts = isByExperts
  }

  public static func == (left: CatalogChange, right: CatalogChange) -> Bool {
    left.kind == right.kind && left.occupation == right.occupation && left.from == right.from && left.to == right.to
      && left.isByExperts == right.isByExperts && left.moved.elementsEqual(right.moved, by: ==)
  }
}
