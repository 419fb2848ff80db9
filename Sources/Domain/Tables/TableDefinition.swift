/// A table as its file declares it: what is counted, by what, as which figures, who may see it.
public struct TableDefinition: Sendable {
  /// Of which periods a table is made: those of the unit itself, and the period of an edition that ends one of them.
  public typealias Unit = Period.Unit

  /// Whether there is a page for the city alone, or for its counties too.
  public enum Scope: String, Sendable, CaseIterable {
    case city
    case county
  }

  /// A comparison that stands beside the figures.
  public enum Change: String, Sendable, CaseIterable {
    /// With the period before (环比).
    case previous
    /// With the same period a year before (同比).
    case yoy

    /// What follows the id of the figure: `archive_in_qoq`.
    public var suffix: String { self == .previous ? "qoq" : "yoy" }

    public func period(before period: Period) -> Period { self == .previous ? period.previous : period.yearBefore }
  }

  /// A chart of one figure over the rows.
  public struct Chart: Sendable, Hashable {
    public enum Form: String, Sendable, CaseIterable {
      case bar
      case line
      /// A figure that goes across the columns, shaded, and its largest cells.
      case matrix
    }

    public let form: Form
    public let figure: String

    public init(_ form: Form, of figure: String) {
      self.form = form
      self.figure = figure
    }
  }

  /// Only the largest rows stand alone; the others are added to the rest.
  public struct Top: Sendable, Hashable {
    public let count: Int
    /// The figure that ranks the rows.
    public let figure: String

    public init(_ count: Int, by figure: String) {
      self.count = count
      self.figure = figure
    }
  }

  /// `T17`, `T22-posts`: the part before the hyphen is the page.
  public let id: String
  public let title: Label
  /// The dataset of figures that name no other.
  public let dataset: String
  public let every: Unit
  public let regions: Scope
  /// What of `dataset` is counted at all.
  public let condition: Condition?
  public let needs: [DatasetNeed]
  public let axis: TableAxis
  public let rows: TableRows
  public let rest: RestRow
  /// Whether a row of the total is printed.
  public let hasTotal: Bool
  public let top: Top?
  /// In the order of the columns.
  public let figures: [FigureDefinition]
  public let changes: [Change]
  public let chart: Chart?
  /// Sentences with `{id}` for figures of the total row.
  public let sentences: [Label]
  public let note: Label?
  public let audience: Audience
  /// The file.
  public let path: String

  public init(
    id: String, title: Label, dataset: String, every: Unit = .quarter, regions: Scope = .county,
    condition: Condition? = nil, needs: [DatasetNeed] = [], axis: TableAxis = .none, rows: TableRows = .seen,
    rest: RestRow = .asNeeded, hasTotal: Bool = false, top: Top? = nil, figures: [FigureDefinition],
    changes: [Change] = [], chart: Chart? = nil, sentences: [Label] = [], note: Label? = nil,
    audience: Audience = .bureau, path: String
  ) {
    self.id = id
    self.title = title
    self.dataset = dataset
    self.every = every
    self.regions = regions
    self.condition = condition
    self.needs = needs
    self.axis = axis
    self.rows = rows
    self.rest = rest
    self.hasTotal = hasTotal
    self.top = top
    self.figures = figures
    self.changes = changes
    self.chart = chart
    self.sentences = sentences
    self.note = note
    self.audience = audience
    self.path = path
  }

  /// The page that the table stands on: `T22` for `T22-posts`.
  public var page: String { String(id.prefix { $0 != "-" }) }

  public func figure(_ id: String) -> FigureDefinition? { figures.first { $0.id == id } }

  /// The datasets that its leaves count, each once, in alphabetical order.
  public var countedDatasets: [String] { Set(figures.filter(\.kind.isLeaf).map(dataset(of:))).sorted() }

  /// The dataset that a leaf counts.
  public func dataset(of figure: FigureDefinition) -> String { figure.dataset ?? dataset }

  /// The leaves that a figure is made of, by id, each once, in the order of the file.
  public func leaves(of id: String) -> [String] {
    var found: Set<String> = []
    var open = [id]
    while let next = open.popLast() {
      guard let figure = figure(next) else { continue }
      if figure.kind.isLeaf { found.insert(next) } else { open += figure.kind.inputs }
    }
    return figures.map(\.id).filter(found.contains)
  }

  /// True where an edition of `period` prints the table: its unit, or the last part of one.
  public func stands(in period: Period) -> Bool {
    period.unit == every || period.unit.rawValue < every.rawValue && self.period(at: period).lastDay == period.lastDay
  }

  /// The period of the table that an edition of `period` tells of.
  public func period(at period: Period) -> Period { Period(unit: every, containing: period.lastDay) }
}
