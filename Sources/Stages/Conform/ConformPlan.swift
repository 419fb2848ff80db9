import Domain
import Tabular

/// All that the workers need to turn one file's records into rows; immutable and shared.
struct ConformPlan: Sendable {
  let contract: Contract
  let dialect: Dialect
  let header: HeaderMap
  let fields: [FieldPlan]
  let context: RowContext
  let decoder: ValueDecoder
  let mainSlot: Int
  let updatedSlot: Int?
  private let missing: [[UInt8]]
  private let longestMissing: Int
  private let homeRegion: Int?
  private let derivedKey: [KeyPart]
  private let placeSlot: Int?
  private let originSlot: Int?
  private let fieldColumns: [String: Int]

  /// A part of a business key: a text field or an integer column.
  private enum KeyPart {
    case text(Int)
    case integer(Int)
  }

  init(
    source: SourceSpec, header: HeaderMap, dialect: Dialect, context: RowContext, decoder: ValueDecoder
  ) {
    let contract = source.contract
    self.contract = contract
    self.dialect = dialect
    self.header = header
    self.context = context
    self.decoder = decoder
    fields = contract.fields.map { FieldPlan($0, contract: contract, source: source, header: header) }
    missing = source.missing.map { Array($0.utf8) }
    longestMissing = missing.map(\.count).max() ?? 0
    mainSlot = contract.slot(contract.mainDate)
    updatedSlot = contract.integerSlots["updated_at"]
    homeRegion = source.homeRegion.flatMap(CodeNumber.number)
    placeSlot = contract.integerSlots["region"]
    originSlot = contract.integerSlots["home_region"]
    fieldColumns = header.columns
    // A derived key stands for the number alone: the platform stays a part of the key.
    derivedKey = (source.key.isEmpty ? contract.key : contract.key.dropLast() + source.key).compactMap { name in
      if let slot = contract.textSlots[name] { return .text(slot) }
      return contract.integerSlots[name].map(KeyPart.integer)
        ?? contract.integerSlots["\(name)_low"].map(KeyPart.integer)
    }
  }

  /// Column of a field in the file, from 0; -1 where it has none.
  func column(of field: String) -> Int { fieldColumns[field] ?? -1 }

  func isMissing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.isEmpty || (bytes.count <= longestMissing && missing.contains { $0.elementsEqual(bytes) })
  }

  func holdsReplacement(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.contains(0xEF) else { return false }
    return bytes.indices.dropLast(2).contains {
      bytes[$0] == 0xEF && bytes[$0 + 1] == 0xBF && bytes[$0 + 2] == 0xBD
    }
  }

  /// A row without a place of its own lies where its person comes from, else at the source's home.
  func fillPlace(_ row: inout RowValues) {
    guard let slot = placeSlot, row[slot] == nil else { return }
    row[slot] = originSlot.flatMap { row[$0] } ?? homeRegion
  }

  /// Hashes of the business key.
  func key(_ row: RowValues, _ text: [UInt8], _ ends: [Int]) -> (UInt64, UInt64) {
    var key: UInt64 = 0
    var check: UInt64 = 1
    text.withUnsafeBufferPointer { bytes in
      for part in derivedKey {
        switch part {
        case .text(let slot):
          let field = UnsafeBufferPointer(rebasing: bytes[(slot == 0 ? 0 : ends[slot - 1])..<ends[slot]])
          key = ByteHash.hash(field, seed: key)
          check = ByteHash.hash(field, seed: check)
        case .integer(let slot):
          key = ByteHash.combine(key, row.integers[slot])
          check = ByteHash.combine(check, row.integers[slot])
        }
      }
    }
    return (key, check)
  }
}
