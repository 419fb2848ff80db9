/// Which edition of the catalog: a draft or a final one of a period, numbered from 1.
public struct CatalogEdition: Hashable, Sendable {
  public enum Kind: String, Sendable { case draft, final }

  public let period: Period
  public let kind: Kind
  public let number: Int
  /// Day on which a final edition was frozen; nil for a draft.
  public let date: Day?

  public init(period: Period, kind: Kind, number: Int, date: Day? = nil) {
    self.period = period
    self.kind = kind
    self.number = number
    self.date = date
  }

  /// Folder within that of the period: `draft-1`, `final-1`.
  public var folder: String { "\(kind.rawValue)-\(number)" }
  /// `草案第1稿`, `正式第1版`.
  public var version: String { kind == .draft ? "草案第\(number)稿" : "正式第\(number)版" }
  /// 版本: `2026H2 草案第1稿`, `2026H2 正式第1版`.
  public var name: String { "\(period) \(version)" }
  /// The archive of the whole edition, within its folder.
  public var archive: String { "catalog-\(period)-\(folder).zip" }
  /// All tables of the edition for Excel and WPS.
  public var workbook: String { "catalog-\(period)-\(folder).xlsx" }
  /// True of what may be the name of an edition's workbook.
  public static func isWorkbook(_ name: String) -> Bool { name.hasPrefix("catalog-") && name.hasSuffix(".xlsx") }

  private static let mostEditions = 9999

  /// Reads a folder name of `period`; nil for anything else.
  public init?(period: Period, folder: String) {
    let parts = folder.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), let number = Int(parts[1]),
      (1...CatalogEdition.mostEditions).contains(number)
    else {
      return nil
    }
    self.init(period: period, kind: kind, number: number)
    guard self.folder == folder else { return nil }
  }
}
