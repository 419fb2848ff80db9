/// What a text says of a place.
public struct RegionReading: Sendable, Equatable {
  /// How sure it is.
  public enum Certainty: Sendable, Equatable {
    case sure
    /// Read as the likeliest of what it may mean: kept and told.
    case assumed
    /// The text names several places; what is read is the smallest that holds them all.
    case several
    /// It names none, or one of several with nothing to tell them apart.
    case unknown
  }

  /// Of the list of regions; nil exactly where unknown.
  public let code: String?
  public let certainty: Certainty

  static let unknown = RegionReading(code: nil, certainty: .unknown)

  /// Unknown without a code.
  public init(code: String?, certainty: Certainty) {
    self.code = code
    self.certainty = code == nil ? .unknown : certainty
  }
}
