import Documents
import Domain
import Foundation
import Tables
import TestSupport
import Testing

@testable import Stages

@Suite struct ListPublisherTests {
  private let scratch: TestFolder
  private let publisher: ListPublisher
  private let center: String

  init() throws {
    scratch = try TestFolder()
    publisher = try ListPublisher(templates: .shipped(), root: scratch.path + "/lists")
    center = scratch.path + "/lists/就业服务中心"
  }

  @discardableResult
  private func publish(_ lists: [CheckList] = FixtureLists.all, alerts: [Alert] = []) throws -> ListPublisher.Result {
    try publisher.publish(lists, title: "检查名单", alerts: alerts, day: FixtureLists.day)
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try FileTree.bytes(of: "\(center)/\(name)"), as: UTF8.self)
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(center)/\(name)"))
  }

  @Test func oneClosedFolderASection() throws {
    let result = try publish()
    #expect(result.pages.keys.sorted() == ["人力资源开发科", "就业服务中心"])
    #expect(
      try FileTree.names(in: center).sorted() == ["A-01.csv", "A-06.csv", "C01.csv", "answers.csv", "index.html"])
    for path in [center, scratch.path + "/lists"] {
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o700)
    }
    for name in try FileTree.names(in: center) {
      let mode = try FileManager.default.attributesOfItem(atPath: "\(center)/\(name)")[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test func listsAreCSVForSpreadsheets() throws {
    try publish()
    #expect(
      try text("A-01.csv")
        == "\u{FEFF}线索编号,状态,首次出现,编号,金额(元),期限,天数,级别,优先,处理结果,说明\r\n"
        + "A-01/=1+1,新,2026-09-30,'=1+1,,2026-10-10,16,应当改正,是,,\r\n"
        + "A-01/A2,新,2026-09-30,A2,333.33,,,应当改正,,,\r\n")
    #expect(try text("A-06.csv").split(separator: "\r\n").count == 211)
  }

  @Test func pagesTellWhatWasNotChecked() throws {
    try publish()
    let page = try text("index.html")
    #expect(page.contains("A-03 检查 &lt;甲&gt;: 未检查: 没有收到 counts、register.kind=职称"))
    #expect(page.contains("未检查: 本局关闭"))
    #expect(page.contains("发现 214101 行"))
    #expect(page.contains("另有 10 行"))
    #expect(page.contains("没有发现: A-02 没有发现的"))
    #expect(page.contains("线索 4 条, 已答复 0 条"))
    #expect(!page.contains("C1"))
    let reviewed = "近四个季度复核 32 条, 属实 20 条, 准确率 62.5 % (95 % 区间 45.3 % 至 77.1 %)"
    #expect(page.contains("<p class=\"note\">\(reviewed)</p>"))
    #expect(page.contains("C02 检查 &lt;甲&gt;: \(reviewed), 低于 80 %, 自动降为提示"))
  }

  @Test func theSameBytesAgain() throws {
    try publish()
    let before = try FileTree.names(in: center).sorted().map { try FileTree.bytes(of: "\(center)/\($0)") }
    try publish(FixtureLists.all.reversed())
    #expect(try FileTree.names(in: center).sorted().map { try FileTree.bytes(of: "\(center)/\($0)") } == before)
  }

  @Test func answersAreCarriedOn() throws {
    try publish()
    try write("answers.csv", "线索编号,检查,处理结果,说明,日期\r\nA-01/A2,x,属实,已催办,2026-09-29\r\nA-01/=1+1,x,,,\r\n")
    try write("answers 张.csv", "线索编号,处理结果,说明,日期\r\nA-06/all,整改,,2026-09-30\r\nA-01/A2,不属实,早的,2026-09-01\r\n")
    #expect(try publish().problems == [])
    #expect(try text("A-01.csv").contains("A-01/A2,新,2026-09-30,A2,333.33,,,应当改正,,属实,已催办"))
    #expect(try text("index.html").contains("线索 4 条, 已答复 2 条"))
    #expect(try text("answers.csv").contains("A-01/A2,检查 <甲>,属实,已催办,2026-09-29\r\n"))
    #expect(try text("answers.csv").contains("A-06/all,检查 <甲>,,,\r\n"))
    // What is over keeps its answer, and its list goes.
    try publish([FixtureLists.all[5]])
    #expect(try text("answers.csv").contains("A-01/A2,,属实,已催办,2026-09-29\r\n"))
    #expect(!FileTree.exists("\(center)/A-01.csv"))
    #expect(FileTree.exists("\(center)/answers 张.csv"))
    let answers = try publisher.answers(today: FixtureLists.day)
    #expect(answers.mapValues(\.verdict) == ["A-01/A2": .confirmed, "A-06/all": .corrected])
    try publish()
    #expect(try text("A-01.csv").contains("属实,已催办"))
  }

  @Test func answersThatCannotBeReadAreToldAndStay() throws {
    try publish()
    let form =
      "线索编号,处理结果,说明,日期\r\nA-01/A2,属实吧,,2026-09-29\r\n,属实,,2026-09-29\r\nA-06/all,属实,,2027-01-01\r\nA-06/all,属实,,\r\n"
    try write("answers.csv", form)
    try write("answers 李.xlsx", "PK")
    let problems = try publish().problems
    #expect(
      problems.map(\.place) == [
        "就业服务中心/answers 李.xlsx", "就业服务中心/answers.csv:2", "就业服务中心/answers.csv:3", "就业服务中心/answers.csv:5",
        "就业服务中心/answers.csv:4",
      ])
    #expect(try text("answers.csv") == form)
    #expect(try text("index.html").contains("处理结果“属实吧”无法识别"))
  }

  @Test func sectionsWithoutChecksKeepTheirAnswersAndNoList() throws {
    try publish()
    try write("answers.csv", "线索编号,处理结果,说明,日期\r\nA-01/A2,属实,,2026-09-29\r\n")
    try publish([FixtureLists.all[8]])
    #expect(try FileTree.names(in: center).sorted() == ["answers.csv", "index.html"])
    #expect(try text("answers.csv").contains("A-01/A2,,属实,,2026-09-29"))
    #expect(try text("index.html").contains("没有要处理的线索"))
  }

  @Test func statesComeFromTheBook() throws {
    var book = AlertBook()
    let first = Day(iso: "2026-09-29")!
    book.advance(CheckList.alerts([FixtureLists.two], records: [], folder: publisher.folder), on: first)
    book.tell(on: first)
    let lists = FixtureLists.all
    book.advance(
      CheckList.alerts(lists, records: book.records.values, folder: publisher.folder), on: FixtureLists.day)
    try publish(lists, alerts: book.alerts(on: FixtureLists.day))
    #expect(try text("A-01.csv").contains("A-01/A2,仍在,2026-09-29,"))
    #expect(try text("A-06.csv").contains("A-06/all,新,2026-09-30,"))
  }
}
