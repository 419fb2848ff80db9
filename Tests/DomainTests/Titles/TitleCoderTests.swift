import Domain
import Foundation
import TestSupport
import Testing

@Suite struct TitleCoderTests {
  static let coder = Result { try ShippedTitles.coder() }
  private var coder: TitleCoder { get throws { try TitleCoderTests.coder.get() } }

  private func code(_ title: String) throws -> String {
    try coder.read(title).counted.map(CodeNumber.occupationCode) ?? ""
  }

  /// What people have coded: a change of tables or rules must not lose it.
  @Test(arguments: [("titles-300", 970, 930), ("titles-200", 970, 840)])
  func agreesWithPeople(name: String, majors: Int, finest: Int) throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: Repository.file("Tests/fixtures/\(name).csv")))
    let exam = try TitleExam(Array(bytes), path: name)
    let score = try exam.score(coder).all
    #expect(score.titles == exam.questions.count && score.titles >= 200)
    #expect(score.rightMajor * 1000 >= majors * score.titles, "\(name): \(score)")
    #expect(score.right * 1000 >= finest * score.titles, "\(name): \(score)")
  }

  @Test(arguments: [
    ("电工", "6-31-01-03", TitleBasis.high, TitleRule.entire),
    ("高级电工", "6-31-01-03", .high, .withoutRank),
    ("总经理司机", "4-02-02-01", .medium, .longest),
    ("销售总监助理", "3-01-02-02", .high, .longest),
    ("集团二手车总经理", "1-06-01-02", .medium, .longest),
    ("电气工程师助理", "2-02-11-01", .high, .withoutRank),
    ("数据分析高级工程师", "2-02-30-09", .high, .head),
    ("某某集团工程师", "2-02", .medium, .longest),
    ("急聘（双休）", "", .empty, .none),
    ("经理", "", .empty, .none),
    ("擎天柱", "", .unknown, .none),
    ("保安/会计/车工", "", .several, .none),
    ("急聘（焊工）", "6", .low, .bracket),
    ("招聘专员", "4-07-03-08", .high, .entire),
    ("某公司高薪招聘保安", "4-07-05-01", .high, .entire),
    ("店员/营业员", "4-01-02-03", .high, .entire),
    ("普 工", "6", .high, .entire),
  ])
  func rulesSayWhy(title: String, code: String, basis: TitleBasis, rule: TitleRule) throws {
    let reading = try coder.read(title)
    #expect(try self.code(title) == code, "\(title): \(reading)")
    #expect(reading.basis == basis && reading.rule == rule, "\(title): \(reading)")
  }

  /// Full width, case, composed or not, blanks: one title.
  @Test(arguments: [
    ("ＪＡＶＡ开发工程师", "java开发工程师"), ("Cafe\u{301}服务员", "CAFÉ服务员"), ("Ｃ＋＋ 开发", "c++开发"),
    ("（急聘）焊工", "(急聘)焊工"), ("焊工　", "焊工"), ("ﾃｽﾄ 焊工", "テスト 焊工"),
  ])
  func formsOfATitleAreOne(title: String, other: String) throws {
    #expect(try coder.read(title) == coder.read(other))
    #expect(try coder.read(title).code != nil)
  }

  /// Words that say nothing of the job, and places, change no code.
  @Test func noiseChangesNothing() throws {
    let coder = try coder
    var random = SeededGenerator(seed: 24)
    let terms = coder.tables.terms.filter { $0.source == .market && !$0.text.contains("*") && $0.text.count > 2 }
    let places = ["防城港市", "东兴市", "南宁", "港口区"]
    for _ in 0..<400 {
      let term = terms[random.below(terms.count)]
      let plain = coder.read(term.text)
      #expect(plain.code == term.code, "\(term.text)")
      let noise = coder.tables.noise[random.below(coder.tables.noise.count)]
      for title in [
        "【\(places[random.below(4)])】\(term.text)", "\(term.text)（\(noise)）", "\(term.text) \(noise)",
        "\(noise)+\(term.text)",
      ] {
        #expect(coder.read(title).code == plain.code, "\(title): \(coder.read(title))")
      }
      let place = places[random.below(4)] + term.text
      #expect(coder.read(place).code == plain.code, "\(place): \(coder.read(place))")
    }
  }

  @Test func everyCodeExistsAndHasItsReason() throws {
    let coder = try coder
    let bytes = try Data(contentsOf: URL(fileURLWithPath: Repository.file("Tests/fixtures/titles-300.csv")))
    for question in try TitleExam(Array(bytes), path: "").questions {
      let reading = coder.read(question.title)
      #expect(coder.read(question.title) == reading)
      let list = coder.tables.occupations
      if let code = reading.code {
        #expect(list.entry(code: CodeNumber.occupationCode(code)) != nil)
        #expect(coder.word(reading) != nil, "\(question.title)")
        #expect(reading.rule != .none)
      } else {
        #expect([.empty, .unknown, .several].contains(reading.basis))
      }
      #expect(reading.basis != .low || reading.counted.map(OccupationNumber.level) == 1)
    }
  }

  /// A title may be anything: nothing of it ends the program.
  @Test func anyTextIsRead() throws {
    let coder = try coder
    var random = SeededGenerator(seed: 7)
    let pieces = [
      "焊工", "（", "）", "/", "招聘", "经理", "3000-5000元", "a", "+", "\u{FFFD}", "👷", "\0", "*", "【", " ", "防城港", "高级",
    ]
    for _ in 0..<2000 {
      let title = (0..<random.below(12)).map { _ in pieces[random.below(pieces.count)] }.joined()
      _ = coder.explain(title)
    }
    #expect(coder.read(String(repeating: "焊工", count: 5000)).code != nil)
    #expect(coder.read("").basis == .empty)
  }
}
