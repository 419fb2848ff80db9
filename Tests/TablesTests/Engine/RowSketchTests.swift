import Testing

@testable import Tables

@Suite struct RowSketchTests {
  private func sketch(_ rows: some Sequence<UInt64>) -> RowSketch {
    var sum = RowSketch(orders: 11)
    var powers = [UInt64](repeating: 0, count: 11)
    for row in rows {
      RowSketch.powers(row &* 0x9E37_79B9_7F4A_7C15, into: &powers)
      sum = sum + RowSketch(sums: powers)
    }
    return sum
  }

  @Test(arguments: 0...9) func aSubsetIsToldFromOthers(_ more: Int) {
    let whole = sketch(1...1000)
    let part = sketch(UInt64(more + 1)...1000)
    #expect((whole - part).isSet(of: more))
    // As many rows, one of them another.
    #expect(!(whole - sketch(Array(UInt64(more + 2)...1000) + [2000])).isSet(of: more))
    #expect(!(whole - part).isSet(of: (more + 1) % 9))
  }

  @Test func equalSetsHaveEqualSketchesInAnyOrder() {
    #expect(sketch(1...100) == sketch((1...100).reversed()))
    #expect(sketch(1...100).checksum != sketch(2...101).checksum)
  }

  @Test func stockAndInflowAreOutflowAndFormerStock() {
    let (before, received, sent) = (sketch(1...50), sketch(51...60), sketch(11...20))
    let stock = sketch(Array(1...10) + Array(21...60))
    #expect(stock + sent == before + received)
  }

  @Test func moreThanItsOrdersTellIsNoSet() {
    #expect(!(sketch(1...100) - sketch(11...100)).isSet(of: 10))
  }
}
