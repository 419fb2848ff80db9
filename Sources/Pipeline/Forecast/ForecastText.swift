import Forecasting

/// What the forecaster says of a series, in Chinese.
enum ForecastText {
  static func method(_ method: ForecastMethod) -> String {
    switch method {
    case .combination: "组合 (ETS + CES + DOT + SES + 季节朴素)"
    case .short: "短序列 (DOT + SES, 季节参考上级)"
    case .pooledSeason: "借用上级季节的 DOT"
    case .smoothing: "简单平滑"
    case .shrunkenMean: "均值"
    case .parentShare: "上级份额"
    case .intermittent: "间歇 (IMAPA)"
    case .ended: "近一年为零"
    }
  }

  static func note(_ note: ForecastNote) -> String {
    switch note {
    case .filledGaps(let count): "中间缺 \(count) 期, 已补"
    case .replacedOutlier(let count): "有 \(count) 期的值异常, 前后都正常, 预测时按平常水平处理"
    case .staleBy(let count): "最后 \(count) 期缺, 从最后已知的一期起预测"
    case .constant: "历史各期相同, 无从看出起伏: 区间按计数的偶然起伏 (泊松) 给出, 不是计数则以水平的 0.5 % 为标准差"
    case .disagreement: "模型之间相差三倍以上的时期取中位数"
    case .clippedAtZero: "低于零的预测改为零"
    case .uncalibrated: "区间未经过往误差校准"
    }
  }

  /// Where past origins disagree about errors.
  static let fewShocks = "各过往起点的误差中位数相差三分之一以上: 区间只依据为数不多的几次波动"

  static func reason(_ reason: ForecastFailure) -> String {
    switch reason {
    case .noObservations: "没有任何已知的值"
    case .notFinite(let index): "第 \(index + 1) 期不是有限的数"
    case .noHorizon: "预测期数须至少为 1"
    case .cancelled: "已停止"
    }
  }
}
