import Domain

/// The names of an edition: `2026Q3`, `2026Q3-en`, `2026Q3-internal`, and `2026Q3-r2` of its second revision.
public struct EditionName: Hashable, Sendable {
  private static let revisionMark = "-r"

  public let period: Period
  /// 1: as first published.
  public let revision: Int
  public let language: Language
  public let audience: Audience

  public init(_ period: Period, revision: Int = 1, _ language: Language, _ audience: Audience = .everybody) {
    self.period = period
    self.revision = revision
    self.language = language
    self.audience = audience
  }

  /// Reads a folder name; nil for anything else.
  public init?(folder: String) {
    let isInternal = folder.hasSuffix(InternalMark.suffix)
    let open = isInternal ? String(folder.dropLast(InternalMark.suffix.count)) : folder
    let language = Language.allCases.last { open.hasSuffix($0.suffix) } ?? .zh
    let stem = open.dropLast(language.suffix.count)
    let mark = stem.firstRange(of: EditionName.revisionMark)
    guard let period = Period(String(stem[..<(mark?.lowerBound ?? stem.endIndex)])),
      let revision = mark.map({ Int(stem[$0.upperBound...]) }) ?? 1
    else { return nil }
    self.init(period, revision: revision, language, isInternal ? .bureau : .everybody)
    guard self.folder == folder else { return nil }
  }

  init(_ bulletin: Bulletin, _ language: Language) {
    self.init(bulletin.period, revision: bulletin.revision?.number ?? 1, language, bulletin.audience)
  }

  public var folder: String {
    period.description + (revision > 1 ? "\(EditionName.revisionMark)\(revision)" : "") + language.suffix
      + (audience == .bureau ? InternalMark.suffix : "")
  }
  /// The archive of the whole edition, within its folder.
  public var archive: String { "bulletin-\(folder).zip" }
  /// All tables of the edition for Excel and WPS; that of the bureau is marked as all its files are.
  var workbook: String { "bulletin-\(EditionName(period, revision: revision, language).folder).xlsx" }
}
