import Documents
import Testing

@Suite struct SigningTests {
  @Test func keysSurviveTheirFiles() throws {
    let key = SigningKey()
    let again = try #require(SigningKey("\(key.text)\n"))
    let file = try again.signature(of: [1, 2, 3])
    let verifying = try #require(VerifyingKey("\(try key.verifyingKey().text)\n"))
    #expect(verifying.accepts(file, of: [1, 2, 3]))
    #expect(!verifying.accepts(file, of: [1, 2, 4]))
    #expect(!verifying.accepts(file + [0x0A], of: [1, 2, 3]) && !verifying.accepts([], of: [1, 2, 3]))
  }

  @Test(arguments: ["", "x", "AAAA", String(repeating: "A", count: 88)]) func whatIsNoKey(_ text: String) {
    #expect(SigningKey(text) == nil && VerifyingKey(text) == nil)
  }
}
