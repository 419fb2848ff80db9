import Domain

/// What a table file may name.
public struct TableContext: Sendable {
  let datasets: [String: DatasetView]
  let lists: CodeBook
  let openReasons: Set<String>

  /// - Parameters:
  ///   - lists: code lists, for rows and columns that stand for the entries of one.
  ///   - openReasons: those of `rules/disclosure.yaml`.
  public init(datasets: [DatasetView], lists: CodeBook, openReasons: Set<String>) {
    self.datasets = Dictionary(datasets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.lists = lists
    self.openReasons = openReasons
  }
}
