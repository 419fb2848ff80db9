import Domain
import TestSupport
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
    // A part of a key may have a value by default; a period places rows by one of its columns.
    let required = contract.fields.filter(\.isRequired)
    let given = Set((required + contract.fields.filter { $0.fallback != nil }).map(\.name))
    #expect(given.isSuperset(of: contract.key))
    #expect(required.contains { $0.columns.contains(contract.mainDate) })
  }

  @Test(arguments: Contract.all) func slotsFollowTheColumns(contract: Contract) {
    #expect(contract.integerColumns.enumerated().allSatisfy { contract.integerSlots[$0.element] == $0.offset })
    #expect(contract.textColumns.enumerated().allSatisfy { contract.textSlots[$0.element] == $0.offset })
    #expect(contract.integerSlots.count == contract.integerColumns.count)
    #expect(contract.slot(contract.mainDate) < contract.integerColumns.count)
  }

  @Test func datasetsAreFoundByName() throws {
    #expect(TestDatasets.all.named("nothing") == nil)
    #expect(try TestDatasets.all.required("postings").title.en == "Postings")
    #expect(throws: PipelineError.self) { try TestDatasets.all.required("nothing") }
  }

  @Test func employersAreNamedByNameAndCode() {
    #expect(Contract.postings.employer?.name == "employer_name")
    #expect(Contract.postings.employer?.code == "employer_uscc")
    #expect(Contract.archives.employer == nil)
    #expect(Contract.postings.contributor == .unit)
    #expect(Contract.archives.contributor == .person)
    #expect(Contract.experts.contributor == .nobody)
  }

  @Test(
    arguments: [
      ("pay", [:], ["pay_low", "pay_high", "pay_state", "pay_months"]), ("age", [:], ["pay_low", "pay_high"]),
      ("date", [:], ["pay"]), ("text", ["max": ["9"]], []), ("dropped", [:], []), ("region", [:], ["pay"]),
      ("period", [:], ["pay", "pay_start", "pay_end"]), ("codes", ["list": ["x"]], []),
    ] as [(String, [String: [String]], [String])])
  func kindsBecomeColumns(kind: String, parameters: [String: [String]], columns: [String]) throws {
    let made = try #require(FieldKinds.named(kind)).init(Parameters(parameters))
    #expect(made.columns(of: "pay") == columns)
  }
}
