import Domain
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct ExplanationTests {
  private let spec: PipelineSpec
  private let explanation: Explanation

  init() throws {
    let folder = Repository.file("Pipelines")
    spec = try PipelineSpec(file: folder + "/quarterly-bulletin.yaml")
    explanation = try Explanation(spec)
  }

  private func lines(_ id: String?) throws -> [String] { try Explanation.lines(id, of: explanation) }

  @Test func explainsByIdAndByNumber() throws {
    let told = try lines("openings_per_seeker")
    #expect(told.first == "F2 openings_per_seeker")
    #expect(told.contains { $0.contains("求人倍率") })
    #expect(try lines("f2") == told)
    #expect(try lines(nil).count > Indicator.allCases.count + OutlookTerm.allCases.count + CodeRegister.all.count)
  }

  /// What pages and tables of forecasts say can be looked up, in the words that stand there.
  @Test(arguments: [
    "预测中位数", "p50", "80% 区间", "区间", "预警级别", "预警色", "红色", "red", "缺口", "回测", "MASE", "mase", "覆盖率",
    "coverage_95", "上年同期值", "combination",
  ])
  func explainsTheTermsOfForecasts(_ word: String) throws {
    let told = try lines(word)
    #expect(told.contains { $0.hasPrefix("含义  ") && $0.count > 10 }, "\(told)")
  }

  /// So can the words of bulletins and lists, the tables of the market, and figures of declared tables.
  @Test(arguments: [
    ("结转", "词语 carried"), ("转载", "词语 copy"), ("未分类", "词语 unclassified"), ("[c]", "词语 c"), ("环比", "词语 qoq"),
    ("匹配分", "词语 match_score"), ("命中率", "词语 hit_rate"), ("T5", "表 T5"), ("表5", "表 T5"),
    ("T14-mismatch", "表 T14-mismatch"),
    ("T17-services", "表 T17-services"), ("6 个月留任率", "T19-kept T19-kept.kept_6m"),
    ("需求人数", "F1 valid_openings"), ("求职人数", "F1 valid_seekers"), ("无要求", "词语 unstated"), ("…", "词语 x"), ("/", "词语 z"),
    ("趋紧", "词语 tightness"), ("趋缓", "词语 tightness"), ("主体", "词语 main_part"), ("小类", "词语 groups"), ("△", "预测 weak"),
    ("预警职业", "预测 warning"), ("80%", "预测 p10"), ("数据截至", "词语 until"), ("每100名求职者", "词语 per_hundred"),
    ("第1版", "词语 edition"), ("接收", "词语 receipt"), ("应届高校毕业生", "行 graduate"), ("Fresh graduates", "行 graduate"),
    ("大湾区九市", "行 大湾区九市"), (" 满足率 ", "F8 fill_rate"),
  ]) func explainsTheWordsOfBulletins(_ word: String, _ first: String) throws {
    #expect(try lines(word).first == first)
  }

  /// The words for the balance and for changes come with the limits that the bureau has set for them.
  @Test func wordsOfTheRulesHaveTheirLimits() throws {
    let balance = try lines("需求略大于供给")
    #expect(balance.first == "词语 balance")
    #expect(balance.contains("界限  求人倍率 1.10 起, 不到 1.30: 需求略大于供给"), "\(balance)")
    #expect(balance.contains("界限  求人倍率 不到 0.77: 求职明显大于需求") && balance.contains("界限  求人倍率 1.30 起: 需求大于供给"))
    #expect(try lines("balanced") == balance)
    let tightness = try lines("趋缓")
    #expect(tightness.contains("界限  求人倍率: 升 0.05 起趋紧, 降 0.05 起趋缓"), "\(tightness)")
    #expect(tightness.contains("界限  求职人数: 降 2 起趋紧, 升 2 起趋缓"))
    #expect(tightness.last?.hasSuffix("rules/bulletin.yaml") == true)
  }

  /// Whatever heads a column of the tables of the market, or a row of any table, can be looked up, with the tables that have it.
  @Test func headsOfTablesAreExplained() throws {
    let wording = WordingExplanation(spec: spec, texts: try spec.texts())
    for table in spec.declared.market {
      for head in table.rows.map(\.label) + table.columns.map(\.label) {
        #expect(wording.heads(head.zh).contains("所在  表 \(table.id) \(table.title.zh)"), "\(head.zh)")
        #expect(!wording.heads(head.en).isEmpty, "\(head.en)")
      }
    }
    let total = try lines("合计")
    #expect(total.contains("行 total") && total.contains("名称  合计 / Total"), "\(total)")
    #expect(total.count { $0.hasPrefix("所在  表 T") } > 8, "\(total)")
  }

  /// The page of methods prints how figures are made: for readers, who know no columns and no SQL.
  @Test func publicFormulasAreInPlainWords() throws {
    let methods = spec.declared.tables.filter { $0.audience == .everybody }.flatMap(\.methods)
    #expect(methods.count > 50)
    for method in methods {
      #expect(method.formula.zh.firstMatch(of: /\b[a-z_]{3,}\b/) == nil, "\(method.id): \(method.formula.zh)")
    }
  }

  /// So can the codes that stand in them, by code and by name.
  @Test(arguments: [
    ("4-02-05-01", "职业 4-02-05-01", "上级  4-02-05 装卸搬运和运输代理服务人员"), ("装卸搬运工", "职业 4-02-05-01", "上级  4 社会生产服务和生活服务人员"),
    ("450602", "地区 450602", "名称  港口区 / Gangkou District"), ("港口区", "地区 450602", "上级  450600 防城港市"),
    ("行业/C", "行业 C", "名称  制造业 / Manufacturing"), ("行业/131", "行业 131", "上级  13 农副食品加工业"),
    ("职业/1-06", "职业 1-06", "下级  2 个: 1-06-01 企业负责人、1-06-02 事业单位负责人"),
  ]) func explainsCodesOfLists(_ word: String, _ first: String, _ line: String) throws {
    let told = try lines(word)
    #expect(told.first == first && told.contains(line), "\(told)")
  }

  /// Places of one name are all told, and a list that is named is the only one asked.
  @Test func explainsAllOfOneName() throws {
    #expect(try lines("朝阳区").filter { $0.hasPrefix("地区 ") }.count == 2)
    #expect(try failure { try lines("职业/450602") }.code == .unknownName)
  }

  /// What is counted is told in words.
  @Test func figuresOfDeclaredTablesHaveAMeaning() throws {
    #expect(try lines("T18.hires").contains("公式  到岗 = 本期到岗的人数，一人一季只算最后一次"))
    for table in spec.declared.tables where table.path.contains("/T1") || table.path.contains("/T2") {
      for method in table.methods { #expect(!method.formula.zh.contains("= 记录数"), "\(method.id)") }
    }
  }

  @Test func explainsCodesWithoutAPipeline() throws {
    func told(_ id: String) throws -> [String] {
      try Explanation.lines(id, of: { () throws -> Explanation in throw CocoaError(.fileNoSuchFile) }())
    }
    let lines = try told("TF413")
    #expect(lines.first == "代码 TF413")
    #expect(lines.contains { $0.hasPrefix("含义  流程不编公报") } && lines.contains { $0.contains("makes no bulletin") })
    for text in ["413", "tf413"] { #expect(try told(text) == lines) }
    #expect(try told("row.columns").starts(with: ["代码 row.columns", "处理  退回", "含义  列数与表头不符"]))
    let other = try failure { try told("tf999") }
    #expect((other.code, other.exit) == (.unknownName, .data))
    #expect(other.text.contains("没有这个代码") && other.text.contains("TF850、TF810、TF790"), "\(other.text)")
    #expect(try failure { try self.lines("TF699x") }.code == .unknownName)
    #expect(try failure { try self.lines("row.colums") }.text.contains("row.columns"))
  }

  /// Each kind of entry tells its own things: terms of forecasts have a meaning where indicators have a formula.
  @Test func everyEntryIsExplained() throws {
    let kinds = [
      "预测": ["名称", "含义"], "词语": ["名称", "含义"], "表": ["名称", "读者", "文件"], "检查": ["名称", "级别", "依据", "文件"],
      "数据集": ["名称", "主键", "来源"], "代码": ["含义", "办法"], "规则": ["名称", "依据", "处理"],
    ]
    let all = try lines(nil)
    #expect(Set(all.compactMap { kinds[String($0.split(separator: "\t")[0])] }) == Set(kinds.values))
    for line in all {
      let cells = line.split(separator: "\t").map(String.init)
      let text = try lines(cells[1]).joined(separator: "\n")
      for part in kinds[cells[0]] ?? ["名称", "公式", "来源"] { #expect(text.contains(part), "\(cells[1])") }
    }
  }

  @Test func termsHaveTheirOwnIds() {
    let ids =
      OutlookTerm.allCases.map(\.rawValue) + BulletinTerm.allCases.map(\.rawValue) + Indicator.allCases.map(\.rawValue)
      + CodeRegister.all.map(\.code)
    #expect(Set(ids).count == ids.count)
  }

  @Test func unknownIdGivesTheNearest() throws {
    let error = try failure { try lines("opening_per_seeker") }
    #expect(error.code == .unknownName)
    #expect(error.text.contains("openings_per_seeker"))
    #expect(try failure { try lines("预警级") }.text.contains("预警级别"))
    #expect(try failure { try lines("占比") }.text.contains("所占比重"))
    #expect(try failure { try lines("错配") }.text.contains("错配指数、"))
    #expect(try failure { try lines("求职人数增幅") }.text.contains("求职人数?"))
    #expect(try failure { try lines("甲") }.text.contains("列出全部"))
  }
}
