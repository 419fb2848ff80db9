/// What happens to the row or the field.
public enum Severity: Int, Sendable, Comparable {
  /// The row is no record.
  case skip = 0
  /// Kept and counted.
  case warn = 1
  /// The field is emptied, the row kept.
  case blank = 2
  /// The row goes to the rejects file.
  case reject = 3

  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  /// 跳过, 提示, 置空, 退回.
  public var label: String { ["跳过", "提示", "置空", "退回"][rawValue] }
}

/// A rule of data quality: its id, what it does, what it says to the clerk, and what to do.
public enum Rule: String, Sendable, CaseIterable, BitwiseCopyable {
  case unknownColumn = "header.unknown-column"
  case rowHeader = "row.header"
  case rowTitle = "row.title"
  case rowTotal = "row.total"
  case rowFooter = "row.footer"
  case rowBlank = "row.blank"
  case rowShort = "row.short"
  case rowColumns = "row.columns"
  case rowQuote = "row.quote"
  case rowTooLong = "row.too-long"
  case rowEncoding = "row.encoding"
  case rowNul = "row.nul"
  case required = "field.required"
  case tooLong = "field.too-long"
  case shape = "field.shape"
  case replacement = "text.replacement"
  case personal = "text.personal"
  case personalKey = "key.personal"
  case damagedKey = "key.damaged"
  case creditCode = "uscc.check"
  case unknownCode = "code.unknown"
  case unknownOther = "code.other"
  case region = "region.unknown"
  case regionAssumed = "region.assumed"
  case regionMissing = "region.missing"
  case regionSeveral = "region.several"
  case openings = "openings.range"
  case openingsApproximate = "openings.approximate"
  case openingsLarge = "openings.large"
  case integer = "integer.range"
  case date = "date.unreadable"
  case mainDate = "date.required"
  case period = "period.unreadable"
  case future = "date.future"
  case dateOrder = "date.order"
  case stageOrder = "date.stage-order"
  case dateYear = "date.year"
  case dateSerial = "date.serial"
  case pay = "pay.unreadable"
  case payPeriod = "pay.period"
  case payImplausible = "pay.implausible"
  case age = "age.unreadable"
  case experience = "experience.unreadable"
  case person = "person.check"
  case damagedPerson = "person.damaged"
  case personConflict = "person.conflict"
  case filled = "filled.above-openings"
  case selfCarried = "archive.self-carried"
  case amount = "amount.unreadable"
  case aboveLimit = "amount.above-limit"
  case neededWhen = "field.needed"
  case refused = "row.refused"
  case brokenRule = "code.broken-rule"

  public var severity: Severity {
    switch self {
    case .rowHeader, .rowTitle, .rowTotal, .rowFooter, .rowBlank: .skip
    case .rowColumns, .rowQuote, .rowTooLong, .rowEncoding, .rowNul, .required, .shape, .openings,
      .mainDate, .future, .refused, .damagedKey:
      .reject
    case .unknownColumn, .rowShort, .replacement, .personal, .personalKey, .unknownOther, .region, .regionAssumed,
      .regionSeveral, .regionMissing, .dateYear, .dateSerial, .openingsApproximate,
      .openingsLarge, .stageOrder, .personConflict, .filled, .selfCarried, .aboveLimit, .neededWhen, .brokenRule:
      .warn
    default: .blank
    }
  }

  /// True where a value could not be taken as it stands: what a strict field does not let pass. A pay beyond what is likely
  /// can be read, and is left out of the figures alone.
  public var isUnreadable: Bool {
    severity == .blank && self != .payImplausible || [.region, .unknownOther, .openingsApproximate].contains(self)
  }

  /// Counted, not listed: what a whole file has would be a line a row.
  public var isCounted: Bool { [.regionMissing, .dateYear, .dateSerial].contains(self) }

  /// True where a value stands in no list of codes or names.
  public var isUnlisted: Bool { [.unknownCode, .unknownOther, .region].contains(self) }

  /// What is wrong, in Chinese.
  public var message: String { CodeRegister.words(of: rawValue).meaning.zh }

  /// What to do, in Chinese.
  public var remedy: String { CodeRegister.words(of: rawValue).remedy.zh }
}

/// A rule that a value of a row broke; where in the file it stands is added by the stage.
public struct Problem: Sendable, Hashable {
  public let rule: Rule
  /// Name of the field; empty where the row as a whole is meant.
  public let field: String
  /// Severity where the field makes it stricter than the rule.
  public let severity: Severity

  public init(_ rule: Rule, _ field: String, severity: Severity? = nil) {
    self.rule = rule
    self.field = field
    self.severity = severity ?? rule.severity
  }
}
