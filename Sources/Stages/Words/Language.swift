import Domain

/// The language of an edition.
public enum Language: String, Sendable, CaseIterable, Comparable {
  case zh
  case en

  /// Value of the HTML `lang` attribute.
  var tag: String { self == .zh ? "zh-CN" : "en" }
  /// What the names of folders and archives end with.
  var suffix: String { self == .zh ? "" : "-en" }

  /// The language that `text` of a name is in: where there is no English name, the Chinese one is printed.
  func tagOfName(_ name: Label) -> String { self == .en && name.en != name.zh ? tag : Language.zh.tag }

  func text(_ label: Label) -> String { self == .zh ? label.zh : label.en }
  func name(of period: Period) -> String { self == .zh ? period.nameZh : period.nameEn }

  func name(ofRevision number: Int) -> String { self == .zh ? "第\(number)版（修订）" : "revision \(number)" }

  /// `3季度`, `上半年`, `9月`, or `Q3`, `H1`, `M09`: the period without its year.
  func shortName(of period: Period) -> String {
    switch (self, period.unit) {
    case (_, .year): ""
    case (.zh, .month): "\(period.number)月"
    case (.zh, .quarter): "\(period.number)季度"
    case (.zh, .half): period.number == 1 ? "上半年" : "下半年"
    case (.en, _): String(period.description.dropFirst(4))
    }
  }

  func date(_ day: Day) -> String {
    let parts = day.components
    return self == .zh ? "\(parts.year)年\(parts.month)月\(parts.day)日" : day.iso
  }

  /// Chinese editions stand first.
  public static func < (left: Language, right: Language) -> Bool { left == .zh && right == .en }
}

extension Label {
  /// 「2026年第三季度」
  init(_ period: Period) { self.init(zh: period.nameZh, en: period.nameEn) }

  /// The same in both languages: a number.
  init(_ text: String) { self.init(zh: text, en: text) }
}
