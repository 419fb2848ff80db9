import Declarations
import Domain
import Foundation
import Tables
import Warehouse

/// All that a pipeline declares over its datasets: tables, checks, and what their SQL may call and read.
public struct DeclaredSet: Sendable {
  let datasets: Datasets
  let tables: [TableDefinition]
  /// Tables whose figures are computed in Swift from the market's cubes.
  let market: [TableLayout]
  /// Folder of both; nil where there is none.
  let tableFolder: String?
  let checks: [Check]
  let checkRules: CheckRules
  private let lists: [CodeList]
  private let ruleLists: [RuleList]
  /// Code lists and rules as SQL reads them.
  private let guarded: [GuardedList]
  /// The same with the rows to try examples with.
  private let guardedSamples: [GuardedList]
  /// What the bureau has not entered or confirmed yet, as SQL names it, with what is told of it.
  let unset: [String: String]
  private let functions: [GuardedFunction]
  private let functionsOfSamples: [GuardedFunction]
  private let words: Set<String>

  static let keys = ["tables", "checks"]

  /// Reads the folders `tables` and `checks` of a pipeline file: those that it names, or those beside the code lists.
  ///
  /// - Parameters:
  ///   - beside: folder of the code lists.
  ///   - rules: folder of the rules; nil: none.
  /// - Throws: `PipelineError` that names file, line and column of what is wrong, in SQL too.
  init(_ map: YAMLMap, _ datasets: Datasets, _ book: CodeBook, beside: String, rules: String?, file: (String) -> String)
    throws
  {
    func folder(_ key: String) throws -> String? {
      if let own = try map.optionalText(key).map(file) { return own }
      // A pipeline without rules only takes files.
      guard rules != nil else { return nil }
      let usual = Paths.join(Paths.folder(of: beside), key)
      return FileManager.default.fileExists(atPath: usual) ? usual : nil
    }
    func own<Value>(_ name: String, _ read: (String) throws -> Value) throws -> Value? {
      guard let rules, FileManager.default.fileExists(atPath: "\(rules)/\(name)") else { return nil }
      return try read("\(rules)/\(name)")
    }
    self.datasets = datasets
    lists = book.lists
    let groups = try own("region-groups.yaml", RegionGroupsFile.read) ?? RegionGroups()
    let deadlines = try own("deadlines.yaml", DeadlinesFile.read) ?? Deadlines()
    let calendar = try own("monitor.yaml") { path in
      try YAMLMap(file: path, keys: []).optionalMap("calendar", keys: WorkingDaysReader.keys).map(
        WorkingDaysReader.calendar)
    }
    let days = (calendar ?? nil) ?? WorkingDays(holidays: [], workdays: [])
    functions = SQLFunctions.all(calendar: days, deadlines: deadlines, groups: groups)
    functionsOfSamples = SQLFunctions.all(calendar: days, deadlines: deadlines.forExamples, groups: groups)
    // Thousands of names: room for all of them at once.
    var words = Set<String>(minimumCapacity: book.lists.reduce(1000) { $0 + $1.entries.count })
    words.formUnion(groups.words)
    // What nobody has confirmed may stand in a check, which then waits, but in no table.
    let waiting = Set(deadlines.rules.filter(\.value.isOff).keys)
    words.formUnion(deadlines.rules.keys.filter { !waiting.contains($0) })
    for list in book.lists { words.formUnion(list.entries.lazy.map(\.name)) }
    let ruleLists = try rules.map { try RuleList.all(in: $0, book) } ?? []
    self.ruleLists = ruleLists
    for list in ruleLists { words.formUnion(list.words) }
    if let twice = ruleLists.first(where: { own in book.lists.contains { $0.id == own.id } }) {
      throw PipelineError(
        .wrongValue, .config, at: "\(rules ?? "")/lists/\(twice.id).yaml", "代码表中已有 \(twice.id)", remedy: "换一个文件名")
    }
    guarded = book.lists.map(\.guarded)
    guardedSamples = book.lists.map(\.guarded) + ruleLists.map(\.forExamples.guarded)
    var unset = Dictionary(uniqueKeysWithValues: waiting.map { ($0, "rules/deadlines.yaml 的 \($0)") })
    for list in ruleLists where list.isUnset { unset[list.guarded.name] = "rules/lists/\(list.id).yaml" }
    self.unset = unset
    self.words = words
    let reasons = try rules.map { try DisclosureRulesFile.reasons($0) } ?? []
    let context = TableContext(datasets: datasets.views, lists: book, openReasons: reasons)
    let tableFolder = try folder("tables")
    self.tableFolder = tableFolder
    let files = try tableFolder.map(TableFiles.init)
    tables = try files?.definitions(context) ?? []
    market = try files?.layouts() ?? []
    let checks = try folder("checks").map(CheckFolder.read) ?? []
    self.checks = checks
    checkRules = try own("checks.yaml") { try CheckRulesFile.read($0, for: checks) } ?? CheckRules()
    try prove()
  }

  /// The SQL of all tables and checks is read, what public tables may not do is looked for, and the examples of the
  /// checks are run, in memory.
  private func prove() throws {
    guard !tables.isEmpty || !checks.isEmpty else { return }
    let memory = try connection(path: nil, isPublic: false)
    for table in tables {
      try table.check(on: memory)
      let own = Set(table.rows.listed?.map(\.key) ?? [])
      for text in table.conditions { try words(in: text, own: own) }
    }
    try PublicTables(tables, datasets, on: memory, hasMarket: !market.isEmpty).check()
    let proof = CheckProof(memory) { [datasets, lists] in try ExampleRow(datasets, lists).values($0, $1) }
    for check in checks {
      if let problem = try proof.problems(check).first { throw problem }
      try words(
        in: check.select,
        own: Set(
          check.values.values.compactMap { value in
            if case .text(let text) = value { text } else { nil }
          } + unset.keys))
    }
  }

  private func words(in text: Condition, own: Set<String>) throws {
    if let problem = UnknownWords.problems(in: text, words: words, own: own.union(DeclaredSet.made)).first {
      throw problem
    }
  }

  /// What the bureau has not entered yet and no final catalog lists.
  func unset(listed: [[String: RuleList.Value]]) -> [String: String] {
    let filled = listed.isEmpty ? [] : ruleLists.filter(\.takesCatalogs).map(\.guarded.name)
    return unset.filter { !filled.contains($0.key) }
  }

  /// Words that fields have which no code list names.
  private static let made: Set<String> = ["明示", "面议", "无要求"]

  /// Reads a warehouse.
  ///
  /// - Parameters:
  ///   - path: nil: in memory, without rows.
  ///   - isPublic: without the rows that no public figure may count.
  ///   - listed: what final catalogs list.
  func connection(path: String?, isPublic: Bool, listed: [[String: RuleList.Value]] = []) throws -> DatasetConnection {
    // Reading a pipeline file opens the first connection of the process.
    SQLiteLog.start()
    return try DatasetConnection(
      path: path, views: datasets.views,
      bases: path == nil ? [:] : datasets.selects,
      lists: path == nil
        ? guardedSamples : guarded + ruleLists.map { ($0.takesCatalogs ? $0.adding(listed) : $0).guarded },
      functions: path == nil ? functionsOfSamples : functions,
      viewFunctions: ViewFunctions.all(lists: lists),
      isPublic: isPublic)
  }
}

extension Datasets {
  /// As SQL sees them, derived ones and what was found in their texts too.
  var views: [DatasetView] {
    contracts.map(\.view.view) + contracts.compactMap(\.findings?.view) + derived
  }

  /// The SELECT over tables of a warehouse that each of them is, but for derived ones.
  var selects: [String: String] {
    let found = contracts.compactMap { contract in contract.findings.map { (contract.findingsName, $0.select) } }
    return Dictionary(uniqueKeysWithValues: contracts.map { ($0.name, $0.view.select) } + found)
  }
}

extension CodeList {
  /// As SQL reads it: `list_permit_kind`. `code` is what fields show: the name, of lists with levels the code itself;
  /// `parent` is what they show of the entry above.
  var guarded: GuardedList {
    let (own, isCode) = (extraColumns, isShownByCode)
    return GuardedList("list_\(id.replacing("-", with: "_"))", columns: ["code", "name", "parent"] + own) {
      func shown(_ entry: Entry?) -> SQLValue { entry.map { .text(isCode ? $0.code : $0.name) } ?? .null }
      return entries.map { entry in
        // Townships lie below an entry of another list.
        let parent = entry.parent.map { code in self.entry(code: code).map { shown($0) } ?? .text(code) } ?? .null
        return [shown(entry), .text(entry.name), parent]
          + own.map { column in entry.extra[column].map(CodeList.value) ?? .null }
      }
    }
  }

  private static func value(_ text: String) -> SQLValue {
    if let whole = Int(text) { return .integer(whole) }
    return Double(text).map { .real($0) } ?? .text(text)
  }
}
