/// By what a table is broken down.
public enum TableAxis: Sendable, Hashable {
  /// One row, the total.
  case none
  /// An expression over the fields of the table's dataset, often just a field.
  case expression(Condition)
  /// An expression for each dataset; one without stands in the total alone.
  case byDataset([String: Condition])
  /// The values of a list field: a row of the dataset stands in several rows of the table, and the total is counted apart.
  case each(Condition)

  /// The expression for rows of `dataset`; nil where they stand in the total alone.
  public func expression(for dataset: String, in table: String) -> Condition? {
    switch self {
    case .none: nil
    case .expression(let expression), .each(let expression): dataset == table ? expression : nil
    case .byDataset(let all): all[dataset]
    }
  }

  public var isEach: Bool { if case .each = self { true } else { false } }
  public var isNone: Bool { if case .none = self { true } else { false } }
}

/// The rows of a table.
public enum TableRows: Sendable, Hashable {
  /// Those of the file, or of the code list of the field that the table is broken down by.
  case listed([TableRow])
  /// The values that occur, in their order.
  case seen

  public var listed: [TableRow]? { if case .listed(let rows) = self { rows } else { nil } }
}

public struct TableRow: Sendable, Hashable {
  /// The value of the axis.
  public let key: String
  public let label: Label
  /// For an 其中 row what it is a part of.
  public let part: Part?

  public struct Part: Sendable, Hashable {
    /// Key of the row above.
    public let parent: String
    public let condition: Condition

    public init(of parent: String, where condition: Condition) {
      self.parent = parent
      self.condition = condition
    }
  }

  public init(key: String, label: Label, part: Part? = nil) {
    self.key = key
    self.label = label
    self.part = part
  }
}

/// What becomes of rows of the dataset that lie in no row of the table.
public enum RestRow: Sendable, Hashable {
  /// A row of its own, always there.
  case labelled(Label)
  /// They stand in the total alone.
  case hidden
  /// A row where something falls in it and the rows are not chosen by the file.
  case asNeeded

  public static let usual = Label(zh: "未说明", en: "Not stated")
}

/// What must have been delivered for a table to be made: a dataset, or its rows with one value of a field.
public struct DatasetNeed: Sendable, Hashable, CustomStringConvertible {
  public let dataset: String
  public let field: String?
  public let value: String?

  public init(_ dataset: String, field: String? = nil, value: String? = nil) {
    self.dataset = dataset
    self.field = field
    self.value = value
  }

  /// Reads `register` and `register.kind=竞业限制`; nil for anything else.
  public init?(parsing text: String) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty else { return nil }
    guard parts.count == 2 else {
      self.init(String(name), field: nil, value: nil)
      return
    }
    let pair = parts[1].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard pair.count == 2, !pair[0].isEmpty, !pair[1].isEmpty else { return nil }
    self.init(String(name), field: String(pair[0]), value: String(pair[1]))
  }

  public var description: String {
    if let field, let value { "\(dataset).\(field)=\(value)" } else { dataset }
  }
}
