import Domain
import Foundation

/// Reads a check: a SELECT whose header and examples are comments of SQL.
public struct CheckFile {
  private static let needed = ["id", "zh", "level", "section", "clause", "remedy", "day"]
  private static let keys = needed + ["entry", "other", "needs", "without", "with"]

  private let path: String
  /// Values of the header, with the line and column of each.
  private var header: [String: (text: String, line: Int, column: Int)] = [:]
  private var examples: [CheckExample] = []

  /// - Parameter path: `…/G-01.sql`.
  /// - Throws: `PipelineError` TF500, TF501, TF723 with the place.
  public static func read(_ path: String) throws -> Check {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PipelineError(.unreadableFile, .noInput, at: path, "没有这个文件, 或无权读取", remedy: "检查路径")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw PipelineError(.notUTF8, .config, at: path, "不是 UTF-8 文本", remedy: "另存为 UTF-8")
    }
    return try read(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text, path: path)
  }

  /// - Throws: `PipelineError` TF723 with the place.
  public static func read(_ text: String, path: String) throws -> Check {
    var file = CheckFile(path: path)
    // To Swift a CRLF is one character.
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (number, line) in lines.enumerated() { try file.take(String(line), number + 1) }
    return try file.check(text)
  }

  private init(path: String) { self.path = path }

  private mutating func take(_ line: String, _ number: Int) throws {
    if line.hasPrefix("-- + ") || line.hasPrefix("-- - ") {
      examples.append(try CheckExampleReader(path: path, line: number).read(line))
    } else if line.hasPrefix("-- ") {
      guard let colon = line.range(of: ": ") else {
        throw wrong(number, 4, "这一行不是 键: 值", "注释写在 SQL 之中, 以 --- 开头; 或写成 -- 键: 值")
      }
      let key = String(line[line.index(line.startIndex, offsetBy: 3)..<colon.lowerBound])
      let value = line[colon.upperBound...].trimmingCharacters(in: .whitespaces)
      guard CheckFile.keys.contains(key) else {
        let hint = Spelling.nearest(key, in: CheckFile.keys).map { "是否应为 \($0)?" }
        throw wrong(number, 4, "不认识的键 \(key)", hint ?? "可用的键: \(CheckFile.keys.joined(separator: " "))")
      }
      let column = line.distance(from: line.startIndex, to: colon.upperBound) + 1
      guard !value.isEmpty else { throw wrong(number, column, "\(key) 是空的", "填写, 或删去这一行") }
      guard header.updateValue((value, number, column), forKey: key) == nil else {
        throw wrong(number, 4, "键 \(key) 重复", "删去其中一行")
      }
    }
  }

  private func check(_ text: String) throws -> Check {
    for key in CheckFile.needed where header[key] == nil {
      throw wrong(1, 1, "缺少 \(key)", "加一行 -- \(key): …")
    }
    let id = value("id")
    guard (path as NSString).lastPathComponent == id + ".sql" else {
      throw bad("id", "编号 \(id) 与文件名不同", "文件名写成 \(id).sql")
    }
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy({ ("A"..."Z").contains($0) }), parts[1].count >= 2,
      parts[1].allSatisfy({ ("0"..."9").contains($0) })
    else { throw bad("id", "编号 \(id) 应为字母、短横和数字", "写成 G-01; 本单位自己的写成 Z-01") }
    let levels = try value("level").split(separator: " ").map { word in
      guard let level = Check.Level(rawValue: String(word)) else {
        let words = Check.Level.allCases.map(\.rawValue).joined(separator: " ")
        throw bad("level", "级别 \(word) 无法识别", "可用: \(words)")
      }
      return level
    }
    guard Set(levels).count == levels.count else { throw bad("level", "级别重复", "每个级别写一次") }
    let section = value("section")
    guard !section.contains(where: { "/\\:*?\"<>|".contains($0) }), !section.hasPrefix("."), section.count <= 40 else {
      throw bad("section", "科室 \(section) 不能作文件夹的名称", "去掉 / \\ : * ? \" < > |")
    }
    guard value("day").count == 10, let day = Day(iso: value("day")) else {
      throw bad("day", "\(value("day")) 不是日期", "写成 2026-09-30")
    }
    guard examples.contains(where: \.finds), examples.count(where: { !$0.finds }) >= 2 else {
      throw wrong(header["day"]?.line ?? 1, 1, "例子太少: 至少一个应当发现 (-- +), 两个不应发现 (-- -)", "补上例子")
    }
    return Check(
      id: id, title: value("zh"), levels: levels, section: section, clause: value("clause"), remedy: value("remedy"),
      entry: words("entry"), other: words("other").first, needs: try words("needs").map(need),
      without: Set(words("without")), values: try values(), select: Condition(text, path: path, line: 1, column: 1),
      day: day, examples: examples)
  }

  /// The value of a key that there is.
  private func value(_ key: String) -> String { header[key]?.text ?? "" }

  private func words(_ key: String) -> [String] { value(key).split(separator: " ").map(String.init) }

  private func need(_ text: String) throws -> Check.Need {
    guard text.contains("=") || text.contains(".") else { return Check.Need(dataset: text) }
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let names = sides[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard sides.count == 2, names.count == 2, !sides[1].isEmpty, !names.contains("") else {
      throw bad("needs", "\(text) 应为 数据集, 或 数据集.字段=值", "写成 register.kind=竞业限制")
    }
    return Check.Need(dataset: names[0], field: names[1], value: String(sides[1]))
  }

  private func values() throws -> [String: Check.Value] {
    var values: [String: Check.Value] = [:]
    for pair in words("with") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
        throw bad("with", "\(pair) 应为 名称=值", "写成 days=90")
      }
      guard sides[0] != "data_date" else { throw bad("with", "data_date 由程序给出", "换一个名称") }
      guard values.updateValue(Check.Value(sides[1]), forKey: sides[0]) == nil else {
        throw bad("with", "参数 \(sides[0]) 重复", "删去其中一个")
      }
    }
    return values
  }

  private func bad(_ key: String, _ message: String, _ remedy: String) -> PipelineError {
    wrong(header[key]?.line ?? 1, header[key]?.column ?? 1, message, remedy)
  }

  private func wrong(_ line: Int, _ column: Int, _ message: String, _ remedy: String) -> PipelineError {
    PipelineError(.wrongCheck, .config, at: "\(path):\(line):\(column)", message, remedy: remedy)
  }
}

extension Check.Value {
  /// A whole number where the text is one.
  init(_ text: String) { self = Int(text).map { .integer($0) } ?? .text(text) }
}
