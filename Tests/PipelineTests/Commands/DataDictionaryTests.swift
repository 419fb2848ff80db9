import Domain
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct DataDictionaryTests {
  @Test(arguments: Contract.all.map(\.name)) func listsEveryField(name: String) throws {
    let contract = try TestDatasets.all.required(name)
    let lines = try DataDictionary(name, of: TestDatasets.all).markdown().split(separator: "\n")
    #expect(lines.count == contract.fields.count + 3)
    for (field, line) in zip(contract.fields, lines.dropFirst(3)) { #expect(line.hasPrefix("| \(field.name)")) }
  }

  @Test func tableSchemaIsJSON() throws {
    let data = Data(try DataDictionary("postings", of: TestDatasets.all).tableSchema().utf8)
    let schema = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let fields = try #require(schema["fields"] as? [[String: Any]])
    #expect(fields.map { $0["name"] as? String } == Contract.postings.fields.map(\.name))
    #expect(schema["primaryKey"] as? [String] == ["platform", "posting_id"])
  }

  @Test func unknownNameGivesTheNearest() throws {
    #expect(try failure { try DataDictionary("posting", of: TestDatasets.all) }.text.contains("是否应为 postings?"))
    #expect(try failure { try DataDictionary("x", of: TestDatasets.all) }.code == .unknownDataset)
  }
}
