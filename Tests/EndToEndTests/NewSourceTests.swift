import Foundation
import TestSupport
import Testing

/// Exports as offices make them in a spreadsheet, hooked up with `new-source` alone: every row is accounted for, and what
/// is not surely read is counted as unknown.
@Suite struct NewSourceTests {
  private struct Export {
    let file: String
    let bytes: Data
    let dataset: String
    /// Lines that the draft lacks, which its remarks ask for.
    var added = ""
    let accounting: String
    let query: String
    let rows: [String]
  }

  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  private static let exports = [
    Export(
      file: "岗位表2026年8月.csv",
      bytes: """
        防城港市企业用工需求汇总表,,,,,
        填报单位：港口区人社局,,,填报日期：2026年8月31日,,
        序号,企业名称,招聘岗位,需求人数,工作地区,发布日期
        1,港务公司,叉车司机,3人,港口区,8月3日
        2,糖业公司,化验员,2-4人,上思县在妙镇,8月5日
        ,,,,,
        序号,企业名称,招聘岗位,需求人数,工作地区,发布日期
        3,边贸公司,越南语翻译,若干,东兴,46254
        合计,,,,,
        填表人：张三,,,审核人：李四,,

        """.data(using: gb18030) ?? Data(),
      dataset: "postings", accounting: "共 9 行: 接收 3, 退回 0, 重复 0, 未变 0, 跳过 6",
      query: "SELECT region, openings, date(posted_on * 86400, 'unixepoch') FROM postings ORDER BY id",
      rows: ["1450602|3|2026-08-03", "1450621|2|2026-08-05", "1450681|1|2026-08-20"]),
    Export(
      file: "talent-2026-08.csv",
      bytes: Data(
        """
        招聘单位;职位名称;招聘人数;年薪(万元);城市;学历;更新日期;联系人;联系电话
        甲公司;工程师;1;24-36万;南宁;本科;2026-08-03T16:30:00Z;王五;13812345678
        乙公司;工程师;2;15-20万;防城港-港口区;统招本科;2026-08-04;王五;13812345678
        丙公司;会计;1;12-15万;北京路12号;大专;2026-08-05;王五;13812345678
        丁公司;厂长;1;30万;广西·防城港;本科;2026-08-06;王五;13812345678
        戊公司;总监;1;40-50万;全国;不限;2026-08-07;王五;13812345678

        """.utf8),
      dataset: "postings", accounting: "共 5 行: 接收 5, 退回 0, 重复 0, 未变 0",
      query: """
        SELECT region, pay_low, date(posted_on * 86400, 'unixepoch') FROM postings ORDER BY id
        """,
      rows: [
        "1450100|20000|2026-08-04", "1450602|12500|2026-08-04", "|10000|2026-08-05", "1450600|25000|2026-08-06",
        "1900000|33333|2026-08-07",
      ]),
    Export(
      file: "seek.csv",
      bytes: Data(
        """
        姓名,身份证号,求职意向,学历,户籍所在地,登记时间,登记机构,求职编号
        张三,450602199001011234,电工,大专,港口区,46234,市中心,1
        李四,4.50602E+17,会计,统招本科,防城区,2026/8/1,市中心,2

        """.utf8),
      dataset: "seekers", accounting: "共 2 行: 接收 2, 退回 0, 重复 0, 未变 0",
      query: "SELECT region, person IS NULL, date(registered_on * 86400, 'unixepoch') FROM seekers ORDER BY id",
      rows: ["1450602|1|2026-07-31", "1450603|1|2026-08-01"]),
    Export(
      file: "jobs_20260820.csv",
      bytes: Data(
        "sep=\t\r\n岗位编号\t单位名称\t岗位名称\t招聘人数\t发布日期\r\n人\t\t\t人\t\r\nA1\t甲\t焊工\t2\t昨天\r\nA2\t乙\t钳工\t5\t3天前\r\n".utf8),
      dataset: "postings", added: "home_region: \"450681\"\n", accounting: "共 ",
      query: "SELECT region, openings, date(posted_on * 86400, 'unixepoch') FROM postings ORDER BY id",
      rows: ["1450681|2|2026-08-19", "1450681|5|2026-08-17"]),
  ]

  /// What stands in the first row of a file without a header is nobody's business.
  @Test func aRowOfAPersonIsNoHeader() throws {
    let copy = try BureauCopy("Pipelines")
    try copy.scratch.write(
      "欧阳锋,450602199001011234,渔洲坪12栋,13812345678\n令狐冲,450602199001011235,海湾新城,13812345679\n", "inbox/a.csv")
    for more in [[], ["--contract", "seekers"]] {
      let result = try Program.talentflow.run(
        ["new-source", "inbox/a.csv"] + more, in: copy.scratch.path)
      #expect(result.status == 65, "\(result.errors)")
      for secret in ["欧阳锋", "450602199001011234", "渔洲坪", "13812345678"] { #expect(!result.errors.contains(secret)) }
    }
    #expect(!FileManager.default.fileExists(atPath: copy.scratch.file("Pipelines/sources/a.yaml")))
  }

  @Test(arguments: exports.indices) func everyRowIsAccountedFor(_ number: Int) throws {
    let export = NewSourceTests.exports[number]
    let copy = try BureauCopy("Pipelines")
    try copy.scratch.write(export.bytes, "inbox/\(export.file)")
    let drafted = try copy.run("new-source", "inbox/\(export.file)", "--id", "site")
    #expect(drafted.status == 0, "\(drafted.errors)")
    var yaml = try copy.scratch.text("Pipelines/sources/site.yaml")
    #expect(yaml.contains("contract: \(export.dataset)"), "\(yaml)")
    for secret in ["张三", "王五", "13812345678", "450602199001011234"] { #expect(!yaml.contains(secret), "\(yaml)") }
    yaml += export.added
    try copy.scratch.write(yaml, "Pipelines/sources/site.yaml")
    try copy.scratch.write(
      """
      pipeline: try
      home_region: "450600"
      warehouse: ../work/warehouse.sqlite
      work: ../work
      codelists: codelists
      inputs:
      - {source: sources/site.yaml, files: ../inbox/*.csv}

      """, "Pipelines/try.yaml")
    let run = try copy.run("run", "Pipelines/try.yaml")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains(export.accounting), "\(run.output)")
    #expect(try Warehouse.query(copy.scratch.file("work/warehouse.sqlite"), export.query) == export.rows)
    // A second draft does not overwrite what somebody may have mended.
    #expect(try copy.run("new-source", "inbox/\(export.file)", "--id", "site").status == 73)
  }
}
