import GRDB
import Testing
import Warehouse

@Suite struct TextBlocksTests {
  private let table = FactTable(name: "postings", integers: [], keys: ["posting_id"], texts: ["title", "major"])

  @Test func textsOfManyVersionsAreFoundById() throws {
    try Warehouse.inMemory([table]).queue.write { db in
      var blocks = try TextBlocks(db, table, file: 1, slots: [2, 1])
      for id in 5...304 {
        // Slots: key, major (empty for every third), title.
        let texts = ["k", id % 3 == 0 ? "" : "专业\(id)", "职位\(id)"].map { Array($0.utf8) }
        let bytes = texts.flatMap { $0 }
        let ends = [texts[0].count, texts[0].count + texts[1].count, bytes.count]
        try bytes.withUnsafeBufferPointer { bytes in
          try ends.withUnsafeBufferPointer {
            try blocks.add(id, text: bytes.baseAddress, ends: $0.baseAddress, width: 3, place: 0)
          }
        }
      }
      try blocks.flush()
      #expect(try Int.fetchAll(db, sql: "SELECT rows FROM postings_text ORDER BY first") == [128, 128, 44])
      for id in 5...304 {
        let texts = try TextBlocks.texts(db, table, id: id)
        #expect(texts["title"] == "职位\(id)" && texts["major"] == (id % 3 == 0 ? nil : "专业\(id)"))
      }
      #expect(try TextBlocks.texts(db, table, id: 4).isEmpty)
      #expect(try TextBlocks.texts(db, table, id: 305).isEmpty)
    }
  }
}
