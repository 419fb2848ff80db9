import Domain

/// Says what a code of the lists that everybody uses is called, and where it stands in its list.
struct CodeListExplanation {
  /// Entries below one that are listed.
  private static let mostBelow = 12
  private static let kinds = [("职业", "occupations"), ("地区", "regions"), ("行业", "industry")]

  let book: CodeBook

  /// What is known of the entries with this code, name or alias; `行业/131` asks one list alone. None where there are none.
  func lines(_ text: String) -> [String] {
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    let asked = CodeListExplanation.kinds.filter { parts.count == 2 && $0.0 == parts[0] }
    let word = asked.isEmpty ? text : parts[1]
    return (asked.isEmpty ? CodeListExplanation.kinds : asked).flatMap { kind, id in
      guard let list = book.lists.first(where: { $0.id == id }) else { return [String]() }
      return list.entries(named: word).flatMap { describe(kind, $0, list) }
    }
  }

  private func describe(_ kind: String, _ entry: CodeList.Entry, _ list: CodeList) -> [String] {
    let names = entry.english.map { "\(entry.name) / \($0)" } ?? entry.name
    var lines = ["\(kind) \(entry.code)", "名称  \(names)"]
    if !entry.aliases.isEmpty { lines.append("又名  \(entry.aliases.joined(separator: "、"))") }
    lines += list.lineage(of: entry.code).dropFirst().map { "上级  \($0.code) \($0.name)" }
    let below = list.entries.filter { $0.parent == entry.code }
    if !below.isEmpty {
      let shown = below.prefix(CodeListExplanation.mostBelow).map { "\($0.code) \($0.name)" }
      lines.append("下级  \(below.count) 个: \(shown.joined(separator: "、"))\(below.count > shown.count ? " …" : "")")
    }
    return lines
  }
}
