import Domain
import Testing

@testable import Stages

@Suite struct OpinionReviewTests {
  private func review(_ rows: [String]) -> OpinionReview {
    let text = (["职业代码,意见,调整后程度,理由,专家编号,日期"] + rows).joined(separator: "\n") + "\n"
    let file = OpinionFile(Array(text.utf8), name: "a.csv")
    let units = Dictionary(uniqueKeysWithValues: FixtureCatalog.units.map { ($0.occupation, $0) })
    return OpinionReview(
      file.opinions, units: units, register: FixtureCatalog.register, day: FixtureCatalog.day,
      today: FixtureCatalog.today)
  }

  /// What the answer makes of the level: heavy 2-02-06-03, medium 2-02-07-04, light 2-05-08, none 1-06-01-02, X 6-17-02-02.
  @Test(
    arguments: [
      ("2-02-06-03,同意,,,E001,2026-11-05", "2-02-06-03", .heavy),
      ("2-02-06-03,降低,,少了,E001,2026-11-05", "2-02-06-03", .medium),
      ("2-02-06-03,降低,中度紧缺,少了,E001,2026-11-05", "2-02-06-03", .medium),
      ("2-02-07-04,提高,,多了,E001,2026-11-05", "2-02-07-04", .heavy), ("2-05-08,删除,,不缺,E001,2026-11-05", "2-05-08", .none),
      ("1-06-01-02,增补,轻度紧缺,要,E001,2026-11-05", "1-06-01-02", .light),
      ("6-17-02-02,增补,重度紧缺,要,E001,2026-11-05", "6-17-02-02", .heavy),
    ] as [(String, String, ShortageLevel)])
  func anAnswerMovesTheLevel(row: String, code: String, level: ShortageLevel) {
    let review = review([row])
    #expect(review.problems.isEmpty, "\(review.problems)")
    #expect(review.verdicts[code]?.level == level)
    #expect(review.verdicts[code]?.isAdded == row.contains("增补"))
    #expect(review.taken == ["a.csv": 1])
  }

  @Test(arguments: [
    ("2-02-06-03,同意,,,E777,2026-11-05", "专家编号“E777”不在专家库中"), ("2-02-06-03,同意,,,,2026-11-05", "专家编号“”不在专家库中"),
    ("2-02-06-03,同意,,,E009,2026-11-05", "聘期已于 2025-12-31 结束"), ("2-02-07-04,提高,,,E001,2026-11-05", "没有写理由"),
    ("2-05-08,提高,重度紧缺,多,E001,2026-11-05", "跳了两级"), ("2-02-06-03,降低,轻度紧缺,少,E001,2026-11-05", "跳了两级"),
    ("1-06-01-02,增补,中度紧缺,要,E001,2026-11-05", "跳了两级"), ("2-02-06-03,提高,,多,E001,2026-11-05", "不高于计算的重度紧缺"),
    ("2-05-08,降低,,少,E001,2026-11-05", "已是最低一级"), ("6-17-02-02,增补,,要,E001,2026-11-05", "增补没有写调整后程度"),
    ("6-17-02-02,同意,,,E001,2026-11-05", "无法评估"), ("2-02-06-03,同意,轻度紧缺,,E001,2026-11-05", "同意而又另写程度"),
    ("9-99,同意,,,E001,2026-11-05", "不在本期评估的职业中"), ("2-02-06-03,同意,,,E001,2099-01-01", "在今天之后"),
  ])
  func whatIsWrongIsNotTaken(row: String, message: String) {
    let review = review([row])
    #expect(review.verdicts.isEmpty && review.taken.isEmpty)
    #expect(review.problems.map(\.place) == ["a.csv:2"])
    #expect(review.problems.first?.message.contains(message) == true, "\(review.problems)")
  }

  @Test func aPooledOccupationIsAnsweredByItsGroup() {
    let review = review(["2-05-08-02,同意,,,E001,2026-11-05"])
    #expect(review.problems.first?.remedy.contains("已并入 2-05-08 护理人员") == true)
  }

  @Test func theMajorityDecidesAndATieDoesNot() {
    let three = review([
      "2-02-07-04,提高,,多,E001,2026-11-05", "2-02-07-04,同意,,,E002,2026-11-05", "2-02-07-04,提高,,多,E003,2026-11-06",
    ])
    #expect(three.verdicts["2-02-07-04"]?.level == .heavy && three.problems.isEmpty)
    #expect(three.verdicts["2-02-07-04"]?.opinions.map(\.expert) == ["E001", "E002", "E003"])
    let two = review(["2-02-07-04,提高,,多,E001,2026-11-05", "2-02-07-04,同意,,,E002,2026-11-05"])
    #expect(two.verdicts.isEmpty)
    #expect(two.problems.map(\.place) == ["a.csv:2、a.csv:3"])
    #expect(two.problems.first?.message.contains("专家意见不一致 (中度紧缺、重度紧缺)") == true, "\(two.problems)")
  }

  @Test func aGoodAnswerReplacesABadOneOfTheSameExpert() {
    let review = review(["2-02-07-04,提高,,,E001,2026-11-05", "2-02-07-04,提高,,多,E001,2026-11-05"])
    #expect(review.problems.isEmpty && review.verdicts["2-02-07-04"]?.level == .heavy)
  }

  @Test func anExpertsLaterAnswerReplacesTheEarlier() {
    for rows in [
      ["2-02-07-04,提高,,多,E001,2026-11-05", "2-02-07-04,同意,,,E001,2026-11-06"],
      ["2-02-07-04,同意,,,E001,2026-11-06", "2-02-07-04,提高,,多,E001,2026-11-05"],
    ] {
      let review = review(rows)
      #expect(review.verdicts["2-02-07-04"]?.level == .medium)
      #expect(review.verdicts["2-02-07-04"]?.opinions.count == 1)
    }
  }
}
