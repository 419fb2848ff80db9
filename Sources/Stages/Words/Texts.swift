import Documents
import Domain

/// The words of pages, tables and reports: every CSV file (key,zh,en) of the folder `texts`, which analysts edit.
public struct Texts: Sendable {
  /// The folder's name beside the templates.
  static let folder = "texts"

  private let labels: [String: Label]
  private let objects: [Language: [String: String]]

  /// - Parameter templates: the folder that holds the folder `texts`.
  /// - Throws: `PipelineError` naming the file and the line that is wrong.
  public init(templates: String) throws {
    let folder = "\(templates)/\(Texts.folder)"
    let names = ((try? FileTree.names(in: folder)) ?? []).filter { $0.hasSuffix(".csv") && !$0.hasPrefix(".") }
    guard !names.isEmpty else {
      throw PipelineError(.wrongTexts, .config, at: folder, "读不到文字表", remedy: "放回文件夹 texts, 其中每个 CSV 三列: key,zh,en")
    }
    let known = Texts.known
    var labels: [String: Label] = [:]
    var places: [String: String] = [:]
    for name in names.sorted() {
      for (place, row) in try Texts.rows("\(folder)/\(name)") {
        let label = Label(zh: row[1], en: row[2])
        if labels.updateValue(label, forKey: row[0]) != nil {
          throw PipelineError(
            .wrongTexts, .config, at: place, "“\(row[0])” 已写在 \(places[row[0]] ?? "")", remedy: "删去一行")
        }
        places[row[0]] = place
        for text in [label.zh, label.en] { try Texts.check(text, of: row[0], known[row[0]]?.places ?? [], at: place) }
      }
    }
    for (key, own) in known.sorted(by: { $0.key < $1.key }) where labels[key] == nil {
      throw PipelineError(
        .wrongTexts, .config, at: "\(folder)/\(own.file)", "缺少文字 “\(key)”",
        remedy: "加一行: \(key),中文,English" + (own.places.isEmpty ? "" : "; 其中可写 \(Texts.list(own.places))"))
    }
    self.labels = labels
    objects = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, labels.mapValues($0.text)) })
  }

  private static func rows(_ path: String) throws -> [(place: String, cells: [String])] {
    guard let bytes = try? FileTree.bytes(of: path) else {
      throw PipelineError(.wrongTexts, .config, at: path, "读不到文字表", remedy: "放回该文件, 三列为 key,zh,en")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw PipelineError(.wrongTexts, .config, at: path, "不是 UTF-8 编码", remedy: "在 WPS 中另存为 CSV UTF-8")
    }
    guard let rows = CSVText.records(bytes), rows.first?.cells == ["key", "zh", "en"] else {
      throw PipelineError(.wrongTexts, .config, at: path, "首行不是 key,zh,en 或引号未闭合", remedy: "恢复首行, 检查双引号成对")
    }
    return try rows.dropFirst().map { line, cells in
      guard cells.count == 3, !cells.contains("") else {
        throw PipelineError(
          .wrongTexts, .config, at: "\(path):\(line)", "“\(cells[0])” 一行不是三列或有空格子", remedy: "补齐中文和英文; 含逗号的文字用双引号括起")
      }
      return ("\(path):\(line)", cells)
    }
  }

  private static func check(_ text: String, of key: String, _ places: Set<String>, at place: String) throws {
    guard let names = TextPlaces.names(in: text) else {
      throw PipelineError(.wrongTexts, .config, at: place, "“\(key)” 的花括号不成对", remedy: "程序填入的内容写成 {名称}")
    }
    if let name = names.first(where: { !places.contains($0) }) {
      throw PipelineError(
        .wrongTexts, .config, at: place, "“\(key)” 中的 {\(name)} 程序不填",
        remedy: places.isEmpty ? "删去它" : "可写的有 \(list(places))")
    }
  }

  private static func list(_ places: Set<String>) -> String {
    places.sorted().map { "{\($0)}" }.joined(separator: "、")
  }

  var keys: Set<String> { Set(labels.keys) }

  func has(_ key: String) -> Bool { labels[key] != nil }

  /// The `text` object of the templates.
  func all(_ language: Language) -> [String: String] { objects[language] ?? [:] }

  /// `init` made sure that every key has its row.
  func label(key: String) -> Label { labels[key] ?? Label(zh: "", en: "") }

  func text<Name: TextName>(_ name: Name, _ language: Language, _ values: [String: String] = [:]) -> String {
    precondition(Set(values.keys) == name.places, "\(name.rawValue) filled with \(values.keys.sorted())")
    return TextPlaces.filled(language.text(label(key: name.key)), values)
  }

  func filled<Name: TextName>(_ name: Name, _ values: [String: Label]) -> Label {
    Label(zh: text(name, .zh, values.mapValues(\.zh)), en: text(name, .en, values.mapValues(\.en)))
  }

  func callAsFunction(_ key: TextKey, _ language: Language) -> String { text(key, language) }

  func label(_ key: TextKey) -> Label { label(key: key.key) }
  func label(_ name: NarrativeText, _ values: [String: Label] = [:]) -> Label { filled(name, values) }

  /// The heading of the first column of table `id`: 行业, 职业, or the general one.
  func rowHead(_ id: String, _ language: Language) -> String {
    labels["head_\(id)"].map(language.text) ?? self(.rowHead, language)
  }
}
