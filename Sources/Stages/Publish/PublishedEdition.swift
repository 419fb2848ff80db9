/// What a publication did.
public struct PublishedEdition: Sendable, Equatable {
  /// The folder of the edition.
  public let path: String
  /// Paths within it.
  public let files: [String]
  /// The same bytes were there already; nothing was written.
  public let isUnchanged: Bool
  /// Where the archive of the replaced edition is kept, if its tables had other figures.
  public let supersededPath: String?
}
