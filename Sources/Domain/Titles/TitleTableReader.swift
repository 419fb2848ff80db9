import Tabular

/// Reads and checks the files of `TitleTables`, one after the other.
struct TitleTableReader {
  private let occupations: CodeList
  private var market: [String: (term: TitleTerm, line: Int)] = [:]
  private var local: [String: (term: TitleTerm, line: Int)] = [:]
  private var dropped: Set<String> = []
  private(set) var heads: [TitleHead] = []
  private(set) var noise: [String] = []
  private(set) var ranksBefore: [String] = []
  private(set) var ranksBehind: [String] = []
  private(set) var answers: [String: Int] = [:]

  init(occupations: CodeList) { self.occupations = occupations }

  mutating func read(_ name: String, path: String, bytes: [UInt8]) throws {
    let table: SmallTable
    do { table = try SmallTable(bytes) } catch {
      throw TitleTableReader.failure("\(path):\(error.line)", error.message, "另存为 CSV UTF-8")
    }
    let sheet = TitleSheet(path: path, table: table, occupations: occupations)
    switch name {
    case "job-titles.csv": market = try terms(sheet, .market)
    case "job-titles-local.csv": try readLocal(sheet)
    case "job-title-heads.csv": try readHeads(sheet)
    case "job-title-noise.csv": try readNoise(sheet)
    case "job-title-aliases-dropped.csv": try readDropped(sheet)
    default: try checkIndustries(sheet)
    }
  }

  /// All terms; those of analysts go before official names.
  ///
  /// - Throws: `PipelineError` TF304 where two terms cannot be told apart by what is stored of them.
  func terms() throws -> [TitleTerm] {
    var all: [String: TitleTerm] = [:]
    for entry in occupations.entries where CodeNumber.occupationLevel(entry.code) > 0 {
      guard let code = CodeNumber.number(entry.code) else { continue }
      for alias in entry.aliases where !dropped.contains(TextFold.fold(alias)) && !alias.hasPrefix("其他") {
        let text = TitleText.string(TitleText.scalars(of: alias))
        if all[text]?.source != .name { all[text] = TitleTerm(text, code: code, source: .alias) }
      }
      let name = TitleText.string(TitleText.scalars(of: entry.name))
      // 农业技术指导人员 is a 小类 and the only 细类 in it: the finer one says more.
      guard !name.hasPrefix("其他"), all[name]?.source != .name || OccupationNumber.level(code) == 4 else { continue }
      all[name] = TitleTerm(name, code: code, source: .name)
    }
    for (text, entry) in market { all[text] = entry.term }
    for (text, entry) in local { all[text] = entry.term }
    var byID: [Int: String] = [:]
    for text in (Array(all.keys) + heads.map(\.text)).sorted() {
      if let other = byID.updateValue(text, forKey: TitleTerm.id(text)), other != text {
        throw TitleTableReader.failure("job-titles.csv", "词“\(text)”和“\(other)”的编号相同", "换一个写法, 如加一个字")
      }
    }
    return all.values.sorted { $0.text < $1.text }
  }

  private func terms(_ sheet: TitleSheet, _ source: TitleTerm.Source) throws
    -> [String: (term: TitleTerm, line: Int)]
  {
    try sheet.require(["term", "code", "name"])
    var found: [String: (term: TitleTerm, line: Int)] = [:]
    for row in sheet.table.rows {
      let text = try sheet.text(row, "term")
      let code = try sheet.code(row, "code")
      try sheet.checkName(row, code)
      if text.hasPrefix("*") || text.hasSuffix("*") || text.contains("**") {
        throw sheet.failure(row, "term", "词“\(text)”的 * 不在两段文字之间", "写成 房地产*投资 这样")
      }
      if let (other, line) = found[text] {
        guard other.code != code else { continue }
        let (first, second) = (CodeNumber.occupationCode(other.code), CodeNumber.occupationCode(code))
        throw sheet.failure(row, "term", "词“\(text)”在第 \(line) 行是 \(first), 这里是 \(second)", "删去一行")
      }
      found[text] = (TitleTerm(text, code: code, source: source), row.line)
    }
    return found
  }

  /// Answers to whole titles and terms that answers have brought; `kind` tells them apart.
  private mutating func readLocal(_ sheet: TitleSheet) throws {
    try sheet.require(["term", "code", "name", "kind", "reviewer", "date"])
    local = try terms(sheet, .local)
    for row in sheet.table.rows {
      let text = try sheet.text(row, "term")
      switch row["kind"] ?? "" {
      case "词": continue
      case "名称":
        answers[text] = try sheet.code(row, "code")
        local[text] = nil
      default: throw sheet.failure(row, "kind", "kind 应为“词”或“名称”", "整个岗位名称写 名称, 名称里的一个词写 词")
      }
    }
  }

  private mutating func readHeads(_ sheet: TitleSheet) throws {
    try sheet.require(["head", "code", "name", "domains"])
    var seen: [String: Int] = [:]
    for row in sheet.table.rows {
      let text = try sheet.text(row, "head")
      if let line = seen.updateValue(row.line, forKey: text) {
        throw sheet.failure(row, "head", "中心词“\(text)”在第 \(line) 行已有", "删去一行")
      }
      let code = row["code"] == nil ? nil : try sheet.code(row, "code")
      if let code { try sheet.checkName(row, code) }
      let domains = try (row["domains"] ?? "").split(separator: "|").map { part in
        let codes = try part.split(separator: ":").map { try sheet.number(String($0), row, "domains") }
        guard codes.count == 1 || codes.count == 2 else {
          throw sheet.failure(row, "domains", "“\(part)”不是 代码 或 代码:代码", "用 | 分开, 如 2-02|4-07-02-05:2-02-30-09")
        }
        return TitleHead.Domain(within: codes[0], becomes: codes.count == 2 ? codes[1] : nil)
      }
      heads.append(TitleHead(text, code: code, domains: domains))
    }
  }

  private mutating func readNoise(_ sheet: TitleSheet) throws {
    try sheet.require(["word", "kind"])
    for row in sheet.table.rows {
      let word = try sheet.text(row, "word")
      switch row["kind"] ?? "" {
      case "无关": noise.append(word)
      case "职级在前": ranksBefore.append(word)
      case "职级在后": ranksBehind.append(word)
      default: throw sheet.failure(row, "kind", "kind 应为 无关、职级在前 或 职级在后", "照别的行写")
      }
    }
  }

  private mutating func readDropped(_ sheet: TitleSheet) throws {
    try sheet.require(["alias", "code", "reason"])
    for row in sheet.table.rows {
      guard let alias = row["alias"], row["reason"] != nil else {
        throw sheet.failure(row, "reason", "没有写别名或理由", "补上")
      }
      _ = try sheet.code(row, "code")
      dropped.insert(TextFold.fold(alias))
    }
  }

  private func checkIndustries(_ sheet: TitleSheet) throws {
    try sheet.require(["head", "industry", "code", "name"])
    for row in sheet.table.rows {
      _ = try sheet.text(row, "head")
      try sheet.checkName(row, sheet.code(row, "code"))
    }
  }

  static func failure(_ place: String, _ message: String, _ remedy: String) -> PipelineError {
    PipelineError(.wrongTitleTable, .config, at: place, message, remedy: remedy)
  }
}

/// One file of them: cells that are not what they should be are told with line and column.
struct TitleSheet {
  let path: String
  let table: SmallTable
  let occupations: CodeList

  func require(_ columns: [String]) throws {
    if let column = columns.first(where: { !table.header.contains($0) }) {
      throw TitleTableReader.failure("\(path):1", "缺少列 \(column)", "第一行写 \(columns.joined(separator: ","))")
    }
  }

  /// The folded text of a cell.
  func text(_ row: SmallTable.Row, _ column: String) throws -> String {
    let text = TitleText.string(TitleText.scalars(of: CellGuard.plain(row[column] ?? "")))
    guard !text.isEmpty else { throw failure(row, column, "\(column) 是空的", "写上词, 或删去这一行") }
    return text
  }

  func code(_ row: SmallTable.Row, _ column: String) throws -> Int { try number(row[column] ?? "", row, column) }

  func number(_ code: String, _ row: SmallTable.Row, _ column: String) throws -> Int {
    guard occupations.entry(code: code) != nil, let number = CodeNumber.number(code) else {
      throw failure(row, column, "代码“\(code)”不在 occupations.csv 中", "写职业代码, 大类至细类均可, 如 6-18-02-04")
    }
    return number
  }

  /// A name that disagrees with its code shows a slip of either. Where the list of occupations calls a code otherwise than
  /// all rows here do, it was renamed there.
  func checkName(_ row: SmallTable.Row, _ code: Int) throws {
    let text = CodeNumber.occupationCode(code)
    let (name, own) = (occupations.entry(code: text)?.name ?? "", row["name"] ?? "")
    guard own != name, !isRenamed(text, to: own) else { return }
    throw failure(row, "name", "代码 \(text) 是“\(name)”, 不是“\(own)”", "改正代码或名称")
  }

  private func isRenamed(_ code: String, to name: String) -> Bool {
    guard !name.isEmpty, !occupations.entries.contains(where: { $0.name == name }) else { return false }
    let same = table.rows.filter { $0["code"] == code }
    return same.count > 1 && same.allSatisfy { $0["name"] == name }
  }

  func failure(_ row: SmallTable.Row, _ column: String, _ message: String, _ remedy: String) -> PipelineError {
    let number = (table.header.firstIndex(of: column) ?? 0) + 1
    return TitleTableReader.failure("\(path):\(row.line):\(number)", message, remedy)
  }
}
