import Tabular
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
    #expect(table.count == model.count)
    #expect(table.keyBytes == model.keys.reduce(0) { $0 + $1.count })
    #expect(model.allSatisfy { Array(table.key($0.value)) == $0.key })
  }

  @Test func emptyTextIsAKey() {
    var table = ByteTable()
    let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    #expect(table.find(empty) == nil)
    #expect(table.insert(empty) == (0, true))
    #expect(table.insert(empty) == (0, false))
    #expect(table.key(0).isEmpty)
  }
}
