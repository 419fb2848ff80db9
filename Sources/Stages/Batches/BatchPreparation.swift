import Domain
import Tabular
import Warehouse

/// What the loader wants of each row beyond its values, and the packed texts of all.
public struct PreparedRows: Sendable {
  /// Hash of the title as `FactBuilder` compares titles, a row; empty where the contract has none.
  var titles: [UInt64] = []
  /// Hash of what names the employer: its credit code, without one its name, a row; empty where the contract has none.
  var employers: [UInt64] = []
  /// Which of `unitRows` a row has its reporting unit from: a batch has few units, and the thread that writes need not
  /// read their texts. Empty where the contract has none.
  var units: [Int32] = []
  /// The first row of each unit.
  var unitRows: [Int32] = []
  /// Blocks of `TextBlock.limit` rows, in order.
  var blocks: [TextBlock] = []
}

/// Prepares the rows of a batch for the loader, on the threads that decode: the one thread that writes is what a load
/// waits for. One for each thread.
public final class BatchPreparation {
  private let layout: FactLayout
  private let unitText: Int?
  private let titleText: Int?
  private let nameText: Int?
  private let codeText: Int?
  private var units = ByteTable()
  private var scratch: [UInt8] = []

  public init(_ contract: Contract) {
    layout = FactLayout(contract)
    unitText = contract.unitText
    titleText = contract.roles.title.flatMap { contract.textSlots[$0] }
    nameText = contract.employer.flatMap { contract.textSlots[$0.name] }
    codeText = contract.employer?.code.flatMap { contract.textSlots[$0] }
  }

  public func prepare(_ batch: ConformedBatch) -> PreparedRows {
    var prepared = PreparedRows()
    batch.withView { view in
      if let unitText { findUnits(view, unitText, rows: batch.rows, &prepared) }
      if let titleText {
        prepared.titles = (0..<batch.rows).map { hash(title: view.text($0, titleText)) }
      }
      if let nameText {
        prepared.employers = (0..<batch.rows).map { row in
          let code = codeText.map { view.text(row, $0) }
          return ByteHash.hash(code.flatMap { $0.isEmpty ? nil : $0 } ?? view.text(row, nameText))
        }
      }
      prepared.blocks = blocks(view, places: Array(0..<Int32(batch.rows)))
    }
    return prepared
  }

  private func findUnits(_ view: BatchView, _ slot: Int, rows: Int, _ prepared: inout PreparedRows) {
    units.removeAll()
    prepared.units.reserveCapacity(rows)
    for row in 0..<rows {
      let (index, isNew) = units.insert(view.text(row, slot))
      if isNew { prepared.unitRows.append(Int32(row)) }
      prepared.units.append(Int32(index))
    }
  }

  /// The texts of the rows at `places`, packed.
  func blocks(_ view: BatchView, places: [Int32]) -> [TextBlock] {
    let source = TextBlock.Source(text: view.text, ends: view.textEnds, width: view.textWidth)
    return stride(from: 0, to: places.count, by: TextBlock.limit).map { start in
      places.withUnsafeBufferPointer { places in
        let own = UnsafeBufferPointer(rebasing: places[start..<min(start + TextBlock.limit, places.count)])
        return TextBlock(source, places: own, slots: layout.textSlots, scratch: &scratch)
      }
    }
  }

  /// Without spaces, ASCII in lower case.
  private func hash(title text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    // Most titles are Chinese throughout. Counted rather than looked for, so that the compiler makes vectors of it.
    var others = 0
    for byte in text { others &+= (byte == 0x20 ? 1 : 0) &+ (byte &- 0x41 <= 25 ? 1 : 0) }
    guard others > 0 else { return ByteHash.hash(text) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { title in
      var count = 0
      for byte in text where byte != 0x20 {
        title[count] = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
        count += 1
      }
      return ByteHash.hash(UnsafeBufferPointer(rebasing: title[..<count]))
    }
  }
}
