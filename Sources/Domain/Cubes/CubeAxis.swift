/// One breakdown that the cube keeps of a dataset: what its rows come to by month, region and a code.
///
/// The program counts the axes that are declared (`CubeAxis.all`) and no others; a dataset without any has no cube.
public struct CubeAxis: Sendable, Hashable {
  /// How the code of a row is made. Names are those of integer columns of the fact table; 0 stands for no value.
  public enum Code: Sendable, Hashable {
    /// All rows have the code 0. Of such an axis the total of every province is kept, of others the home province alone.
    case all
    case column(String)
    /// Title level, without one the skill level: `Dimension.levelNumber`.
    case level(title: String, skill: String)
    /// The age that is asked for: `Dimension.wantedAge`.
    case wantedAge(low: String, high: String)
    /// Full years from the day of birth to the start of the row, at least 1.
    case ageAtStart(birth: String)

    /// The columns that a code is made of.
    public var columns: [String] {
      switch self {
      case .all: []
      case .column(let column): [column]
      case .level(let title, let skill): [title, skill]
      case .wantedAge(let low, let high): [low, high]
      case .ageAtStart(let birth): [birth]
      }
    }
  }

  /// Which rows count, where a dataset has copies.
  public enum Rows: String, Sendable, Hashable {
    /// All there are: of a dataset without copies.
    case all = "rows"
    case originals
    case copies
  }

  /// Name of the dataset.
  public let dataset: String
  /// Unique in its dataset.
  public let name: String
  public let rows: Rows
  public let code: Code

  public init(_ dataset: String, _ name: String, rows: Rows = .all, _ code: Code) {
    self.dataset = dataset
    self.name = name
    self.rows = rows
    self.code = code
  }

  /// Everything that decides of the cells, as text. Cells that were counted under another one are counted anew; so
  /// changing how it is written counts every axis of every warehouse anew.
  ///
  /// - Parameter roles: of the dataset.
  public func definition(_ roles: Roles) -> String {
    func text(_ name: String?) -> String { name ?? "-" }
    // The earliest of the ends counts, so that their order says nothing but which is the first.
    let parts = [
      "start \(text(roles.start))", "ends \(roles.ends.sorted().joined(separator: " "))",
      "closed \(text(roles.closed))", "weight \(text(roles.weight))", "filled \(text(roles.filled))",
      "region \(text(roles.region))", rows.rawValue,
    ]
    return (parts + ["\(code.name)\(code.columns.map { " \($0)" }.joined())"]).joined(separator: "; ")
  }
}

extension CubeAxis.Code {
  fileprivate var name: String {
    switch self {
    case .all: "all"
    case .column: "column"
    case .level: "level"
    case .wantedAge: "wanted age"
    case .ageAtStart: "age at start"
    }
  }
}
