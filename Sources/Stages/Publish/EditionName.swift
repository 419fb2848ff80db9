import Domain

/// The names of an edition: `2026Q3`, `2026Q3-en`.
public struct EditionName: Hashable, Sendable {
  public let period: Period
  public let language: Language

  public init(_ period: Period, _ language: Language) {
    self.period = period
    self.language = language
  }

  /// Reads a folder name; nil for anything else.
  public init?(folder: String) {
    let language = Language.allCases.last { folder.hasSuffix($0.suffix) } ?? .zh
    guard let period = Period(String(folder.dropLast(language.suffix.count))) else { return nil }
    self.init(period, language)
    guard self.folder == folder else { return nil }
  }

  public var folder: String { period.description + language.suffix }
  /// The archive of the whole edition, within its folder.
  public var archive: String { "bulletin-\(folder).zip" }
}
