import Domain
import Tabular
import Warehouse

/// Makes fact rows of conformed rows; the places of all columns are looked up once, not once a row.
struct FactBuilder {
  private let file: Int
  private let life: Int
  private let width: Int
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
  private let unitText: Int?
  private let nameText: Int?
  private let codeText: Int?
  private let titleText: Int?

  /// - Parameters:
  ///   - file: id of the file in the ledger.
  ///   - life: days a row is valid where nothing ends it before.
  init(_ layout: FactLayout, file: Int, life: Int) {
    let contract = layout.contract
    self.file = file
    self.life = life
    width = contract.integerColumns.count
    firstOwn = layout.firstOwn
    mainDate = contract.slot(contract.mainDate)
    ends = ["closed_on", "valid_until"].compactMap { contract.integerSlots[$0] }
    region = contract.integerSlots["region"]
    unitPlace = layout.place("unit")
    employerPlace = layout.place("employer")
    endsPlace = layout.place("ends_on")
    groupPlace = layout.place("copy_group")
    copyPlace = layout.place("is_copy")
    unitText = contract.fields.first { $0.kind == .unit }.flatMap { contract.textSlots[$0.name] }
    nameText = contract.textSlots["employer_name"]
    codeText = contract.textSlots["employer_uscc"]
    titleText = contract.textSlots["title"]
  }

  func fact(
    _ batch: ConformedBatch, _ row: Int, _ units: inout DictionaryTable, _ employers: inout DictionaryTable
  ) -> FactRow {
    let own = row * width
    var values: [Int] = []
    values.reserveCapacity(firstOwn + width)
    values += [
      Int(batch.keys[row] >> 1), Int(batch.keyChecks[row] >> 1), Int(batch.contents[row] >> 1), file,
      batch.lines[row], 0,
    ]
    values += repeatElement(RowValues.missing, count: firstOwn - values.count)
    values += batch.integers[own..<(own + width)]
    let texts = RowTexts(batch: batch, row: row)
    if let unitPlace, let unitText { values[unitPlace] = texts.withText(unitText) { units.id(of: $0, name: $0) } }
    if let employerPlace { values[employerPlace] = employer(texts, &employers) }
    if let endsPlace { values[endsPlace] = lastDay(batch, own) }
    if let groupPlace, let copyPlace, let employerPlace, let region {
      values[copyPlace] = 0
      values[groupPlace] = copyGroup(texts, employer: values[employerPlace], region: batch.integers[own + region])
    }
    return FactRow(values: values)
  }

  /// The earliest of the days that end it, else the end of its life.
  private func lastDay(_ batch: ConformedBatch, _ own: Int) -> Int {
    var day = Int.max
    for slot in ends where batch.integers[own + slot] != RowValues.missing {
      day = min(day, batch.integers[own + slot])
    }
    return day == Int.max ? batch.integers[own + mainDate] + life : day
  }

  /// The credit code names an employer; without one, the name.
  private func employer(_ texts: RowTexts, _ employers: inout DictionaryTable) -> Int {
    guard let nameText, let codeText else { return RowValues.missing }
    return texts.withText(nameText) { name in
      texts.withText(codeText) { code in
        if !code.isEmpty { return employers.id(of: code, name: name) }
        return name.isEmpty ? RowValues.missing : employers.id(of: name, name: name)
      }
    }
  }

  /// Same employer, title (without spaces, ASCII in lower case) and region.
  private func copyGroup(_ texts: RowTexts, employer: Int, region: Int) -> Int {
    guard let titleText else { return RowValues.missing }
    let hash = texts.withText(titleText) { bytes in
      let title = bytes.filter { $0 != 0x20 }.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
      return title.withUnsafeBufferPointer { ByteHash.hash($0) }
    }
    return Int(ByteHash.combine(ByteHash.combine(hash, employer), region) >> 1)
  }
}
