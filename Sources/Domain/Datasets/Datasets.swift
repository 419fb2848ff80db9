/// All datasets of a project: those of exports, in the order of their names, and those that are derived from them.
public struct Datasets: Sendable {
  public let contracts: [Contract]
  /// Derived datasets, which have no exports: a SELECT over others.
  public let derived: [DatasetView]

  public init(_ contracts: [Contract], derived: [DatasetView] = []) {
    self.contracts = contracts
    self.derived = derived
  }

  /// Datasets some of whose rows are never public: nothing public tells of their exports, not even how many rows there are.
  public var unlisted: Set<String> { Set(contracts.filter { $0.neverPublic != nil }.map(\.name)) }

  public func named(_ name: String) -> Contract? { contracts.first { $0.name == name } }

  /// What readers know a dataset by; its name where nobody declares it.
  public func title(of name: String) -> Label {
    named(name)?.title ?? derived.first { $0.name == name }?.title ?? Label(zh: name, en: name)
  }

  /// The contract of a dataset that a part of the program is made for.
  ///
  /// - Throws: `PipelineError` TF680 where nobody declares it.
  public func required(_ name: String) throws -> Contract {
    guard let contract = named(name) else {
      throw PipelineError(
        .undeclaredDataset, .config, at: "\(name).yaml", "没有声明数据集 \(name)", remedy: "把 \(name).yaml 放回 datasets 文件夹")
    }
    return contract
  }
}

/// Datasets that parts of the program are made for: the market, its outcomes, and the experts of the catalog.
public enum MarketDataset {
  public static let postings = "postings"
  public static let seekers = "seekers"
  public static let placements = "placements"
  public static let experts = "experts"
}
