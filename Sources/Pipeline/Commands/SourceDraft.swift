import Documents
import Domain
import Foundation
import Stages

/// A source file for an export that nobody has described yet: what is sure, what is guessed, and what is left.
public struct SourceDraft {
  public let id: String
  /// The text of the file.
  public private(set) var yaml = ""
  /// What to tell on the screen.
  public private(set) var notes: [String] = []

  private let contract: Contract
  private let sample: ExportSample
  private let decoding: FieldDecoding
  /// Field -> column, of names that the contract knows.
  private let sure: [String: Int]
  /// Field -> column, of names like those.
  private var guessed: [String: Int] = [:]

  /// A name of a column alike at least so much is taken for a guess.
  private static let alike = 0.5
  /// Share of the values of a guessed column that can be read.
  private static let readable = 0.6
  /// Values shown of a column.
  private static let examples = 3

  /// - Parameters:
  ///   - path: of the export, plain or packed.
  ///   - contract: name of the dataset; nil: the one most of whose columns it has.
  ///   - id: short name of the source; nil: made of the file's name.
  ///   - spec: the pipeline whose datasets and code lists it shall go by.
  /// - Throws: `PipelineError` where the file is no table or no dataset fits.
  public init(of path: String, contract name: String?, id: String?, spec: PipelineSpec) throws {
    let (datasets, book) = (spec.datasets, spec.book)
    if let name { _ = try DataDictionary(name, of: datasets) }
    let candidates = name.flatMap(datasets.named).map { [$0] } ?? datasets.contracts
    var best: (contract: Contract, sample: ExportSample, columns: [String: Int])?
    for contract in candidates {
      let source = SourceSpec(id: "new", title: "", contract: contract)
      let sample = try ExportSample(path, source)
      let columns = HeaderMap.columns(sample.header, source)
      if columns.count > best?.columns.count ?? -1 { best = (contract, sample, columns) }
    }
    guard let best, name != nil || best.columns.count > 1 else {
      let names = datasets.contracts.map { "\($0.name) \($0.label)" }.joined(separator: "、")
      throw PipelineError(
        .unknownDataset, .data, at: path,
        "看不出是哪一种数据: 表头的 \(best?.sample.header.count ?? 0) 列中认得的太少",
        remedy: "第一行不是列名的, 加上表头再导出; 是的, 写明 --contract, 可用: \(names)")
    }
    (contract, sample, sure) = best
    // A number of a person is no name of a column: what stands there is a row, and nothing of it may be written down.
    if sample.header.contains(where: { Redaction.masked($0) != $0 }) {
      throw PipelineError(.noHeader, .data, at: path, "没有表头: 第一行是数据", remedy: "加上列名那一行再导出")
    }
    if let id, !id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) || id.isEmpty {
      throw PipelineError(.wrongValue, .config, at: "--id", "\(id) 不能作短名", remedy: "只用英文字母、数字和 -, 如 --id my-site")
    }
    decoding = try SourceSpec(id: "new", title: "", contract: contract).decoding(
      book, Pseudonym(key: []), file: Export(path: path).name)
    self.id = id ?? SourceDraft.id(of: path)
    guess()
    write(Export(path: path).name)
  }

  /// Letters, digits and hyphens of the file's name without its dates.
  private static func id(of path: String) -> String {
    let name = (path as NSString).lastPathComponent.split(separator: ".").first.map(String.init) ?? ""
    let parts = name.lowercased().split { !($0.isASCII && $0.isLetter) }
    return parts.isEmpty ? "my-source" : parts.joined(separator: "-")
  }

  // MARK: Guesses

  private mutating func guess() {
    var free = Set(sample.header.indices).subtracting(sure.values)
    for field in contract.fields where sure[field.name] == nil {
      let scores = free.map { (column: $0, score: likeness(field, $0)) }
      let likest = scores.max { ($0.score, $1.column) < ($1.score, $0.column) }
      guard let likest, likest.score >= SourceDraft.alike, isReadable(field, likest.column) else { continue }
      guessed[field.name] = likest.column
      free.remove(likest.column)
    }
    // A list of advertisements often has no date but that of its last change.
    for field in contract.fields where field.isRequired && field.kind is DateField && column(field.name) == nil {
      guessed[field.name] = contract.changedAt.flatMap(column) ?? free.sorted().first { isOf(field, $0) }
    }
    // 年薪(万元), 要多少人: the name says what the numbers are.
    for field in contract.fields where column(field.name) == nil {
      let words =
        field.kind is PayField ? SourceDraft.payWords : field.kind is OpeningsField ? SourceDraft.countWords : []
      guessed[field.name] = free.sorted().first { column in
        words.contains { sample.header[column].lowercased().contains($0) }
          && (field.kind is PayField || isOf(field, column))
      }
      guessed[field.name].map { _ = free.remove($0) }
    }
  }

  private static let payWords = ["薪", "工资", "年收入", "salary"]
  private static let countWords = ["人数", "多少人", "名额", "需求数", "缺工", "headcount", "数量"]

  private func column(_ field: String) -> Int? { sure[field] ?? guessed[field] }

  /// Whether a column has values, and most can be read as a field's.
  private func isOf(_ field: Field, _ column: Int) -> Bool {
    !sample.texts(column).isEmpty && isReadable(field, column)
  }

  private func likeness(_ field: Field, _ column: Int) -> Double {
    let name = HeaderMap.normalized(sample.header[column])
    guard !name.isEmpty else { return 0 }
    return field.aliases.map { alias in
      let alias = HeaderMap.normalized(alias)
      // 招聘职位 holds 职位, which is longer than half of it.
      if name.count > 1, alias.count > 1, name.contains(alias) || alias.contains(name) {
        return max(0.5, Double(min(name.count, alias.count)) / Double(max(name.count, alias.count)))
      }
      let (own, other) = (SourceDraft.pairs(name), SourceDraft.pairs(alias))
      guard own.count + other.count > 0 else { return 0 }
      return 2 * Double(own.intersection(other).count) / Double(own.count + other.count)
    }.max() ?? 0
  }

  private static func pairs(_ text: String) -> Set<String> {
    let characters = Array(text)
    return Set(zip(characters, characters.dropFirst()).map { "\($0)\($1)" })
  }

  private func isReadable(_ field: Field, _ column: Int) -> Bool {
    let texts = sample.texts(column)
    guard !texts.isEmpty, field.kind.text == nil else { return true }
    let read = texts.count { decoding.decode($0, field.kind).problem?.isUnreadable != true }
    return Double(read) >= SourceDraft.readable * Double(texts.count)
  }

  // MARK: The file

  private mutating func write(_ name: String) {
    let columns = sure.merging(guessed) { own, _ in own }
    var lines = [
      "# 由 talentflow new-source 看 \(name) 写成: \(sample.described), 看了前 \(sample.rows.count) 行。",
      "# 请核对标着“猜的”的行; 不对就改, 不要的字段删去整行。", "source: \(id)", "title: \(id)          # 改成网站或机构的名字",
      "contract: \(contract.name)       # \(contract.label)",
    ]
    lines += contract.fields.filter { $0.kind is UnitField && columns[$0.name] == nil }
      .map { "constants: {\($0.name): \(id)}   # 导出没有\($0.label)一列: 改成网站或机构的名字" }
    if !columns.isEmpty {
      lines.append("columns:")
      lines += contract.fields.compactMap { field in
        columns[field.name].map { line(field, $0, isGuess: sure[field.name] == nil) }
      }
    }
    lines += keyLines(columns) + placeLines(columns) + defaultLines(columns) + payLines(columns)
    let unused = sample.header.indices.filter { !columns.values.contains($0) && !sample.header[$0].isEmpty }
    if !unused.isEmpty { lines.append("# 没有用上的列; 要用的, 照上面的样子写到 columns 里:") }
    lines += unused.map { "#   \(sample.header[$0])" }
    let absent = contract.fields.filter { $0.isRequired && columns[$0.name] == nil && !isSettled($0, columns) }
    lines += absent.map { "# 还缺必需的字段 \($0.name) (\($0.aliases.joined(separator: "/"))): 在 columns 中写明表头, 否则不能收" }
    yaml = lines.joined(separator: "\n") + "\n"
    notes = [
      "\(sample.described)。认出 \(sure.count) 列, 猜了 \(guessed.count) 列, 没有用上 \(unused.count) 列 (共 \(sample.header.count) 列)。"
    ]
    notes += guessed.sorted { $0.value < $1.value }.map { "猜的: \(sample.header[$0.value]) -> \($0.key)" }
    notes += absent.map { "还缺必需的字段 \($0.name) (\($0.label))。" }
  }

  private func line(_ field: Field, _ column: Int, isGuess: Bool) -> String {
    let name = SourceDraft.quoted(sample.header[column])
    return "  \(field.name): [\(name)]   # \(isGuess ? "猜的; " : "")\(field.label)\(examples(field, column))"
  }

  /// Values of a column that was found to be of codes, places, dates, numbers, or titles of jobs. Of all others any may
  /// name a person.
  private func examples(_ field: Field, _ column: Int) -> String {
    let isTitle = contract.roles.title == field.name
    guard isTitle || field.kind.text == nil, !(field.kind is PersonField), !(field.kind is SecretField) else {
      return ""
    }
    var shown: [String] = []
    for text in sample.texts(column) where shown.count < SourceDraft.examples {
      let own = Redaction.shown(text, limit: 20)
      if isTitle || decoding.decode(text, field.kind).problem == nil, !shown.contains(own) { shown.append(own) }
    }
    return shown.isEmpty ? "" : " (如 \(shown.joined(separator: "; ")))"
  }

  private func keyLines(_ columns: [String: Int]) -> [String] {
    guard let key = contract.key.last, columns[key] == nil, contract.field(key)?.kind.text == .key else { return [] }
    // All but what changes of one and the same: two rows that differ in anything else are two.
    let changing = contract.roles.ends + [contract.changedAt, contract.roles.filled].compactMap { $0 }
    let parts = contract.fields.filter { field in
      columns[field.name] != nil && !changing.contains(field.name)
        && (contract.textSlots[field.name] != nil || !contract.columns(of: field.name).isEmpty)
    }.map(\.name)
    return parts.isEmpty ? [] : ["key: [\(parts.joined(separator: ", "))]   # 没有编号的导出, 用这些字段合成主键: 都相同的两行只留一行 (重复)"]
  }

  private func placeLines(_ columns: [String: Int]) -> [String] {
    guard let region = contract.roles.region, columns[region] == nil else { return [] }
    return ["# 没有地区一列: 整个导出都在一个地方的, 去掉下一行的 # 并写上代码; 否则各行都是“地区不明”", "# home_region: \"450600\""]
  }

  private func defaultLines(_ columns: [String: Int]) -> [String] {
    contract.fields.filter { $0.kind is OpeningsField && $0.isRequired && columns[$0.name] == nil }
      .map { "defaults: {\($0.name): \"1\"}   # 没有\($0.label)一列: 每条按 1 人计" }
  }

  private func payLines(_ columns: [String: Int]) -> [String] {
    let stated = columns.sorted { $0.value < $1.value }.flatMap { field, column -> [String] in
      guard contract.field(field)?.kind is PayField else { return [] }
      let said = PayText.Assumption(header: sample.header[column])
      let period = ["年", "日", "小时"].first { PayText.Assumption.months(named: $0) == said.months }
      let unit = ["万元", "千元"].first { PayText.Assumption.unit(named: $0) == said.unit }
      return (period.map { ["period: {\(field): \($0)}   # 表头这样写"] } ?? [])
        + (unit.map { ["unit: {\(field): \($0)}   # 表头这样写"] } ?? [])
    }
    guard stated.isEmpty else { return stated }
    let doubtful = sample.doubtfulPay(columns, SourceSpec(id: id, title: "", contract: contract))
    return doubtful.sorted().flatMap {
      ["# \($0) 一列看来不是元/月, 没写单位的置空; 是年薪、千元的, 去掉下面的 #", "# period: {\($0): 年}", "# unit: {\($0): 千元}"]
    }
  }

  private func isSettled(_ field: Field, _ columns: [String: Int]) -> Bool {
    field.kind is UnitField || field.kind is OpeningsField || field.fallbackText != nil
      || (field.kind.text == .key && !keyLines(columns).isEmpty)
  }

  /// As YAML reads it back.
  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  /// Writes the file; what is there already stays.
  ///
  /// - Returns: its path.
  /// - Throws: `PipelineError` where there is one, `FileFailure`.
  public func write(into folder: String) throws -> String {
    let path = "\(folder)/\(id).yaml"
    guard !FileTree.exists(path) else {
      throw PipelineError(.sourceExists, .cannotCreate, at: path, "已有这个来源文件, 没有改动", remedy: "换一个名字: --id, 或先删去它")
    }
    try DurableFile.replace(path, with: Array(yaml.utf8))
    return path
  }
}
