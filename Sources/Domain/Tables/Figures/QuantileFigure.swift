/// Weighted quantiles of an expression.
public struct QuantileFigure: FigureBody, Hashable {
  public let of: Condition
  /// Shares between 0 and 1.
  public let at: [Double]
  /// Nil: each row counts once.
  public let weight: Condition?

  public init(of: Condition, at: [Double], weight: Condition? = nil) {
    self.of = of
    self.at = at
    self.weight = weight
  }

  var name: String { "quantile" }
  var readings: [FigureReading] { at.map(FigureReading.quantile) }

  func formula(_ name: (String) -> Label) -> Label {
    let by = weight.map { Label(zh: ", 以 \($0.sql) 加权", en: ", weighted by \($0.sql)") } ?? Label(zh: "", en: "")
    return Label(zh: "\(of.sql) 的分位数\(by.zh)", en: "quantiles of \(of.sql)\(by.en)")
  }

  /// Finds the smallest values up to which at least the asked shares of all weight lie.
  public struct Search: Sendable {
    private let targets: [Double]
    private var reached = 0.0
    /// In the order of `at`; nil where nothing has any weight.
    public private(set) var values: [Double?]

    public init(at: [Double], weight: Double) {
      targets = at.map { $0 * weight - 1e-9 }
      values = Array(repeating: nil, count: at.count)
    }

    /// Takes the next value; they come in ascending order.
    public mutating func add(_ value: Double, weight: Double) {
      reached += weight
      for index in targets.indices where values[index] == nil && reached >= targets[index] { values[index] = value }
    }
  }
}
