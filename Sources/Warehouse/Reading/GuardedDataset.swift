/// A dataset as a guarded connection knows it: the name and columns that SQL may use, and what they are made of.
public struct GuardedDataset: Sendable {
  public struct Column: Sendable, Hashable {
    public let name: String
    /// Affinity of the column where the dataset is a plain table: `TEXT`, `NUMERIC`, `BLOB`.
    public let affinity: String

    public init(_ name: String, affinity: String) {
      self.name = name
      self.affinity = affinity
    }
  }

  public enum Source: Sendable, Hashable {
    /// A SELECT over tables of the file, with exactly the columns of the dataset.
    ///
    /// A column that holds numbers needs the affinity of a number (that of its table, or a CAST): else `substr(…) =
    /// graduated` compares a text with a number, and finds nothing.
    case view(String)
    /// A SELECT over other datasets, put before a statement that names the dataset, so that it may use parameters.
    case derived(String)
    /// A table in memory, filled by `insert`: what examples are proved on.
    case rows
  }

  public let name: String
  /// Of a derived dataset nobody asks: it has the columns of its SELECT.
  public let columns: [Column]
  public let source: Source
  /// SQL condition of the rows that no public figure may count; a connection for public figures does not have them.
  public let neverPublic: String?

  public init(_ name: String, columns: [Column], source: Source, neverPublic: String? = nil) {
    self.name = name
    self.columns = columns
    self.source = source
    self.neverPublic = neverPublic
  }

  var isDerived: Bool { if case .derived = source { true } else { false } }
}

/// A code list or a table of rules, which SQL reads as a table.
public struct GuardedList: Sendable {
  /// With its prefix: `list_regions`.
  public let name: String
  public let columns: [String]
  /// The rows, in the order of the columns; made when a statement reads the list for the first time.
  public let rows: @Sendable () -> [[SQLValue]]

  public init(_ name: String, columns: [String], rows: @escaping @Sendable () -> [[SQLValue]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}
