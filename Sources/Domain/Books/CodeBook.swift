/// All code lists of a project, by id (the file name without `.csv`), and what codes titles by them.
public struct CodeBook: Sendable {
  private let byID: [String: CodeList]
  private let regions: RegionNameIndex?
  private let towns: [CodeList]
  /// Nil where the project has no tables for it.
  public let titles: TitleCoder?

  public init(_ lists: [CodeList], titles: TitleCoder? = nil) {
    self.titles = titles
    let byID = Dictionary(uniqueKeysWithValues: lists.map { ($0.id, $0) })
    self.byID = byID
    let towns = CodeBook.townLists.compactMap { byID[$0] }
    self.towns = towns
    regions = byID["regions"].map { RegionNameIndex($0, towns: towns) }
  }

  /// Lists of what lies in counties, by which texts of places are read: towns, and what people call by other names. A
  /// project may lack them.
  static let townLists = ["townships", "local-places"]

  /// Towns that lie in no region of the list, with the id of their list.
  public var strayTowns: [(list: String, entry: CodeList.Entry)] {
    towns.flatMap { list in
      list.entries.filter { entry in entry.parent.flatMap { byID["regions"]?.entry(code: $0) } == nil }
        .map { (list.id, $0) }
    }
  }

  /// What reading the codes of a list depends on beside it.
  func companions(of id: String) -> [CodeList] { id == "regions" ? towns : [] }

  /// In the order of their ids.
  public var lists: [CodeList] { byID.values.sorted { $0.id < $1.id } }

  /// The list that a contract names.
  ///
  /// - Throws: `PipelineError` TF301 where the folder of code lists has no such file.
  public func list(_ id: String) throws -> CodeList {
    guard let list = byID[id] else {
      throw PipelineError(
        .unknownCodeList, .config, at: "\(id).csv", "代码表不存在", remedy: "把 \(id).csv 放回 codelists 文件夹")
    }
    return list
  }

  /// The list whose hierarchy a dimension has; nil where there is none.
  ///
  /// - Throws: as `list`.
  public func list(of dimension: Dimension) throws -> CodeList? {
    switch dimension {
    case .occupation: try list("occupations")
    case .industry: try list("industry")
    case .education: try list("education")
    case .category: try list("seeker-category")
    default: nil
    }
  }

  /// Finds the places that texts name.
  ///
  /// - Parameter home: the code that decides between places of one name: nearest to it wins.
  /// - Throws: as `list`, where there is no list of regions.
  public func regionNames(home: String?) throws -> RegionNames {
    RegionNames(try regions ?? RegionNameIndex(list("regions")), home: home)
  }
}
