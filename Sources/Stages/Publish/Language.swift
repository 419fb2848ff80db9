import Domain

/// The language of an edition.
public enum Language: String, Sendable, CaseIterable, Comparable {
  case zh
  case en

  /// Value of the HTML `lang` attribute.
  var tag: String { self == .zh ? "zh-CN" : "en" }
  /// What the names of folders and archives end with.
  var suffix: String { self == .zh ? "" : "-en" }

  func text(_ label: Label) -> String { self == .zh ? label.zh : label.en }
  func name(of period: Period) -> String { self == .zh ? period.nameZh : period.nameEn }

  func date(_ day: Day) -> String {
    let parts = day.components
    return self == .zh ? "\(parts.year)年\(parts.month)月\(parts.day)日" : day.iso
  }

  /// Chinese editions stand first.
  public static func < (left: Language, right: Language) -> Bool { left == .zh && right == .en }
}
