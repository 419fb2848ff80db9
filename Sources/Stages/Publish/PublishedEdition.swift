import Documents

/// What a publication did.
public struct PublishedEdition: Sendable, Equatable {
  /// The folder of the edition.
  public let path: String
  /// Paths within it.
  public let files: [String]
  /// The same bytes were there already; nothing was written.
  public let isUnchanged: Bool
  /// Cells of an edition that was published for good which present data would give otherwise; it was left as it is.
  public var differing = 0
  /// Cells that a revision changed.
  public var revised = 0
  /// It was made for the bureau alone, as its hour has not come.
  public var isEmbargoed = false
  /// Where the archive of the replaced edition is kept, if its tables had other figures.
  public let supersededPath: String?

  /// True where the checksums in the folder are signed, by whomever.
  public var isSigned: Bool { FileTree.exists("\(path)/\(EditionSeal.signature)") }
}
