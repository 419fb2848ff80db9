import Documents
import Domain

/// The fixed texts of the pages, from `texts.csv` (key,zh,en), which analysts edit.
struct Texts: Sendable {
  private let labels: [String: Label]

  /// - Throws: `PipelineError` naming the line that is wrong.
  init(path: String) throws {
    guard let bytes = try? FileTree.bytes(of: path) else {
      throw PipelineError(.wrongTexts, .config, at: path, "读不到固定文字表", remedy: "放回该文件, 三列为 key,zh,en")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw PipelineError(.wrongTexts, .config, at: path, "不是 UTF-8 编码", remedy: "在 WPS 中另存为 CSV UTF-8")
    }
    guard let rows = CSVText.rows(bytes), rows.first == ["key", "zh", "en"] else {
      throw PipelineError(.wrongTexts, .config, at: path, "首行不是 key,zh,en 或引号未闭合", remedy: "恢复首行, 检查双引号成对")
    }
    var labels: [String: Label] = [:]
    for row in rows.dropFirst() {
      guard row.count == 3, !row.contains("") else {
        throw PipelineError(.wrongTexts, .config, at: path, "“\(row[0])” 一行不是三列或有空格子", remedy: "补齐中文和英文; 含逗号的文字用双引号括起")
      }
      guard labels.updateValue(Label(zh: row[1], en: row[2]), forKey: row[0]) == nil else {
        throw PipelineError(.wrongTexts, .config, at: path, "“\(row[0])” 出现两次", remedy: "删去一行")
      }
    }
    for key in TextKey.allCases where labels[key.rawValue] == nil {
      throw PipelineError(
        .wrongTexts, .config, at: path, "缺少文字 “\(key.rawValue)”", remedy: "加一行: \(key.rawValue),中文,English")
    }
    self.labels = labels
  }

  var keys: Set<String> { Set(labels.keys) }

  /// The `text` object of the templates.
  func all(_ language: Language) -> [String: String] { labels.mapValues(language.text) }

  func callAsFunction(_ key: TextKey, _ language: Language) -> String {
    // `init` made sure that every key has its row.
    labels[key.rawValue].map(language.text) ?? ""
  }

  /// The heading of the first column of table `id`: 行业, 职业, or the general one.
  func rowHead(_ id: String, _ language: Language) -> String {
    labels["head_\(id)"].map(language.text) ?? self(.rowHead, language)
  }
}
