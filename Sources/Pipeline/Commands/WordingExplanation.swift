import Documents
import Domain
import Foundation
import Stages

/// Explains words that the bureau's own rules and forms bring into bulletins: those for the balance of the market and for
/// what a change means, and the heads and rows of tables.
struct WordingExplanation {
  let spec: PipelineSpec
  let texts: Texts

  /// Words of bulletins, and of forecasts and warnings, with the kind that each is.
  var terms: [(kind: String, term: TermDefinition)] {
    texts.words.map { ("词语", $0) } + texts.terms.map { ("预测", $0) }
  }

  /// All that this word names.
  func terms(named word: String) -> [(kind: String, term: TermDefinition)] {
    terms.filter { $0.term.isNamed(word) || ($0.term.id == BulletinTerm.balance.rawValue && isBalance(word)) }
  }

  func lines(_ kind: String, _ term: TermDefinition) -> [String] {
    [
      "\(kind) \(term.id)", "名称  \(term.name.zh) / \(term.name.en)", "含义  \(term.meaning.zh)",
      "      \(term.meaning.en)",
    ] + limits(of: term)
  }

  /// The columns of the tables of the market, and the rows of all tables, that are called so in a language, or have this
  /// key, with the tables that have them; none where there are none.
  func heads(_ word: String) -> [String] { places("列", columns, word) + places("行", rows, word) }

  /// What `heads` knows in Chinese.
  var headNames: [String] { (columns + rows).map(\.label.zh) }

  private typealias Head = (label: Label, key: String, table: (id: String, title: Label))

  /// Those of declared tables are figures, which are explained by their own definitions.
  private var columns: [Head] {
    spec.declared.market.flatMap { table in table.columns.map { ($0.label, $0.id, (table.id, table.title)) } }
  }

  private var rows: [Head] {
    spec.declared.market.flatMap { table in table.rows.map { ($0.label, $0.key, (table.id, table.title)) } }
      + spec.declared.tables.flatMap { table in
        (table.rows.listed ?? []).map { ($0.label, $0.key, (table.id, table.title)) }
      }
  }

  private func places(_ kind: String, _ heads: [Head], _ word: String) -> [String] {
    let found = heads.filter { $0.key == word || $0.label.zh == word || $0.label.en.lowercased() == word.lowercased() }
    guard let first = found.first else { return [] }
    return ["\(kind) \(first.key)", "名称  \(first.label.zh) / \(first.label.en)"]
      + found.map { "所在  表 \($0.table.id) \($0.table.title.zh)" }
  }

  private func isBalance(_ word: String) -> Bool {
    spec.bulletin?.rules.bands.contains { [$0.label.zh, $0.label.en].contains(word) } ?? false
  }

  /// Where the bureau has set when a word is used.
  private func limits(of term: TermDefinition) -> [String] {
    guard let rules = spec.bulletin?.rules else { return [] }
    switch BulletinTerm(rawValue: term.id) {
    case .balance: return balance(rules) + file
    case .tightness: return tightness(rules) + file
    default: return []
    }
  }

  private func balance(_ rules: BulletinRules) -> [String] {
    var least: Double?
    return rules.bands.map { band in
      defer { least = band.below }
      let from = least.map { "\(NumberText.fixed($0, decimals: 2)) 起" }
      let below = band.below.map { "不到 \(NumberText.fixed($0, decimals: 2))" }
      return "界限  求人倍率 \([from, below].compactMap { $0 }.joined(separator: ", ")): \(band.label.zh)"
    }
  }

  private func tightness(_ rules: BulletinRules) -> [String] {
    texts.indicators.compactMap { indicator in
      Indicator(rawValue: indicator.id).flatMap { rules.tightness[$0] }.map { rule in
        let amount = String(format: "%g", rule.least)
        let (tighter, easier) = rule.isTighterUp ? ("升", "降") : ("降", "升")
        return "界限  \(indicator.shortName): \(tighter) \(amount) 起趋紧, \(easier) \(amount) 起趋缓"
      }
    }
  }

  private var file: [String] { spec.rules.map { ["文件  \($0)/bulletin.yaml"] } ?? [] }
}
