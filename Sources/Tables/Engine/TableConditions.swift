import Domain

extension TableDefinition {
  /// All SQL expressions of the file but the axis.
  public var conditions: [Condition] {
    figures.flatMap(\.expressions) + [condition].compactMap { $0 } + (rows.listed ?? []).compactMap(\.part?.condition)
  }

  /// Reads every SQL expression of the table on a connection, so that a mistake is told before anything is counted.
  ///
  /// - Throws: `PipelineError` TF701 for a dataset that is not there, TF720, TF721 with the place.
  public func check(on connection: DatasetConnection) throws {
    func check(_ expression: Condition?, _ dataset: String) throws {
      if let expression { _ = try connection.check(expression, of: dataset) }
    }
    let leaves = figures.filter(\.kind.isLeaf)
    try check(condition, dataset)
    for figure in leaves {
      for expression in figure.expressions { try check(expression, self.dataset(of: figure)) }
      try check(figure.across?.field, self.dataset(of: figure))
    }
    for name in countedDatasets {
      if !axis.isEach { try check(axis.expression(for: name, in: dataset), name) }
    }
    for row in rows.listed ?? [] { try check(row.part?.condition, dataset) }
  }
}
