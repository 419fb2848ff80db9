/// What happens to the row or the field.
public enum Severity: Int, Sendable, Comparable {
  /// Kept and counted.
  case warn = 1
  /// The field is emptied, the row kept.
  case blank = 2
  /// The row goes to the rejects file.
  case reject = 3

  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  /// 提示, 置空, 退回.
  public var label: String { ["提示", "置空", "退回"][rawValue - 1] }
}

/// A rule of data quality: its id, what it does, what it says to the clerk, and what to do.
public enum Rule: String, Sendable, CaseIterable, BitwiseCopyable {
  case unknownColumn = "header.unknown-column"
  case rowHeader = "row.header"
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
  case creditCode = "uscc.check"
  case unknownCode = "code.unknown"
  case unknownOther = "code.other"
  case region = "region.unknown"
  case openings = "openings.range"
  case openingsApproximate = "openings.approximate"
  case openingsLarge = "openings.large"
  case integer = "integer.range"
  case date = "date.unreadable"
  case mainDate = "date.required"
  case future = "date.future"
  case dateOrder = "date.order"
  case stageOrder = "date.stage-order"
  case pay = "pay.unreadable"
  case age = "age.unreadable"
  case experience = "experience.unreadable"
  case person = "person.check"
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
    case .rowHeader, .rowColumns, .rowQuote, .rowTooLong, .rowEncoding, .rowNul, .required, .shape, .openings,
      .mainDate, .future, .personalKey, .refused:
      .reject
    case .unknownColumn, .replacement, .personal, .unknownOther, .region, .openingsApproximate, .openingsLarge,
      .stageOrder,
      .personConflict,
      .filled, .selfCarried, .aboveLimit, .neededWhen, .brokenRule:
      .warn
    default: .blank
    }
  }

  /// True where a value could not be taken as it stands: what a strict field does not let pass.
  public var isUnreadable: Bool {
    severity == .blank || [.region, .unknownOther, .openingsApproximate].contains(self)
  }

  /// True where a value stands in no list of codes or names.
  public var isUnlisted: Bool { [.unknownCode, .unknownOther, .region].contains(self) }

  /// What is wrong, in Chinese.
  public var message: String {
    switch self {
    case .unknownColumn: "数据字典之外的列, 未采用"
    case .rowHeader: "重复的表头, 不是数据"
    case .rowColumns: "列数与表头不符"
    case .rowQuote: "引号未闭合"
    case .rowTooLong: "一行超过 1 MB"
    case .rowEncoding: "含有本编码之外的字节"
    case .rowNul: "含有空字节 (NUL)"
    case .required: "必填项为空"
    case .tooLong: "文字过长"
    case .shape: "格式与来源文件 shapes 的规定不符"
    case .replacement: "含有乱码字符 (U+FFFD)"
    case .personal: "文字中有身份证号码或电话, 已遮盖"
    case .personalKey: "编号是身份证号码, 不能入库"
    case .creditCode: "统一社会信用代码校验不符"
    case .unknownCode: "代码或名称不在代码表中"
    case .unknownOther: "类别不在代码表中, 归入其他"
    case .region: "地区无法识别, 按来源所在地计"
    case .openings: "招聘人数无法识别或不在 1-9999 之间"
    case .openingsApproximate: "招聘人数为若干/不限, 按 1 人计"
    case .openingsLarge: "招聘人数超过 999, 请核对"
    case .integer: "数值无法识别或超出范围"
    case .date: "日期无法识别"
    case .mainDate: "登记或发布日期无法识别"
    case .future: "登记或发布日期在未来"
    case .dateOrder: "日期早于发布或登记日期"
    case .stageOrder: "各环节日期先后颠倒"
    case .pay: "薪酬无法识别"
    case .age: "年龄要求无法识别"
    case .experience: "经验要求无法识别"
    case .person: "身份证件号码校验不符"
    case .personConflict: "证件号码与性别或出生年月不一致"
    case .filled: "已招人数超过招聘人数"
    case .selfCarried: "档案由个人自带, 违反转递规定"
    case .amount: "金额或数值无法识别"
    case .aboveLimit: "大于不应超过的数"
    case .neededWhen: "按另一项应当填写"
    case .refused: "按规定不收这类行"
    case .brokenRule: "这一取值违反规定"
    }
  }

  /// What to do, in Chinese.
  public var remedy: String {
    switch self {
    case .unknownColumn: "如需采用, 在来源文件 columns 中写明对应字段"
    case .rowHeader: "删去这一行"
    case .rowColumns: "检查该行分隔符; 文字中有分隔符时整格加双引号"
    case .rowQuote: "补上缺少的双引号, 文字中的双引号写成两个"
    case .rowTooLong: "检查该行是否缺少换行或引号"
    case .rowEncoding: "用 WPS 重新导出, 或在来源文件中写明 encoding"
    case .rowNul: "删除该字节后重新导出"
    case .required: "补填后放回"
    case .tooLong: "缩短文字"
    case .shape: "核对编号"
    case .replacement: "请来源系统重新导出原文"
    case .personal: "请来源系统不要把个人号码写进文字"
    case .personalKey: "请来源系统另给编号, 或在来源文件中不用这一列作编号"
    case .creditCode: "核对 18 位代码 (不含 I O S V Z)"
    case .unknownCode, .unknownOther: "改为代码表中的名称, 或在来源文件 values 中加一条对应"
    case .region: "填写县级名称或 6 位区划代码"
    case .openings, .openingsApproximate, .openingsLarge: "填写整数人数"
    case .integer: "填写范围内的整数"
    case .date, .mainDate: "写成 2026-03-05 的形式"
    case .future: "核对年份"
    case .dateOrder, .stageOrder: "核对两个日期"
    case .pay: "写成 4500-6000元/月 或 面议 的形式"
    case .age: "写成 18-45岁 的形式"
    case .experience: "写成 3-4年 或 不限 的形式"
    case .person, .personConflict: "核对证件号码"
    case .filled: "核对两个人数"
    case .selfCarried: "改用机要、专人或特快专递"
    case .amount: "写成 1234.56 的形式"
    case .aboveLimit: "核对两个数"
    case .neededWhen: "补填"
    case .refused: "不要导出这类行"
    case .brokenRule: "核对, 属实的按规定处理"
    }
  }
}

/// A rule that a value of a row broke; where in the file it stands is added by the stage.
public struct Problem: Sendable, Equatable {
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
