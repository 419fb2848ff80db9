import Domain
import Testing

@Suite struct PseudonymTests {
  private let pseudonym = Pseudonym(key: Array("0123456789abcdef".utf8))

  @Test func bothFormsOfOnePersonAgree() throws {
    let new = try #require(ResidentID("11010519491231002X"))
    let old = try #require(ResidentID("110105491231002"))
    #expect(pseudonym.number(of: new) == pseudonym.number(of: old))
  }

  /// Computed by another program: HMAC-SHA-256, first 8 bytes, shifted by one bit.
  @Test func valueStaysTheSame() throws {
    let id = try #require(ResidentID("11010519491231002X"))
    #expect(pseudonym.number(of: id) == 7_977_332_692_631_634_419)
  }

  @Test func personsAndKeysDiffer() throws {
    let first = try #require(ResidentID("11010519491231002X"))
    let second = try #require(ResidentID("450602198802290018"))
    #expect(pseudonym.number(of: first) != pseudonym.number(of: second))
    let other = Pseudonym(key: Array("0123456789abcdeg".utf8))
    #expect(pseudonym.number(of: first) != other.number(of: first))
    #expect(pseudonym.number(of: first) > 0)
  }
}
