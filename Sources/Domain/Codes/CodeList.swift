import Crypto
import Foundation

/// A published list of codes, as a CSV with the columns `code,name,parent,aliases,name_en` holds it.
public struct CodeList: Sendable {
  public struct Entry: Sendable, Hashable {
    public let code: String
    public let name: String
    /// Code of the entry above; nil at the top.
    public let parent: String?
    /// Other names and superseded codes met in exports.
    public let aliases: [String]
    /// What English editions call it; nil where the list says nothing of it.
    public let english: String?
    /// What the file says of it in columns of its own, for checks and tables: a ceiling, a date.
    public let extra: [String: String]

    public init(
      code: String, name: String, parent: String? = nil, aliases: [String] = [], english: String? = nil,
      extra: [String: String] = [:]
    ) {
      self.extra = extra
      self.code = code
      self.name = name
      self.parent = parent
      self.aliases = aliases
      self.english = english
    }

    /// Its names where the code stands beside them: Chinese in both languages where there is no other.
    public var label: Label { Label(zh: name, en: english ?? name) }

    /// Its names where they stand alone: the code says what a Chinese name in an English text is.
    public var labelOrCode: Label { Label(zh: name, en: english ?? "\(name) (\(code))") }
  }

  /// The file's name without `.csv`.
  public let id: String
  public let entries: [Entry]
  /// Names of the columns that entries have of their own, in their order.
  public let extraColumns: [String]
  /// Number of its levels.
  public let depth: Int
  private let byCode: [String: Int]
  /// Most runs look no name up in most lists, and ask for no digest of them.
  private let byName: OnDemand<[String: Int]>
  private let digested: OnDemand<String>

  public init(id: String, entries: [Entry]) {
    self.id = id
    self.entries = entries
    var codes: [String: Int] = [:]
    for (index, entry) in entries.enumerated() { codes[entry.code] = index }
    byCode = codes
    depth = CodeList.depth(entries, codes)
    var columns: Set<String> = []
    for entry in entries where !entry.extra.isEmpty { columns.formUnion(entry.extra.keys) }
    extraColumns = columns.sorted()
    byName = OnDemand { CodeList.names(of: entries) }
    digested = OnDemand { CodeList.digest(of: entries) }
  }

  /// Changes with every code, name, parent or alias.
  public var digest: String { digested.value }

  private static func digest(of entries: [Entry]) -> String {
    var text: [UInt8] = []
    for (place, entry) in entries.enumerated() {
      if place > 0 { text.append(UInt8(ascii: "\n")) }
      for (column, cell) in [entry.code, entry.name, entry.parent ?? ""].enumerated() {
        if column > 0 { text.append(UInt8(ascii: "\t")) }
        text += cell.utf8
      }
      text.append(UInt8(ascii: "\t"))
      for (place, alias) in entry.aliases.enumerated() {
        if place > 0 { text.append(UInt8(ascii: "|")) }
        text += alias.utf8
      }
    }
    return "\(SHA256.hash(data: Data(text)))"
  }

  /// An entry's own name goes before another's alias, an upper level before a lower one.
  private static func names(of entries: [Entry]) -> [String: Int] {
    var names: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      let name = TextFold.fold(entry.name)
      if names[name] == nil { names[name] = index }
    }
    for (index, entry) in entries.enumerated() {
      for alias in entry.aliases.map(TextFold.fold) where names[alias] == nil { names[alias] = index }
    }
    return names
  }

  /// Each entry is looked at once: lists of occupations have two thousand.
  private static func depth(_ entries: [Entry], _ byCode: [String: Int]) -> Int {
    var levels = [Int](repeating: 0, count: entries.count)
    for index in entries.indices {
      var path = [index]
      while levels[path[path.count - 1]] == 0,
        let above = entries[path[path.count - 1]].parent.flatMap({ byCode[$0] }), !path.contains(above)
      {
        path.append(above)
      }
      var level = levels[path[path.count - 1]]
      for place in path.reversed() where levels[place] == 0 {
        level += 1
        levels[place] = level
      }
    }
    return levels.max() ?? 0
  }

  public func entry(code: String) -> Entry? { byCode[code].map { entries[$0] } }

  /// The entry whose code, name or alias is `text`, apart from blanks, width and case.
  public func entry(named text: String) -> Entry? {
    let folded = TextFold.fold(text)
    let index = byCode[text] ?? byCode[folded.uppercased()] ?? byName.value[folded] ?? afterLetter(folded)
    return index.map { entries[$0] }
  }

  /// The entry with this code, or all that have this name or alias: `朝阳区` is one of several.
  public func entries(named text: String) -> [Entry] {
    entry(code: text).map { [$0] } ?? entries.filter { $0.name == text || $0.aliases.contains(text) }
  }

  /// Industries are often written with the letter of their section before the digits: `C1311`.
  private func afterLetter(_ folded: String) -> Int? {
    guard let first = folded.first, first.isASCII, first.isLetter, folded.count > 1,
      let index = byCode[String(folded.dropFirst())],
      lineage(of: entries[index].code).last?.code == first.uppercased()
    else { return nil }
    return index
  }

  /// True where SQL shows codes, of which a part names a level (`6-18`), and not names.
  public var isShownByCode: Bool { depth > 2 }

  /// Whether a code is another one, or lies below it.
  func isWithin(_ code: String, _ above: String) -> Bool { lineage(of: code).contains { $0.code == above } }

  /// The entry and all those above it, lowest first.
  public func lineage(of code: String) -> [Entry] {
    var result: [Entry] = []
    var next: String? = code
    while let current = next, let entry = entry(code: current), !result.contains(entry) {
      result.append(entry)
      next = entry.parent
    }
    return result
  }
}
