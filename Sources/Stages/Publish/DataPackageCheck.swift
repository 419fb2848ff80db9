import Documents
import Foundation

/// Whether the tables of an edition are what `datapackage.json` says.
struct DataPackageCheck {
  private(set) var problems: [String] = []

  init(_ files: [(path: String, bytes: [UInt8])]) {
    let content = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    guard let json = content[DataPackage.path] else {
      problems.append("缺少 \(DataPackage.path)")
      return
    }
    guard let package = try? JSONDecoder().decode(DataPackage.self, from: Data(json)) else {
      problems.append("\(DataPackage.path) 无法解析")
      return
    }
    for resource in package.resources {
      if let bytes = content[resource.path] {
        if let schema = resource.schema { check(resource.path, schema, bytes) }
      } else {
        problems.append("\(DataPackage.path) 所列的文件不存在: \(resource.path)")
      }
    }
    let described = Set(package.resources.map(\.path))
    for path in content.keys.sorted() where path.hasPrefix("tables/") && !described.contains(path) {
      problems.append("\(DataPackage.path) 未列出: \(path)")
    }
  }

  private mutating func check(_ path: String, _ schema: DataPackage.Schema, _ bytes: [UInt8]) {
    guard let rows = CSVText.rows(bytes), let header = rows.first else {
      problems.append("\(path): 不是可读的 CSV")
      return
    }
    let fields = schema.fields
    if header != fields.map(\.name) { problems.append("\(path): 表头与 \(DataPackage.path) 不一致") }
    for (index, row) in rows.enumerated() where row.count != header.count {
      problems.append("\(path): 第 \(index + 1) 行有 \(row.count) 列, 应为 \(header.count) 列")
    }
    let keys = schema.primaryKey.compactMap { key in header.firstIndex(of: key) }
    var seen: Set<[String]> = []
    for (index, row) in rows.enumerated().dropFirst() where row.count == header.count {
      if !seen.insert(keys.map { row[$0] }).inserted { problems.append("\(path): 第 \(index + 1) 行主键重复") }
      for (value, field) in zip(row, fields) where !accepts(value, field, schema.missingValues) {
        problems.append("\(path): 第 \(index + 1) 行 \(field.name) 不是数字: \(value)")
      }
    }
  }

  private func accepts(_ value: String, _ field: DataPackage.Field, _ missing: [String]) -> Bool {
    switch EditionTable.Field.Kind(rawValue: field.type) {
    case .integer: missing.contains(value) || Int(value) != nil
    case .number: missing.contains(value) || Double(value) != nil
    default: true
    }
  }
}
