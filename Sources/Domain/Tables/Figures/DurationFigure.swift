/// After how many days a share of the spells has ended, by Kaplan and Meier's estimator: spells still open at the end of
/// the period count as lasting longer than they have so far.
///
/// Source: Kaplan and Meier, Nonparametric Estimation from Incomplete Observations, JASA 53 (1958).
public struct DurationFigure: FigureBody, Hashable {
  /// Date of the start; rows without one are no spells.
  public let from: Condition
  /// Date of the end; NULL or after the period: still open.
  public let to: Condition
  /// Shares of the spells that have ended.
  public let at: [Double]
  /// Counts working days.
  public let inWorkdays: Bool

  public init(from: Condition, to: Condition, at: [Double], inWorkdays: Bool = false) {
    self.from = from
    self.to = to
    self.at = at
    self.inWorkdays = inWorkdays
  }

  var name: String { "duration" }
  var readings: [FigureReading] { at.map(FigureReading.quantile) }

  func formula(_ name: (String) -> Label) -> Label {
    let unit = inWorkdays ? Label(zh: "工作日", en: "working days") : Label(zh: "天数", en: "days")
    return Label(
      zh: "从 \(from.sql) 到 \(to.sql) 的\(unit.zh) (Kaplan-Meier 估计, 未结束的按期末截尾)",
      en: "\(unit.en) from \(from.sql) to \(to.sql) (Kaplan-Meier estimate, censored at the end of the period)")
  }

  /// Takes the spells by their length, shortest first.
  public struct Estimate: Sendable {
    private let limits: [Double]
    private var atRisk: Int
    private var open = 1.0
    /// In the order of `at`; nil where too few have ended.
    public private(set) var values: [Double?]

    public init(at: [Double], spells: Int) {
      limits = at.map { 1 - $0 + 1e-12 }
      atRisk = spells
      values = Array(repeating: nil, count: at.count)
    }

    /// All spells of one length, of which `ended` have ended.
    public mutating func add(_ length: Double, spells: Int, ended: Int) {
      open *= 1 - Double(ended) / Double(atRisk)
      atRisk -= spells
      guard ended > 0 else { return }
      for index in limits.indices where values[index] == nil && open <= limits[index] { values[index] = length }
    }
  }
}
