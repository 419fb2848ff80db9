import Domain
import Testing

@Suite struct ExperienceTextTests {
  @Test(arguments: [
    ("3-4年经验", 3), ("经验3-5年", 3), ("工作经验1年以上", 1), ("1年以上", 1), ("1年及以上工作经验", 1), ("5至7年", 5), ("2年", 2),
    ("10年以上经验", 10), ("3", 3),
    ("1年以下", 0), ("3年以内", 0), ("无需经验", 0), ("在校生/应届生", 0), ("应届毕业生", 0), ("3年-5年工作经历", 3),
  ])
  func reads(text: String, years: Int) {
    #expect(ExperienceText.parse(text) == years)
  }

  @Test(arguments: ["", "若干年", "5-3年", "61年", "3年左右", "3-年", "经验丰富"]) func refuses(text: String) {
    #expect(ExperienceText.parse(text) == nil)
  }
}
