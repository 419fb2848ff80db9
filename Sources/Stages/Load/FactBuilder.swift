import Domain
import Tabular
import Warehouse

/// Fills the derived columns of fact rows; the places of all columns are looked up once, not once a row.
struct FactBuilder {
  private let file: Int
  private let life: Int
  private let firstOwn: Int
  private let mainDate: Int
  /// Slots of the days that may end a row's validity.
  private let ends: [Int]
  private let region: Int?
  private let unitPlace: Int?
  private let employerPlace: Int?
  private let endsPlace: Int?
  private let groupPlace: Int?
  private let copyPlace: Int?
  private let repostPlace: Int?
  private let unitText: Int?
  private let nameText: Int?
  private let codeText: Int?
  private let repostText: Int?

  /// - Parameters:
  ///   - file: id of the file in the ledger.
  ///   - life: days a row is valid where nothing ends it before.
  init(_ layout: FactLayout, file: Int, life: Int) {
    let contract = layout.contract
    self.file = file
    self.life = life
    firstOwn = layout.firstOwn
    mainDate = contract.slot(contract.mainDate)
    ends = contract.roles.ends.compactMap { contract.integerSlots[$0] }
    region = contract.roles.region.flatMap { contract.integerSlots[$0] }
    unitPlace = layout.place("unit")
    employerPlace = layout.place("employer")
    endsPlace = layout.place("ends_on")
    groupPlace = layout.place("copy_group")
    copyPlace = layout.place("is_copy")
    repostPlace = layout.place("is_repost")
    unitText = contract.unitText
    nameText = contract.employer.flatMap { contract.textSlots[$0.name] }
    codeText = contract.employer?.code.flatMap { contract.textSlots[$0] }
    repostText = contract.roles.copies.flatMap { contract.textSlots[$0] }
  }

  /// Fills the `firstOwn` columns at `derived` for a row that becomes version `id`.
  func fill(
    _ derived: UnsafeMutablePointer<Int>, id: Int, from batch: BatchView, _ prepared: PreparedRows, row: Int,
    units: inout UnitNumbers, employers: inout DictionaryTable
  ) {
    derived.update(repeating: RowValues.missing, count: firstOwn)
    derived[FactRow.id] = id
    derived[FactRow.key] = FactBuilder.number(batch.keys[row])
    derived[FactRow.keyCheck] = FactBuilder.number(batch.keyChecks[row])
    derived[FactRow.content] = FactBuilder.number(batch.contents[row])
    derived[FactRow.file] = file
    derived[FactRow.line] = batch.lines[row]
    if let unitPlace, let unitText { derived[unitPlace] = units.id(batch, prepared, row, slot: unitText) }
    if let employerPlace { derived[employerPlace] = employer(batch, prepared, row, &employers) }
    if let endsPlace { derived[endsPlace] = lastDay(batch.own(row)) }
    if let groupPlace, let copyPlace, let repostPlace, let employerPlace, let region, let repostText {
      derived[copyPlace] = 0
      derived[repostPlace] = batch.text(row, repostText).isEmpty ? 0 : 1
      // Same employer, title and region.
      derived[groupPlace] = FactBuilder.number(
        ByteHash.combine(ByteHash.combine(prepared.titles[row], derived[employerPlace]), batch.own(row)[region]))
    }
  }

  /// A hash as SQLite's signed integers hold it; never 0, which stands for a hash that no longer counts.
  static func number(_ hash: UInt64) -> Int { max(Int(hash >> 1), 1) }

  /// The hash of a business key as segments and directories hold it, from the number in the row.
  @inline(__always)
  static func directoryHash(_ key: Int) -> UInt64 { UInt64(key) << 1 }

  /// The earliest of the days that end it, else the end of its life.
  private func lastDay(_ own: UnsafePointer<Int>) -> Int {
    var day = Int.max
    for slot in ends where own[slot] != RowValues.missing { day = min(day, own[slot]) }
    return day == Int.max ? own[mainDate] + life : day
  }

  /// The credit code names an employer; without one, the name.
  private func employer(
    _ batch: BatchView, _ prepared: PreparedRows, _ row: Int, _ employers: inout DictionaryTable
  ) -> Int {
    guard let nameText else { return RowValues.missing }
    let name = batch.text(row, nameText)
    let code = codeText.map { batch.text(row, $0) } ?? UnsafeBufferPointer(start: nil, count: 0)
    if code.isEmpty, name.isEmpty { return RowValues.missing }
    return employers.id(of: code.isEmpty ? name : code, hash: prepared.employers[row], label: name)
  }
}
