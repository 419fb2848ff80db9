import Domain
import TestSupport
import Testing

@Suite struct CodeListFileTests {
  @Test func readsParentsAndAliases() throws {
    let list = try CodeList(id: "x", csv: Array("code,name,parent,aliases\n1,甲,,\n11,乙,1,丙|丁\n".utf8), path: "x.csv")
    #expect(
      list.entries == [
        CodeList.Entry(code: "1", name: "甲"), CodeList.Entry(code: "11", name: "乙", parent: "1", aliases: ["丙", "丁"]),
      ])
  }

  @Test func readsEnglishNames() throws {
    let list = try CodeList(
      id: "x", csv: Array("code,name,parent,aliases,name_en\n1,甲,,,\"First, A\"\n2,乙,,,\n".utf8), path: "x.csv")
    #expect(list.entries.map(\.label.en) == ["First, A", "乙"])
    #expect(list.entries.map(\.labelOrCode.en) == ["First, A", "乙 (2)"])
    #expect(list.extraColumns == [])
  }

  /// 大类 to 小类 of occupations, 门类 and 大类 of industries, and all of Guangxi; nothing else.
  @Test(arguments: [("occupations", 3, ""), ("industry", 2, ""), ("regions", 3, "45")])
  func upperLevelsHaveEnglishNames(id: String, levels: Int, within: String) throws {
    let list = try Shipped.list(id)
    let named = list.entries.filter { $0.english != nil }
    let wanted = list.entries.filter { list.lineage(of: $0.code).count <= levels && $0.code.hasPrefix(within) }
    #expect(named.map(\.code) == wanted.map(\.code))
    for (parent, siblings) in Dictionary(grouping: named, by: \.parent) {
      let names = siblings.compactMap(\.english)
      #expect(Set(names).count == names.count, "\(parent ?? "")")
    }
    let others = named.compactMap(\.english).filter { name in
      !name.unicodeScalars.allSatisfy { $0.isASCII || "’–".unicodeScalars.contains($0) }
        || !(name.first?.isUppercase ?? false) || name.hasSuffix(" ") || name.contains("  ")
    }
    #expect(others == [])
  }

  @Test(arguments: [
    ("name\n甲\n", "x.csv:1", "code"), ("code\n1\n", "x.csv:1", "name"), ("code,name\n1,甲\n1,乙\n", "x.csv:3", "重复"),
    ("code,name\n\n1,\n", "x.csv:3", "没有名称"), ("code,name\n1,甲\n,乙\n", "x.csv:3", "不是数字"),
    ("code,name\nx1,甲\n", "x.csv:2", "x1"), ("code,name\n1,甲,乙\n", "x.csv:2", "3 列"), ("", "x.csv:1", "不是文本"),
  ])
  func errorsNameTheLine(csv: String, place: String, message: String) throws {
    let error = try #require(throws: PipelineError.self) { try CodeList(id: "x", csv: Array(csv.utf8), path: "x.csv") }
    #expect(error.code == .wrongCodeList)
    #expect(error.exit == .config)
    #expect(error.place == place)
    #expect(error.message.contains(message))
  }

  @Test(arguments: Shipped.ids) func shippedListHasNoOrphans(id: String) throws {
    let list = try Shipped.list(id)
    #expect(!list.entries.isEmpty)
    // Towns lie in regions, which are another list.
    guard !["townships", "local-places"].contains(id) else { return }
    let orphans = list.entries.filter { list.lineage(of: $0.code).last?.parent != nil }.map(\.code)
    #expect(orphans == [])
  }

  @Test func everyTownLiesInARegion() throws {
    #expect(try Shipped.book.strayTowns.map(\.entry.code) == [])
    let stray = CodeList(id: "local-places", entries: [.init(code: "450602999", name: "甲岛", parent: "450699")])
    #expect(CodeBook([try Shipped.list("regions"), stray]).strayTowns.map(\.entry.code) == ["450602999"])
  }

  @Test func everyListOfAContractIsShipped() {
    let wanted = Contract.all.flatMap(\.fields).compactMap(\.kind.list)
    #expect(Set(wanted).isSubset(of: Set(Shipped.ids)))
  }

  @Test(arguments: [("occupations", [8, 79, 450, 1639]), ("industry", [20, 97])]) func levelsHaveTheirPublishedSizes(
    id: String, sizes: [Int]
  ) throws {
    let list = try Shipped.list(id)
    let depths = Dictionary(grouping: list.entries) { list.lineage(of: $0.code).count }
    for (level, size) in sizes.enumerated() { #expect(depths[level + 1]?.count == size) }
    #expect(list.depth == depths.keys.max())
  }
}
