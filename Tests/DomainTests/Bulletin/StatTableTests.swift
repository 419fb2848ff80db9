import Domain
import Testing

@Suite struct StatTableTests {
  @Test func cellIsFoundByRowAndMeasure() {
    let plain = Label(zh: "", en: "")
    let table = StatTable(
      id: "T1", title: plain, measures: ["demand", "ratio"].map { Measure(id: $0, label: plain, unit: plain) },
      rows: [StatRow(key: "valid", label: plain, role: .item, cells: [.number(3, decimals: 0), .unavailable])])
    #expect(table.cell("valid", "ratio") == .unavailable)
    #expect(table.cell("valid", "demand") == .number(3, decimals: 0))
    #expect(table.cell("new", "ratio") == nil)
    #expect(table.cell("valid", "seekers") == nil)
  }
}
