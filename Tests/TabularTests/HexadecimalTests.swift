import Tabular
import Testing

@Suite struct HexadecimalTests {
  @Test func twoDigitsAByte() {
    #expect(Hexadecimal.text([0, 9, 0x0A, 0x10, 0xFF]) == "00090a10ff")
    #expect(Hexadecimal.text([]).isEmpty)
  }
}
