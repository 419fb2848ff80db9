import Declarations
import Domain
import Foundation
import TestSupport
import Testing

/// Screening is done every night over all that is new, and over everything after a change of rules.
@Suite struct ScreenSpeedTests {
  private static let duties = [
    "负责客户的日常维护和回访，", "按照作业指导书完成产品的装配和检验；", "协助部门经理制定月度销售计划，", "熟练使用办公软件和常用设计工具，", "大专及以上学历，专业不限，",
    "有良好的沟通能力和团队合作精神，", "五险一金，周末双休，带薪年假，", "完成领导交办的其他工作。", "参与需求分析、系统设计和代码编写，", "工作地点在港口区，提供住宿和工作餐，",
    "有三年以上相关工作经验者优先，", "负责仓库的收发货和盘点；", "能适应倒班，吃苦耐劳，责任心强。", "根据业务需要编写技术文档和测试用例，", "负责财务核算、税务申报和票据管理，",
  ]

  private static func cpu() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// 50,000 texts of 400 characters, one in eight with a phrase that a rule finds; prints what a million would take.
  @Test func aMillionTexts() throws {
    let screener = try PostingRuleFolder.read(Repository.file("Pipelines/rules"))
    let phrases = screener.rules.flatMap(\.phrases).filter(\.isFound).map(\.text)
    var random = SeededGenerator(seed: 7)
    let texts = (0..<500).map { number in
      var text = number % 8 == 0 ? phrases[random.below(phrases.count)] + "。" : ""
      while text.count < 400 { text += ScreenSpeedTests.duties[random.below(ScreenSpeedTests.duties.count)] }
      return Array(String(text.prefix(400)).utf8)
    }
    let pass = ScreenPass(screener)
    var found = 0
    let start = ScreenSpeedTests.cpu()
    for number in 0..<50_000 {
      found += texts[number % texts.count].withUnsafeBufferPointer { pass.screen([$0]).findings.count }
    }
    let seconds = (ScreenSpeedTests.cpu() - start) * 20
    print(
      "screen: \(String(format: "%.1f", seconds)) s of CPU a million texts of 400 characters, \(found) findings in 50,000"
    )
    #expect(found >= 6000)
    #expect(seconds < 60)
  }
}
