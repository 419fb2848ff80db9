import Domain

/// Catalogs are Chinese.
extension Texts {
  func callAsFunction(_ key: CatalogText, _ values: [String: String] = [:]) -> String { text(key, .zh, values) }
  func callAsFunction(_ column: CatalogColumn, _ values: [String: String] = [:]) -> String {
    text(column, .zh, values)
  }

  /// 「甲、乙」
  func list(_ names: [String], _ separator: CatalogText = .separator) -> String {
    names.joined(separator: self(separator))
  }

  /// 「求人倍率」
  public func name(_ indicator: ShortageIndicator) -> String { label(key: Texts.key(indicator, "name")).zh }
  /// 「%」; empty for a number without unit.
  func unit(_ indicator: ShortageIndicator) -> String {
    indicator.hasUnit ? label(key: Texts.key(indicator, "unit")).zh : ""
  }
  func meaning(_ indicator: ShortageIndicator) -> String { label(key: Texts.key(indicator, "meaning")).zh }
  /// 「数量型」
  public func name(_ type: ShortageType) -> String { label(key: Texts.key(type)).zh }
  /// 「专业技术」
  func name(_ category: JobCategory) -> String { label(key: Texts.key(category)).zh }
  /// 「新增」
  func name(_ change: CatalogChange.Kind) -> String { label(key: Texts.key(change)).zh }

  static func key(_ indicator: ShortageIndicator, _ part: String) -> String { "shortage_\(indicator.rawValue)_\(part)" }
  static func key(_ type: ShortageType) -> String { "shortage_type_\(type.rawValue)" }
  static func key(_ category: JobCategory) -> String { "job_category_\(category.rawValue)" }
  static func key(_ change: CatalogChange.Kind) -> String { "change_kind_\(change.rawValue)" }
}
