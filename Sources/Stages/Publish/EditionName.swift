import Domain

/// The names of an edition: `2026Q3`, `2026Q3-en`, `2026Q3-internal`.
public struct EditionName: Hashable, Sendable {
  public let period: Period
  public let language: Language
  public let audience: Audience

  public init(_ period: Period, _ language: Language, _ audience: Audience = .everybody) {
    self.period = period
    self.language = language
    self.audience = audience
  }

  /// Reads a folder name; nil for anything else.
  public init?(folder: String) {
    let isInternal = folder.hasSuffix(InternalMark.suffix)
    let open = isInternal ? String(folder.dropLast(InternalMark.suffix.count)) : folder
    let language = Language.allCases.last { open.hasSuffix($0.suffix) } ?? .zh
    guard let period = Period(String(open.dropLast(language.suffix.count))) else { return nil }
    self.init(period, language, isInternal ? .bureau : .everybody)
    guard self.folder == folder else { return nil }
  }

  public var folder: String { period.description + language.suffix + (audience == .bureau ? InternalMark.suffix : "") }
  /// The archive of the whole edition, within its folder.
  public var archive: String { "bulletin-\(folder).zip" }
}
