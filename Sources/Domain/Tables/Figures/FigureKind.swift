/// What a figure is. The list is closed: each kind is a file of this folder.
public enum FigureKind: Sendable {
  case count(CountFigure)
  case sum(SumFigure)
  case distinct(DistinctFigure)
  case quantile(QuantileFigure)
  case duration(DurationFigure)
  case percent(PercentFigure)
  case ratio(RatioFigure)
  case difference(DifferenceFigure)
  case share(ShareFigure)

  /// As the files call it.
  public var name: String { body.name }

  /// The figures that it is made of, by id, each once; none for a leaf.
  public var inputs: [String] {
    var seen: Set<String> = []
    return body.inputs.filter { seen.insert($0).inserted }
  }

  /// Counted in a dataset, not made of other figures.
  public var isLeaf: Bool { body.inputs.isEmpty }

  /// True of what adds up: its change is told as growth in percent.
  public var isAmount: Bool {
    switch self {
    case .count, .sum, .distinct: true
    default: false
    }
  }

  /// False of quantiles and durations: nothing can be computed from them.
  public var isScalar: Bool {
    switch self {
    case .quantile, .duration: false
    default: true
    }
  }

  /// True of parts of a whole: printed with two decimals.
  public var isQuotient: Bool {
    switch self {
    case .percent, .ratio, .share: true
    default: false
    }
  }

  /// The numbers that the figure prints side by side.
  public var readings: [FigureReading] { body.readings }

  /// The formula in words, from the names of what it is made of.
  public func formula(_ name: (String) -> Label) -> Label { body.formula(name) }

  private var body: any FigureBody {
    switch self {
    case .count(let body): body
    case .sum(let body): body
    case .distinct(let body): body
    case .quantile(let body): body
    case .duration(let body): body
    case .percent(let body): body
    case .ratio(let body): body
    case .difference(let body): body
    case .share(let body): body
    }
  }
}

/// What every kind of figure tells of itself.
protocol FigureBody: Sendable {
  var name: String { get }
  /// Empty for a leaf.
  var inputs: [String] { get }
  var readings: [FigureReading] { get }
  func formula(_ name: (String) -> Label) -> Label
}

extension FigureBody {
  var inputs: [String] { [] }
  var readings: [FigureReading] { [FigureReading()] }
}

/// One of the numbers that a figure prints side by side.
public struct FigureReading: Sendable, Hashable {
  /// What follows the figure's id, `_p90`; empty for the figure itself.
  public let suffix: String
  /// What follows its name.
  public let label: Label
  /// In place of the figure's own unit.
  public let unit: Label?

  init(_ suffix: String = "", _ label: Label = Label(zh: "", en: ""), unit: Label? = nil) {
    self.suffix = suffix
    self.label = label
    self.unit = unit
  }

  /// The share `at` of a distribution: `_p50`, `_p2_5`.
  static func quantile(_ at: Double) -> FigureReading {
    let percent = Rounding.round(at * 100, decimals: 2)
    let digits = percent == percent.rounded() ? "\(Int(percent))" : "\(percent)"
    let label =
      at == 0.5
      ? Label(zh: "(中位数)", en: " (median)") : Label(zh: "(第\(digits)百分位)", en: " (percentile \(digits))")
    return FigureReading("_p" + digits.replacing(".", with: "_"), label)
  }
}
