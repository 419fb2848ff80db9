import Domain
import Testing

@Suite struct ResidentIDTests {
  @Test func readsTheExampleOfTheStandard() throws {
    let id = try #require(ResidentID("11010519491231002X"))
    #expect(id.birth.iso == "1949-12-31")
    #expect(!id.isMale)
    #expect(try #require(ResidentID("11010519491231002x")) == id)
  }

  @Test(arguments: [("450602198802290018", "1988-02-29", true), ("450603197511053428", "1975-11-05", false)])
  func knowsBirthAndSex(text: String, birth: String, isMale: Bool) throws {
    let id = try #require(ResidentID(text))
    #expect(id.birth.iso == birth)
    #expect(id.isMale == isMale)
  }

  @Test func oldFormIsTheSamePerson() throws {
    let old = try #require(ResidentID("110105491231002"))
    #expect(old == ResidentID("11010519491231002X"))
    #expect(old.number == "11010519491231002X")
  }

  @Test(arguments: [
    "", "110105194912310021", "110105194912310020", "110105194913310021", "110105194902300020", "1101051949123100",
    "11010519491231002\0", "1101051949123100２X", "11010519491231002XX", "110105490231002", "A1010519491231002X",
  ])
  func refuses(text: String) {
    #expect(ResidentID(text) == nil)
  }

  @Test func everySingleWrongDigitIsDetected() {
    let number = Array("11010519491231002X")
    for place in 0..<17 {
      for digit in Array("0123456789") where digit != number[place] {
        var wrong = number
        wrong[place] = digit
        #expect(ResidentID(String(wrong)) == nil)
      }
    }
  }

  @Test func maskShowsFourCharacters() {
    #expect(ResidentID.masked("11010519491231002X") == "1101********")
    #expect(ResidentID.masked("110105491231002") == "1101********")
  }
}
