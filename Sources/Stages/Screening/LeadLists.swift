import Domain
import Tables
import Warehouse

/// What rules found in postings, as lists of leads: one list a rule, one lead an employer and quarter, with its postings.
/// Hints (`advise`) are no leads; a rule whose leads were mostly unfounded gives hints only.
public struct LeadLists {
  private let rules: [PostingRule]
  private let reviews: [String: RuleReview]

  /// - Parameter reviews: by rule.
  public init(_ rules: [PostingRule], reviews: [String: RuleReview]) {
    (self.rules, self.reviews) = (rules, reviews)
  }

  /// The lists of all rules, in their order.
  ///
  /// - Parameters:
  ///   - connection: the warehouse, with the dataset of findings.
  ///   - day: the last day that postings speak of: listed is what was published in its quarter and the one before.
  /// - Throws: `PipelineError` TF721, TF722.
  public func lists(_ connection: DatasetConnection, on day: Day) throws -> [CheckList] {
    var found: [Found] = []
    var text = SQLText()
    text.append(LeadLists.select)
    try connection.forEach(text, LeadLists.span(day)) { row in
      guard let rule = rules.firstIndex(where: { $0.id == row.text(0) }),
        let level = row.text(1).flatMap(Check.Level.init(rawValue:)), let day = row.text(7)
      else { return }
      var values: [CheckColumn: SQLValue] = [:]
      for (place, column) in [CheckColumn.entry, .unit, .region, .figure].enumerated() where !row.isNull(place + 3) {
        values[column] = row.value(place + 3)
      }
      values[.since] = .text(day)
      if level == .violation, rules[rule].isUrgent { values[.urgent] = .integer(1) }
      let lead = "\(row.text(2) ?? "")/\(LeadLists.quarter(of: day))"
      found.append(Found(rule: rule, level: level, lead: lead, values: values))
    }
    let lines = lines(found)
    return rules.enumerated().filter { $0.element.givesLeads }.map { number, rule in
      let review = reviews[rule.id] ?? RuleReview()
      let check = check(rule, day)
      guard !review.stepsDown else {
        return CheckList(check: check, outcome: .steppedDown, version: "\(rule.version)", review: review)
      }
      return CheckList(check: check, lines: lines[number], version: "\(rule.version)", review: review)
    }
  }

  /// `:first` and `:last` of the quarter of a day and the one before.
  static func span(_ day: Day) -> [String: SQLValue] {
    let quarter = Period(unit: .quarter, containing: day)
    return ["first": .text(quarter.previous.firstDay.iso), "last": .text(quarter.lastDay.iso)]
  }

  /// What a rule found in a posting.
  private struct Found {
    let rule: Int
    let level: Check.Level
    /// Employer and quarter.
    let lead: String
    let values: [CheckColumn: SQLValue]
  }

  /// The lines of each rule. A line names the other rules of the group that the employer met in the quarter, so that it
  /// is called once.
  private func lines(_ found: [Found]) -> [[CheckLine]] {
    let calls = Dictionary(grouping: found) { "\(rules[$0.rule].group)/\($0.lead)" }.mapValues { Set($0.map(\.rule)) }
    var lines = [[CheckLine]](repeating: [], count: rules.count)
    for one in found {
      let others = calls["\(rules[one.rule].group)/\(one.lead)"]?.subtracting([one.rule]).sorted() ?? []
      var values = one.values
      values[.lead] = .text(one.lead)
      if !others.isEmpty { values[.other] = .text(others.map { rules[$0].id }.joined(separator: " ")) }
      lines[one.rule].append(CheckLine(level: one.level, values: values))
    }
    return lines
  }

  private static let select = """
    SELECT rule, rule_level, coalesce(employer_uscc, employer_name), entry, employer_name, region, words, posted_on
    FROM postings_findings
    WHERE rule_level IN ('violation', 'correct') AND posted_on BETWEEN :first AND :last
    """

  private static func quarter(of day: String) -> String {
    Day(iso: day).map { Period(unit: .quarter, containing: $0).description } ?? day
  }

  /// The rule as a check.
  private func check(_ rule: PostingRule, _ day: Day) -> Check {
    Check(
      id: rule.id, title: rule.title, levels: [.violation, .correct], section: rule.section, clause: rule.clause,
      remedy: rule.remedy, entry: [MarketDataset.postings], other: nil, needs: [], values: [:],
      select: Condition("", path: "\(rule.id).yaml", line: 1, column: 1), day: day, examples: [])
  }
}

extension PostingRule {
  /// Whether anything that it finds is more than a hint.
  fileprivate var givesLeads: Bool { (signs.map(\.level) + conditions.map(\.level)).contains { $0 != .advise } }
}
