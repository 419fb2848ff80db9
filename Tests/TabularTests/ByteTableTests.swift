import Tabular
import Testing

@Suite struct ByteTableTests {
  @Test(arguments: [1, 2, 3] as [UInt64]) func behavesLikeADictionary(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var table = ByteTable()
    var model: [[UInt8]: Int] = [:]
    for _ in 0..<20_000 {
      let key = (0..<Int.random(in: 0...3, using: &random)).map { _ in UInt8.random(in: 0...40, using: &random) }
      #expect(key.withUnsafeBufferPointer { table.find($0) } == model[key])
      guard Bool.random(using: &random) else { continue }
      let (index, isNew) = key.withUnsafeBufferPointer { table.insert($0) }
      #expect(isNew == (model[key] == nil))
      if isNew { model[key] = model.count }
      #expect(index == model[key])
    }
    #expect(model.count > 5000)
    #expect(table.count == model.count)
    #expect(table.keyBytes == model.keys.reduce(0) { $0 + $1.count })
    for (key, index) in model { #expect(Array(table.key(index)) == key) }
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
