/// What a monitor of the night run looks at; the first part of the ids of its alerts.
public enum AlertKind: String, Sendable, CaseIterable, Codable {
  case refused
  case late
  case header
  case value
  case rows
  case rejects
  case duplicates
  case archive
  case release
  case check
  case ratio
  case gap
  case pay
  case duration
  case forecast

  /// In Chinese, as the page heads it.
  public var label: String {
    switch self {
    case .refused: "文件不能收取"
    case .late: "导出迟到"
    case .header: "表头变化"
    case .value: "新的取值"
    case .rows: "行数异常"
    case .rejects: "退回过多"
    case .duplicates: "重复过多"
    case .archive: "档案转递超期"
    case .release: "发布到期"
    case .check: "检查"
    case .ratio: "求人倍率"
    case .gap: "供求缺口"
    case .pay: "薪酬"
    case .duration: "空缺时长"
    case .forecast: "紧缺预警"
    }
  }

  /// True where it tells of the labour market; else somebody has something to do.
  public var isMarket: Bool {
    switch self {
    case .ratio, .gap, .pay, .duration, .forecast: true
    default: false
    }
  }
}
