import Domain
import Foundation
import TestSupport
import Testing

@testable import Stages

@Suite struct MatchEducationTests {
  /// Who left before the end has what comes before it; 其他 says nothing.
  @Test(
    arguments: [
      ("小学", 1), ("初中", 2), ("高中", 3), ("中专", 3), ("大专", 4), ("本科", 5), ("硕士", 6), ("研究生教育", 6), ("博士", 7),
      ("硕士研究生肄业", 5), ("大学本科肄业", 3), ("大学专科肄业", 3), ("小学肄业", 0), ("其他", 0),
    ] as [(String, Int32)])
  func levels(name: String, level: Int32) throws {
    let path = Repository.file("Pipelines/codelists/education.csv")
    let list = try CodeList(id: "education", csv: Array(Data(contentsOf: URL(fileURLWithPath: path))), path: path)
    #expect(MatchEducation.level(try #require(list.entry(named: name))) == level)
  }
}
