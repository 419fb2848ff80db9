import Tabular

/// Titles that people have coded, against what the coder makes of them.
public struct TitleExam: Sendable {
  public struct Question: Sendable {
    public let title: String
    /// The code that people gave first, and others that are right, too; empty: the title says no occupation.
    public let codes: [String]
  }

  /// Counts of one grade, or of all.
  public struct Score: Sendable, Equatable {
    public internal(set) var titles = 0
    public internal(set) var coded = 0
    public internal(set) var rightMajor = 0
    public internal(set) var right = 0
    public internal(set) var firstMajor = 0
    public internal(set) var first = 0
  }

  public let questions: [Question]

  /// - Parameter path: names the file in errors.
  /// - Throws: `PipelineError` TF304 where it is no table with the columns title, code and alternatives.
  public init(_ bytes: [UInt8], path: String) throws {
    let table: SmallTable
    do { table = try SmallTable(bytes) } catch {
      throw TitleTableReader.failure("\(path):\(error.line)", error.message, "另存为 CSV UTF-8")
    }
    guard table.header.contains("title"), table.header.contains("code") else {
      throw TitleTableReader.failure("\(path):1", "缺少列 title 或 code", "第一行写 title,code,alternatives")
    }
    questions = table.rows.compactMap { row in
      row["title"].map { title in
        Question(
          title: title,
          codes: [row["code"] ?? ""] + (row["alternatives"] ?? "").split(separator: "|").map(String.init))
      }
    }
  }

  /// The counts over all questions, and those of each basis.
  public func score(_ coder: TitleCoder) -> (all: Score, byBasis: [TitleBasis: Score]) {
    var all = Score()
    var byBasis: [TitleBasis: Score] = [:]
    for question in questions {
      let reading = coder.read(question.title)
      TitleExam.count(reading, question, in: &all)
      TitleExam.count(reading, question, in: &byBasis[reading.basis, default: Score()])
    }
    return (all, byBasis)
  }

  /// Questions whose answer is not right, with what the coder says.
  public func mistakes(_ coder: TitleCoder) -> [(question: Question, reading: TitleReading)] {
    questions.compactMap { question in
      let reading = coder.read(question.title)
      return question.codes.contains { TitleExam.agree(reading.counted, $0) } ? nil : (question, reading)
    }
  }

  private static func count(_ reading: TitleReading, _ question: Question, in score: inout Score) {
    score.titles += 1
    if reading.code != nil { score.coded += 1 }
    if question.codes.contains(where: { agree(reading.counted, $0) }) { score.right += 1 }
    if question.codes.contains(where: { agreeMajor(reading.counted, $0) }) { score.rightMajor += 1 }
    if agree(reading.counted, question.codes[0]) { score.first += 1 }
    if agreeMajor(reading.counted, question.codes[0]) { score.firstMajor += 1 }
  }

  /// A code that people left coarse is met by every finer one.
  private static func agree(_ code: Int?, _ answer: String) -> Bool {
    guard let code, let number = CodeNumber.number(answer) else { return code == nil && answer.isEmpty }
    return OccupationNumber.isWithin(code, number)
  }

  private static func agreeMajor(_ code: Int?, _ answer: String) -> Bool {
    guard let code, let number = CodeNumber.number(answer) else { return code == nil && answer.isEmpty }
    return OccupationNumber.major(code) == OccupationNumber.major(number)
  }
}
