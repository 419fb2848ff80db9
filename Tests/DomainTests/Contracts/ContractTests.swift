import Domain
import Testing

extension Contract: CustomTestStringConvertible {
  public var testDescription: String { name }
}

@Suite struct ContractTests {
  @Test(arguments: Contract.all) func requiredFieldsHaveAliases(contract: Contract) {
    for field in contract.fields where field.isRequired { #expect(!field.aliases.isEmpty, "\(field.name)") }
  }

  @Test(arguments: Contract.all) func aliasesAndNamesAreUnique(contract: Contract) {
    let names = contract.fields.flatMap { [$0.name] + $0.aliases }.map(TextFold.fold)
    let twice = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys
    #expect(twice.isEmpty)
  }

  @Test(arguments: Contract.all) func keyAndMainDateAreRequiredFields(contract: Contract) {
    let required = Set(contract.fields.filter(\.isRequired).map(\.name))
    #expect(required.isSuperset(of: contract.key + [contract.mainDate]))
    #expect(Contract.named(contract.name)?.number == contract.number)
  }

  @Test(arguments: Contract.all) func slotsFollowTheColumns(contract: Contract) {
    #expect(contract.integerColumns.enumerated().allSatisfy { contract.integerSlots[$0.element] == $0.offset })
    #expect(contract.textColumns.enumerated().allSatisfy { contract.textSlots[$0.element] == $0.offset })
    #expect(contract.integerSlots.count == contract.integerColumns.count)
    #expect(contract.slot(contract.mainDate) < contract.integerColumns.count)
  }

  @Test func numbersAreThoseOfTheCube() {
    #expect(Contract.postings.number == CubeDataset.postings)
    #expect(Contract.seekers.number == CubeDataset.seekers)
    #expect(Set(Contract.all.map(\.number) + [CubeDataset.copies]).count == Contract.all.count + 1)
    #expect(Contract.named("nothing") == nil)
  }

  @Test(arguments: [
    (FieldKind.pay, ["pay_low", "pay_high", "pay_state", "pay_months"]), (.age, ["pay_low", "pay_high"]),
    (.date, ["pay"]),
    (.text(max: 9), []), (.dropped, []), (.region, ["pay"]),
  ])
  func kindsBecomeColumns(kind: FieldKind, columns: [String]) {
    #expect(kind.columns(of: "pay") == columns)
  }
}
