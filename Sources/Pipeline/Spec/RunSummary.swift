import Domain
import Stages
import Warehouse

/// What came of a file that was taken.
struct IngestedFile {
  let entry: LedgerEntry
  /// File of the rows that were refused; nil where none was.
  let rejects: String?
  let header: HeaderMap
  let findings: [FindingCount]
  let examples: [FindingsWriter.Example]
  let loaded: LoadOutcome
}

/// What a run did.
public struct RunSummary: Sendable {
  /// Files taken in this run.
  var taken: [LedgerEntry] = []
  /// Rejects files written.
  var rejects: [String] = []
  /// Rows whose title is coded otherwise since the tables of titles have changed.
  var recoded = 0
  /// Files whose content had been taken before.
  var known = 0
  /// Files that may still grow.
  var growing: [String] = []
  var editions: [PublishedEdition] = []
  var catalogs: [PublishedEdition] = []
  /// Lists of texts that no code list knew, with how many wait for an answer.
  var waiting: [(path: String, open: Int)] = []
  /// The list of titles whose codes are audited, with how many wait for an answer.
  var audit: (path: String, open: Int)?
  /// What screening found in new postings; nil where none is done.
  var screened: PostingScreening.Outcome?
  /// The page of the night.
  struct Night {
    let path: String
    let new: Int
    let still: Int
  }
  var night: Night?
  /// The page of the match list.
  struct Matches {
    let path: String
    /// How much is on the list, or why there is none.
    let text: String
  }
  var matches: Matches?
  /// The page of the public list of licensed agencies, and how many papers are on it.
  struct Licences {
    let path: String
    let count: Int
  }
  var licences: Licences?
  /// The page of the scorecard, and how many measures have each light, in words.
  struct Scorecards {
    let path: String
    let text: String
  }
  var scorecard: Scorecards?
  /// Paths of the cross tables.
  var crossTables: [String] = []
  /// What was removed as its time was over, for people.
  var removed: [String] = []
  /// Rows of a rule and of the field, by its Chinese name, that it met.
  private struct Problem: Hashable {
    let rule: Rule
    let field: String
  }
  private var problems: [Problem: Int] = [:]
  /// Where each was met first: file, line and value.
  private var examples: [Problem: String] = [:]
  /// Rows by source that files no longer hold and that stay, as the source does not say that it brings everything.
  private var staying: [String: Int] = [:]
  private var unknownColumns: [String] = []
  /// Accepted rows of each dataset by what their occupation rests on.
  private var coded: [String: CodedShares] = [:]
  /// The same: a file may have thousands.
  private var knownAsUnknown: Set<String> = []
  /// Headers that a source file names and a file does not have, one note a source and field.
  private(set) var absentColumns: [String] = []

  mutating func add(_ outcome: IngestedFile, source: SourceSpec) {
    taken.append(outcome.entry)
    if !source.deliversAll, outcome.loaded.gone > 0 { staying[source.id, default: 0] += outcome.loaded.gone }
    if let rejects = outcome.rejects { self.rejects.append(rejects) }
    for count in outcome.findings {
      guard let rule = Rule(rawValue: count.rule), rule != .unknownColumn else { continue }
      let field = source.contract.field(count.field)?.label ?? count.field
      problems[Problem(rule: rule, field: field), default: 0] += count.rows
    }
    for count in outcome.loaded.coded { coded[source.contract.title.zh, default: CodedShares()].add(count) }
    for example in outcome.examples where example.severity == .reject {
      let field = source.contract.field(example.field)?.label ?? example.field
      let place = "\(outcome.entry.name) 第 \(example.line) 行"
      let problem = Problem(rule: example.rule, field: field)
      if examples[problem] == nil { examples[problem] = example.value.isEmpty ? place : "\(place)“\(example.value)”" }
    }
    for column in outcome.header.unknown {
      let name = "\(source.id) 的 \(Redaction.shown(outcome.header.header[column], limit: 60))"
      if knownAsUnknown.insert(name).inserted { unknownColumns.append(name) }
    }
    for (field, names) in outcome.header.absent {
      let note = "来源 \(source.id): 没有表头 \(names.joined(separator: "/")), 字段 \(field) 按未填写处理"
      if !absentColumns.contains(where: { $0.hasPrefix(note) }) {
        absentColumns.append("\(note) (如 \(outcome.entry.name))")
      }
    }
  }

  /// For people, in Chinese, one element a line.
  public func lines(isDryRun: Bool) -> [String] {
    var lines = [accounting]
    for (source, rows) in staying.sorted(by: { $0.key < $1.key }) {
      lines.append("\(source): 同名文件中上次有的 \(rows) 行这次没有, 仍然有效; 每次导出全部记录的, 在来源文件中写 delivery: full, 就会撤回。")
    }
    if recoded > 0 { lines.append("岗位名称的词表改过: \(recoded) 条的职业已按新的词表重编; 已发布的各期要改的, 修订时写 --reason method。") }
    for name in growing { lines.append("\(name): 文件可能还在写入, 下次再收。") }
    let frequent = problems.sorted {
      ($1.value, $0.key.rule.rawValue, $0.key.field) < ($0.value, $1.key.rule.rawValue, $1.key.field)
    }.prefix(5)
    if !frequent.isEmpty {
      let texts = frequent.map { problem, rows in
        let field = problem.field.isEmpty ? "" : ": \(problem.field)"
        return "\(problem.rule.message)\(field) \(rows) (\(problem.rule.severity.label))"
      }
      lines.append("主要问题: \(texts.joined(separator: "; "))。")
    }
    for (title, shares) in coded.sorted(by: { $0.key < $1.key }) where shares.isTold {
      lines.append("\(title)的职业: \(shares.text)。")
    }
    if isDryRun { lines += rejections }
    if !unknownColumns.isEmpty { lines.append("未采用的列: \(unknownColumns.joined(separator: "、"))。") }
    if let first = rejects.first, !isDryRun {
      lines.append("退回的行和全部问题在 \(Paths.folder(of: first)) (\(rejects.count) 个文件), 写明原因; 改好后放回来源文件夹再运行。")
    }
    if let first = waiting.first {
      let names = waiting.map { "\($0.path.split(separator: "/").last ?? "") \($0.open)" }.joined(separator: "、")
      lines.append("代码表不认识的写法, 在 \(Paths.folder(of: first.path)) 的清单中填“答复”, 下次运行照办: \(names)。")
    }
    if let audit {
      lines.append("岗位名称编码的抽查: 在 \(audit.path) 的“判断”一列填对、大类对、错或正确的代码, 还有 \(audit.open) 个; 全部填完, 下次运行计入。")
    }
    if let first = crossTables.first, !isDryRun {
      lines.append("交叉表 \(crossTables.count) 张在 \(Paths.folder(of: first)) (内部使用, 未做保密处理)。")
    }
    for edition in editions { lines += describe(edition, isDryRun) }
    for edition in catalogs { lines.append(describe(catalog: edition, isDryRun)) }
    if let screened, screened.postings > 0 {
      lines.append("筛查了 \(screened.postings) 条新的岗位信息, 发现 \(screened.findings.reduce(0, +)) 处 (线索或提示)。")
    }
    if let night {
      lines.append("夜报: 新提示 \(night.new) 件, 仍在 \(night.still) 件" + (isDryRun ? "。" : ": \(night.path)"))
    }
    if let licences { lines.append("公开名单: \(licences.count) 份有效证照" + (isDryRun ? "" : ": \(licences.path)")) }
    if let scorecard { lines.append("记分卡: \(scorecard.text)" + (isDryRun ? "" : ": \(scorecard.path)")) }
    if let matches { lines.append("\(matches.text)" + (isDryRun ? "" : " 见 \(matches.path)")) }
    lines += removed
    if isDryRun { lines.append("试运行结束, 没有写入任何文件。") }
    return lines
  }

  /// The page to look at: the message of the first edition, or of the first catalog; nil where nothing was made.
  public var page: String? { (editions + catalogs).first.map { "\($0.path)/index.html" } }

  /// The main figures of the first edition, as it publishes them, and where its page is.
  public var glance: [String] {
    guard let page else { return [] }
    let figures = editions.first.map { edition -> [String] in
      let name = edition.path.split(separator: "/").last.flatMap { EditionName(folder: String($0)) }
      return name.map { EditionGlance(path: edition.path, period: $0.period).lines } ?? []
    }
    return (figures ?? []) + ["网页: \(PageOpener.address(of: page))"]
  }

  /// The most frequent reasons of rejection, with an example and the remedy of each.
  private var rejections: [String] {
    problems.filter { examples[$0.key] != nil }
      .sorted { ($1.value, $0.key.rule.rawValue, $0.key.field) < ($0.value, $1.key.rule.rawValue, $1.key.field) }
      .prefix(RunSummary.reasons).map { problem, rows in
        let field = problem.field.isEmpty ? "" : "\(problem.field): "
        return "退回 \(rows) 行: \(field)\(problem.rule.message), 如 \(examples[problem] ?? "")。\(problem.rule.remedy)。"
      }
  }

  /// Reasons of rejection that are listed.
  private static let reasons = 5

  /// The editions that came to be or changed, one a line.
  var made: [String] {
    let editions = editions.filter { !$0.isUnchanged }.flatMap { describe($0, false) }
    return editions + catalogs.filter { !$0.isUnchanged }.map { describe(catalog: $0, false) }
  }

  /// Rows of the files taken in this run, of one kind.
  func sum(_ count: (LedgerEntry) -> Int) -> Int { taken.reduce(0) { $0 + count($1) } }

  private var accounting: String {
    guard !taken.isEmpty else { return "没有新文件 (\(known) 个此前已收)。" }
    return "收取 \(taken.count) 个新文件 (\(known) 个此前已收), 共 \(sum(\.rows)) 行: 接收 \(sum(\.accepted)), "
      + "退回 \(sum(\.rejected)), 重复 \(sum(\.duplicate)), 未变 \(sum(\.unchanged))\(sum(\.skipped) > 0 ? ", 跳过 \(sum(\.skipped))" : "")\(withdrawn)。"
  }

  private var withdrawn: String { sum(\.withdrawn) > 0 ? "; 撤回 \(sum(\.withdrawn)) 行" : "" }

  private func describe(catalog edition: PublishedEdition, _ isDryRun: Bool) -> String {
    if isDryRun { return "可以编成目录, 共 \(edition.files.count) 个文件。" }
    if edition.isUnchanged { return "目录与已编的一致, 未改动: \(edition.path)" }
    return "目录已编成: \(edition.path)"
  }

  private func describe(_ edition: PublishedEdition, _ isDryRun: Bool) -> [String] {
    if edition.differing > 0 {
      return [
        "公报已于发布时刻定稿, 未改动: \(edition.path)。按现在的数据有 \(edition.differing) 个数与它不同; 要改就编修订版: --revise --reason scheduled|method|error --note 说明"
      ]
    }
    let name = edition.path.split(separator: "/").last.map(String.init) ?? edition.path
    if edition.revised > 0 {
      let place = isDryRun ? "可以编成修订版 \(name)" : "修订版已发布: \(edition.path)"
      return ["\(place), \(edition.revised) 个数与上一版不同"]
    }
    if isDryRun { return ["可以编成公报, 共 \(edition.files.count) 个文件。"] }
    if edition.isUnchanged { return ["公报与已发布的一致, 未改动: \(edition.path)"] }
    if edition.isEmbargoed { return ["已编成, 未发布 (限本局): \(edition.path)"] }
    return ["公报已发布: \(edition.path)"] + (edition.supersededPath.map { ["原版本保留在 \($0)"] } ?? [])
  }
}
