import Domain
import Tables
import Warehouse

/// Letters to employers about what in their postings would better be put another way: hints, which are no leads. One letter an
/// employer, in the folder of the section that sends it.
public struct AdviceLetters {
  /// Within the folder of a section.
  static let folder = "letters"
  static let file = "letters.csv"

  private let rules: [PostingRule]
  private let texts: Texts

  /// - Parameter reviews: by rule; one whose leads were mostly unfounded gives hints.
  public init(_ rules: [PostingRule], reviews: [String: RuleReview], texts: Texts) {
    self.rules = rules.filter { $0.level == .advise || reviews[$0.id]?.stepsDown == true }
    self.texts = texts
  }

  /// What a posting of an employer says that the letter is about.
  private struct Hint {
    let rule: Int
    let code: String
    let entry: String
    let words: String
  }

  /// The letters of each section, as CSV.
  ///
  /// - Parameter day: as for `LeadLists`.
  /// - Throws: `PipelineError` TF721, TF722.
  public func files(_ connection: DatasetConnection, on day: Day) throws -> [String: [UInt8]] {
    var hints: [String: [Hint]] = [:]
    var select = SQLText()
    select.append(AdviceLetters.select)
    try connection.forEach(select, LeadLists.span(day)) { row in
      guard let rule = rules.firstIndex(where: { $0.id == row.text(0) }), let name = row.text(1),
        row.text(5) == Check.Level.advise.rawValue || rules[rule].level != .advise
      else { return }
      hints[name, default: []].append(
        Hint(rule: rule, code: row.text(2) ?? "", entry: row.text(3) ?? "", words: row.text(4) ?? ""))
    }
    let header = [NightText.listUnit, .letterCode, .letterCount, .letterText].map { texts($0) }
    return Dictionary(grouping: rules.indices, by: { rules[$0].section }).mapValues { own in
      let lines = hints.sorted { $0.key < $1.key }.compactMap { name, all -> [String]? in
        let hints = all.filter { own.contains($0.rule) }
        return hints.isEmpty ? nil : letter(to: name, hints)
      }
      return CSVText.bytes([header] + lines)
    }
  }

  private static let select = """
    SELECT rule, employer_name, employer_uscc, entry, words, rule_level FROM postings_findings
    WHERE is_copy = 0 AND posted_on BETWEEN :first AND :last AND employer_name IS NOT NULL
    ORDER BY employer_name, rule, posted_on, entry
    """

  private func letter(to name: String, _ hints: [Hint]) -> [String] {
    let count = "\(Set(hints.map(\.entry)).count)"
    let items = Set(hints.map(\.rule)).sorted().map { number in
      let (rule, words) = (rules[number], hints.first { $0.rule == number }?.words ?? "")
      return texts(
        .letterItem, ["title": rule.title, "words": words, "remedy": rule.remedy, "clause": rule.clause])
    }
    let begin = texts(.letterBegin, ["employer": name, "count": count])
    return [name, hints[0].code, count, ([begin] + items + [texts(.letterEnd)]).joined(separator: "\n")]
  }
}
