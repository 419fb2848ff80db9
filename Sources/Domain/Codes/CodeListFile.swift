import Tabular

extension CodeList {
  /// Reads a code list from the bytes of its CSV.
  ///
  /// - Parameter path: names the file in errors.
  /// - Throws: `PipelineError` TF302 where a column, a code or a name is missing, or a code stands twice.
  public init(id: String, csv bytes: [UInt8], path: String) throws {
    let table: SmallTable
    do { table = try SmallTable(bytes) } catch { throw CodeList.failure(path, error.line, error.message) }
    for column in ["code", "name"] where !table.header.contains(column) {
      throw CodeList.failure(path, 1, "缺少列 \(column)")
    }
    let own = table.header.filter { !["code", "name", "parent", "aliases", "name_en", ""].contains($0) }
    for column in own where !column.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }) {
      throw CodeList.failure(path, 1, "列名 \(column) 应为小写英文字母和 _")
    }
    let extras = own.map { ($0, table.column($0)) }
    let (codes, names) = (table.column("code"), table.column("name"))
    let (parents, otherNames) = (table.column("parent"), table.column("aliases"))
    let english = table.column("name_en")
    var seen = Set<String>(minimumCapacity: table.rows.count)
    var aliases: [String: String] = [:]
    let entries = try table.rows.map { row in
      guard let code = row[codes], CodeNumber.number(code) != nil else {
        throw CodeList.failure(path, row.line, "代码 \(row[codes] ?? "") 不是数字或单个大写字母")
      }
      guard let name = row[names] else { throw CodeList.failure(path, row.line, "代码 \(code) 没有名称") }
      guard seen.insert(code).inserted else { throw CodeList.failure(path, row.line, "代码 \(code) 重复") }
      let others = (row[otherNames] ?? "").split(separator: "|").map(String.init)
      for alias in others.map(TextFold.fold) {
        if let other = aliases.updateValue(code, forKey: alias), other != code {
          throw CodeList.failure(path, row.line, "别名 \(alias) 同时属于 \(other) 和 \(code)")
        }
      }
      return Entry(
        code: code, name: name, parent: row[parents], aliases: others, english: row[english],
        extra: Dictionary(uniqueKeysWithValues: extras.compactMap { name, column in row[column].map { (name, $0) } }))
    }
    self.init(id: id, entries: entries)
  }

  private static func failure(_ path: String, _ line: Int, _ message: String) -> PipelineError {
    PipelineError(.wrongCodeList, .config, at: "\(path):\(line)", message, remedy: "改正代码表后重新运行")
  }
}
