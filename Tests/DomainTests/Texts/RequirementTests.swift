import Domain
import Testing

@Suite struct RequirementTests {
  @Test(arguments: ["不限", "学历不限", "不限学历", "无要求", "无", "均可", "男女不限", "不作要求", "经验不限", "不 限"])
  func nothingIsAskedFor(text: String) {
    #expect(Requirement.isNone(text))
  }

  @Test(arguments: ["", "大专", "有要求", "无锡", "限男性", "可不限期", "男"]) func somethingIsAskedFor(text: String) {
    #expect(!Requirement.isNone(text))
  }
}

@Suite struct LevelTextTests {
  @Test(arguments: [
    ("大专及以上", "大专"), ("本科学历", "本科"), ("本科及以上学历", "本科"), ("硕士（含）以上", "硕士"), ("高中毕业", "高中"),
    ("初级职称", "初级"), ("大专", "大专"), ("以上", "以上"), ("中专毕业及以上学历", "中专"),
  ])
  func stripsTheTail(text: String, level: String) {
    #expect(LevelText.strip(text) == level)
  }
}
