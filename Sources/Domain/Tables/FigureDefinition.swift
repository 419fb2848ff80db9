/// A column of a declared table, or a leaf that is none.
public struct FigureDefinition: Sendable {
  /// Whether more of it is better, for those who judge by it.
  public enum Direction: String, Sendable, CaseIterable {
    case more
    case less
  }

  /// The rows that a figure stands in.
  public enum Places: Sendable, Hashable {
    case all
    case total
    case rows(Set<String>)

    public func holds(_ row: String) -> Bool {
      switch self {
      case .all: true
      case .total: row == FigureDefinition.total
      case .rows(let keys): keys.contains(row)
      }
    }
  }

  /// One column for each code of a field.
  public struct Across: Sendable, Hashable {
    public let field: Condition
    /// Keys and names of the columns; empty: the values that occur.
    public let columns: [TableRow]

    public init(_ field: Condition, columns: [TableRow]) {
      self.field = field
      self.columns = columns
    }
  }

  /// What a cell must rest on to be printed; `[low]` else.
  public struct Least: Sendable, Hashable {
    public let weight: Double
    public let contributors: Int

    public init(weight: Double, contributors: Int) {
      self.weight = weight
      self.contributors = contributors
    }
  }

  /// Key of the row of everything.
  public static let total = "total"
  /// Key of the row of what lies in no other row.
  public static let rest = "rest"

  public let id: String
  public let label: Label
  /// What it is, in words; nil where the formula says enough.
  public let definition: Label?
  public let unit: Label
  public let kind: FigureKind
  /// Nil: the table's.
  public let dataset: String?
  public let condition: Condition?
  public let isPrinted: Bool
  public let places: Places
  /// How many periods a leaf looks back over, this one included.
  public let window: Int
  public let across: Across?
  /// True where the value itself counts persons.
  public let countsPersons: Bool
  /// Why a leaf is no secret; one of the reasons of `rules/disclosure.yaml`.
  public let openReason: String?
  public let least: Least?
  /// Printed decimals.
  public let decimals: Int
  /// What the value is multiplied by for printing.
  public let scale: Double?
  public let better: Direction?
  /// In its file: `path:line:column`.
  public let place: String

  public init(
    id: String, label: Label, definition: Label? = nil, unit: Label, kind: FigureKind, dataset: String? = nil,
    condition: Condition? = nil,
    isPrinted: Bool = true, places: Places = .all, window: Int = 1, across: Across? = nil, countsPersons: Bool = false,
    openReason: String? = nil, least: Least? = nil, decimals: Int? = nil, scale: Double? = nil,
    better: Direction? = nil, place: String
  ) {
    self.id = id
    self.label = label
    self.definition = definition
    self.unit = unit
    self.kind = kind
    self.dataset = dataset
    self.condition = condition
    self.isPrinted = isPrinted
    self.places = places
    self.window = window
    self.across = across
    self.countsPersons = countsPersons
    self.openReason = openReason
    self.least = least
    self.decimals = decimals ?? (kind.isQuotient || scale != nil ? 2 : 0)
    self.scale = scale
    self.better = better
    self.place = place
  }

  /// A denominator of every row: it stands nowhere but in the total, and is not printed.
  public var servesEveryRow: Bool { places == .total && !isPrinted }
}
