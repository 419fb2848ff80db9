import Tabular

/// Phrases that somebody marked: which rule must find something in each, and which must not. They are read, tried and
/// forgotten.
public struct PhraseExam: Sendable {
  /// A phrase with its mark.
  public struct Question: Sendable {
    /// Index of the rule in the screener's.
    public let rule: Int
    public let isExpected: Bool
    /// Numbers of persons in it are masked, as in what is stored.
    public let text: String
    public let line: Int
  }

  /// How the rules did.
  public struct Score: Sendable, Equatable {
    public var found = 0
    public var missed = 0
    /// Found though it must not be.
    public var wrong = 0
    /// Rightly not found.
    public var spared = 0

    public init() {}

    /// Of what was found, what is right; nil where nothing was.
    public var precision: Double? { found + wrong > 0 ? Double(found) / Double(found + wrong) : nil }
    /// Of what is to be found, what was; nil where nothing is.
    public var recall: Double? { found + missed > 0 ? Double(found) / Double(found + missed) : nil }

    mutating func count(expected: Bool, found isFound: Bool) {
      switch (expected, isFound) {
      case (true, true): found += 1
      case (true, false): missed += 1
      case (false, true): wrong += 1
      case (false, false): spared += 1
      }
    }
  }

  /// What came of the exam.
  public struct Outcome: Sendable {
    /// By rule, in the order of the screener; of rules that the phrases ask for.
    public var byRule: [(rule: String, score: Score)] = []
    /// Of the rules whose level is violation.
    public var violation = Score()
    public var all = Score()
    /// What the rules got wrong, in the order of the file.
    public var mistakes: [Question] = []
  }

  public static let columns = ["rule", "expected", "text"]
  public let questions: [Question]

  /// - Parameter bytes: CSV with the columns `rule,expected,text`, UTF-8 or GB18030.
  /// - Throws: `PipelineError` TF783 with the line.
  public init(_ bytes: [UInt8], path: String, _ screener: Screener) throws {
    let table: SmallTable
    do { table = try SmallTable(bytes) } catch {
      throw PhraseExam.wrong("\(path):\(error.line)", error.message)
    }
    for column in PhraseExam.columns where !table.header.contains(column) {
      throw PhraseExam.wrong("\(path):1", "缺少列 \(column)")
    }
    guard !table.rows.isEmpty else { throw PhraseExam.wrong("\(path):1", "表头下没有句子") }
    let numbers = Dictionary(uniqueKeysWithValues: screener.rules.enumerated().map { ($1.id, $0) })
    questions = try table.rows.map { row in
      let place = "\(path):\(row.line)"
      guard let rule = numbers[(row["rule"] ?? "").uppercased()] else {
        throw PhraseExam.wrong(place, "没有规则 \(row["rule"] ?? "")")
      }
      let mark = row["expected"] ?? ""
      guard ["+", "-", "＋", "－", "'+", "'-"].contains(mark) else {
        throw PhraseExam.wrong(place, "expected 应为 + 或 -, 而不是 \(mark)")
      }
      return Question(
        rule: rule, isExpected: mark.hasSuffix("+") || mark == "＋", text: Redaction.masked(row["text"] ?? ""),
        line: row.line)
    }
  }

  /// Puts the questions to the rules.
  public func score(_ screener: Screener) -> Outcome {
    let pass = ScreenPass(screener)
    var scores = [Score](repeating: Score(), count: screener.rules.count)
    var outcome = Outcome()
    for question in questions {
      let isFound = pass.screen(question.text).findings.contains { $0.rule == question.rule }
      scores[question.rule].count(expected: question.isExpected, found: isFound)
      outcome.all.count(expected: question.isExpected, found: isFound)
      if screener.rules[question.rule].level == .violation {
        outcome.violation.count(expected: question.isExpected, found: isFound)
      }
      if question.isExpected != isFound { outcome.mistakes.append(question) }
    }
    let asked = Set(questions.map(\.rule))
    outcome.byRule = screener.rules.indices.filter(asked.contains).map { (screener.rules[$0].id, scores[$0]) }
    return outcome
  }

  private static func wrong(_ place: String, _ message: String) -> PipelineError {
    PipelineError(.wrongPhraseList, .data, at: place, message, remedy: "第一行写 rule,expected,text; expected 写 + 或 -")
  }
}

extension Screener {
  /// The phrases of the rules themselves that they get wrong.
  public func failedPhrases() -> [(rule: PostingRule, phrase: PostingRule.Phrase)] {
    let pass = ScreenPass(self)
    return rules.enumerated().flatMap { number, rule in
      rule.phrases.filter { phrase in
        let text = Redaction.masked(phrase.text)
        return pass.screen(text).findings.contains { $0.rule == number } != phrase.isFound
      }.map { (rule, $0) }
    }
  }
}
