import Domain

/// The last final edition before the one at work, read back from what was published: that is frozen, a warehouse is not.
public struct PreviousCatalog: Sendable {
  public let edition: CatalogEdition
  /// All units that it assessed, by code.
  public let entries: [String: PreviousEntry]
  private let isPublic: Bool

  /// - Parameter isPublic: false for an edition of the time before disclosure control, which has counts.
  init(edition: CatalogEdition, entries: [String: PreviousEntry], isPublic: Bool = true) {
    self.edition = edition
    self.entries = entries
    self.isPublic = isPublic
  }

  /// What a public edition may tell of it: of one that was not public the levels alone.
  public var told: PreviousCatalog {
    guard !isPublic else { return self }
    return PreviousCatalog(
      edition: edition,
      entries: entries.mapValues {
        PreviousEntry(occupation: $0.occupation, name: $0.name, level: $0.level, index: nil, points: [:], rank: nil)
      })
  }
}
