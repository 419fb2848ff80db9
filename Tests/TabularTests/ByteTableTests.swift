import Tabular
import TestSupport
import Testing

@Suite struct ByteTableTests {
  @Test(arguments: [1, 2, 3] as [UInt64]) func behavesLikeADictionary(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var table = ByteTable()
    var model: [[UInt8]: Int] = [:]
    var differences = 0
    for _ in 0..<8000 {
      let key = (0..<Int.random(in: 0...3, using: &random)).map { _ in UInt8.random(in: 0...40, using: &random) }
      if key.withUnsafeBufferPointer({ table.find($0) }) != model[key] { differences += 1 }
      guard Bool.random(using: &random) else { continue }
      let (index, isNew) = key.withUnsafeBufferPointer { table.insert($0) }
      if isNew != (model[key] == nil) { differences += 1 }
      if isNew { model[key] = model.count }
      if index != model[key] { differences += 1 }
    }
    #expect(differences == 0)
    #expect(model.count > 1000)
    let (count, bytes) = (table.count, table.keyBytes)
    #expect(count == model.count)
    #expect(bytes == model.keys.reduce(0) { $0 + $1.count })
    for (key, index) in model where table.withKey(index, { Array($0) }) != key { differences += 1 }
    #expect(differences == 0)
  }

  @Test func emptyTextIsAKey() {
    var table = ByteTable()
    let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    let before = table.find(empty)
    #expect(before == nil)
    let (first, second) = (table.insert(empty), table.insert(empty))
    #expect(first == (0, true))
    #expect(second == (0, false))
    let length = table.withKey(0) { $0.count }
    #expect(length == 0)
  }

  @Test func forgetsEverything() {
    var table = ByteTable()
    func insert(_ text: String) -> Int { Array(text.utf8).withUnsafeBufferPointer { table.insert($0).index } }
    for number in 0..<1000 { _ = insert("key \(number)") }
    table.removeAll()
    let (count, bytes) = (table.count, table.keyBytes)
    #expect(count == 0)
    #expect(bytes == 0)
    let first = insert("key 999")
    #expect(first == 0)
  }
}
