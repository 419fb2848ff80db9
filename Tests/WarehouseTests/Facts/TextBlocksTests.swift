import Testing
import Warehouse

@Suite struct TextBlocksTests {
  private let table = FactTable(name: "postings", integers: [], keys: ["posting_id"], texts: ["title", "major"])

  /// The block of rows whose texts are given as key, major, title.
  private func block(_ rows: [[String]], places: [Int32]? = nil) -> TextBlock {
    let texts = rows.flatMap { $0.map { Array($0.utf8) } }
    let bytes = texts.flatMap { $0 }
    var ends: [Int] = []
    for text in texts { ends.append((ends.last ?? 0) + text.count) }
    var scratch: [UInt8] = []
    return bytes.withUnsafeBufferPointer { bytes in
      ends.withUnsafeBufferPointer { ends in
        (places ?? Array(0..<Int32(rows.count))).withUnsafeBufferPointer { places in
          TextBlock(
            TextBlock.Source(text: bytes.baseAddress, ends: ends.baseAddress, width: 3), places: places, slots: [2, 1],
            scratch: &scratch)
        }
      }
    }
  }

  private func rows(_ ids: ClosedRange<Int>) -> [[String]] {
    ids.map { ["k", $0 % 3 == 0 ? "" : "专业\($0)", "职位\($0)"] }
  }

  @Test func textsOfManyVersionsAreFoundById() throws {
    try Warehouse.inMemory([table]).queue.write { db in
      let blocks = try TextBlocks(db, table, file: 1)
      for (first, last) in [(5, 132), (133, 260), (261, 304)] {
        try blocks.add(block(rows(first...last)), first: first)
      }
      #expect(try Int.fetchAll(db, sql: "SELECT rows FROM postings_text ORDER BY first") == [128, 128, 44])
      for id in 5...304 {
        let texts = try TextBlocks.texts(db, dataset: table.name, id: id)
        #expect(texts["title"] == "职位\(id)" && texts["major"] == (id % 3 == 0 ? nil : "专业\(id)"))
      }
      #expect(try TextBlocks.texts(db, dataset: table.name, id: 4).isEmpty)
      #expect(try TextBlocks.texts(db, dataset: table.name, id: 305).isEmpty)
    }
  }

  /// A dataset need not have a long text.
  @Test func aDatasetWithoutTextsHasBlocksToo() throws {
    let bare = FactTable(name: "permits", integers: [], keys: ["permit_no"], texts: [])
    try Warehouse.inMemory([bare]).queue.write { db in
      var scratch: [UInt8] = []
      let places: [Int32] = [0, 1, 2]
      let block = places.withUnsafeBufferPointer {
        TextBlock(TextBlock.Source(text: nil, ends: nil, width: 1), places: $0, slots: [], scratch: &scratch)
      }
      try TextBlocks(db, bare, file: 1).add(block, first: 1)
      let rows = try Row.fetchAll(db, sql: "SELECT rows, columns, size FROM permits_text")
      #expect(rows.map { [$0["rows"], $0["size"]] as [Int] } == [[3, 0]])
      #expect(rows.map { $0["columns"] as String } == [""])
      #expect(try TextBlocks.texts(db, dataset: bare.name, id: 2).isEmpty)
      #expect(try PackedTexts.read(db, "permits_text") { _, _, _ in Issue.record("no text was put in") } == 0)
    }
  }

  @Test func manyAreReadInOneSweep() throws {
    try Warehouse.inMemory([table]).queue.write { db in
      let blocks = try TextBlocks(db, table, file: 1)
      for (first, last) in [(5, 132), (133, 260), (261, 304)] {
        try blocks.add(block(rows(first...last)), first: first)
      }
      // 4 and 305 have no texts, 6 no major; none is of the block in the middle.
      let ids = [4, 5, 6, 131, 132, 261, 304, 305]
      var found: [String] = []
      try TextSweep(db, dataset: table.name).read(["major", "title", "other"], of: ids) {
        found.append("\(ids[$0]) \($1) \($2)")
      }
      let wanted = ids[1...6].flatMap { id in
        [id % 3 == 0 ? nil : "\(id) 0 专业\(id)", "\(id) 1 职位\(id)"].compactMap { $0 }
      }
      #expect(found.sorted() == wanted.sorted())
      try TextSweep(db, dataset: table.name).read(["title"], of: []) { _, _, _ in
        Issue.record("there is nothing to read")
      }
    }
  }

  @Test func rowsMayBeLeftOut() {
    let all = rows(1...9)
    #expect(block(all, places: [0, 4, 8]) == block([all[0], all[4], all[8]]))
  }

  @Test func whatDoesNotGetShorterStaysAsItIs() throws {
    let block = block([["", "", "甲"]])
    #expect(block.size == 11 && block.data == [3, 0, 0, 0, 0, 0, 0, 0] + Array("甲".utf8))
    let long = self.block((0..<100).map { _ in ["", "国际经济与贸易", "客户服务专员"] })
    #expect(long.data.count * 10 < long.size)
    for block in [block, long] {
      let bytes = block.data.withUnsafeBytes { TextBlock.unpacked($0, size: block.size) }
      #expect(bytes?.count == block.size)
      #expect(block.data.withUnsafeBytes { TextBlock.unpacked($0, size: block.size + 1) } == nil)
      #expect(block.data.withUnsafeBytes { TextBlock.unpacked($0, size: 1 << 40) } == nil)
      #expect(block.data.withUnsafeBytes { TextBlock.unpacked($0, size: -1) } == nil)
    }
  }

  @Test func withoutTextsThereAreLengthsAlone() {
    var scratch: [UInt8] = []
    let places: [Int32] = [0, 1]
    let block = places.withUnsafeBufferPointer {
      TextBlock(TextBlock.Source(text: nil, ends: nil, width: 0), places: $0, slots: [], scratch: &scratch)
    }
    #expect(block.rows == 2 && block.size == 0 && block.data.isEmpty)
  }
}
