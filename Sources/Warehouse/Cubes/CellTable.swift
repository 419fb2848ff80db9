import Tabular

/// Sums by a key of two words: open addressing, flat memory, about 10 ns an addition where a dictionary takes 60.
///
/// Additions wait for their cell's memory in a short queue, since a table of a million cells does not fit the cache.
public struct CellTable: ~Copyable {
  /// What one cell adds up; what each word counts is the caller's.
  public typealias Sums = (Int, Int, Int, Int)

  private struct Slot {
    var high: UInt64
    var low: UInt64
    var sums: Sums

    var isFilled: Bool { high != CellTable.free && sums != (0, 0, 0, 0) }
  }

  private var slots: UnsafeMutableBufferPointer<Slot>
  private var mask: Int
  private var settled = 0
  /// The additions that wait, a ring: `waiting` of them, the oldest at `oldest`.
  private let queue: UnsafeMutablePointer<Slot>
  private var oldest = 0
  private var waiting = 0
  private static let room = 16

  /// Cells held, or a few more: additions that wait may be to cells that are there.
  public var count: Int { settled + waiting }

  /// No key has this first word.
  private static let free = UInt64.max

  public init() {
    slots = CellTable.empty(1024)
    mask = 1023
    queue = .allocate(capacity: CellTable.room)
  }

  deinit {
    slots.deallocate()
    queue.deallocate()
  }

  /// Adds `sums` to the cell of (`high`, `low`); `high` is not `UInt64.max`.
  @inline(__always)
  public mutating func add(_ high: UInt64, _ low: UInt64, _ sums: Sums) {
    if waiting == CellTable.room { settleOldest() }
    // A slot may lie across two lines of the cache.
    let place = slots.baseAddress! + home(high, low)
    Prefetch.fetch(place)
    Prefetch.fetch(UnsafeRawPointer(place) + MemoryLayout<Slot>.size - 1)
    queue[(oldest + waiting) & (CellTable.room - 1)] = Slot(high: high, low: low, sums: sums)
    waiting += 1
  }

  private mutating func settleOldest() {
    let next = queue[oldest]
    oldest = (oldest + 1) & (CellTable.room - 1)
    waiting -= 1
    settle(next.high, next.low, next.sums)
  }

  @inline(__always)
  private mutating func settle(_ high: UInt64, _ low: UInt64, _ sums: Sums) {
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

  /// One cell of a `Bucket`.
  public typealias Cell = (low: UInt64, sums: Sums)

  /// The cells of one first word, in any order.
  public struct Bucket: Sendable {
    public let high: UInt64
    public internal(set) var cells: [Cell]
  }

  /// All cells with a sum that is not 0, by their first word, in its order.
  public mutating func buckets() -> [Bucket] {
    while waiting > 0 { settleOldest() }
    var sizes: [UInt64: Int] = [:]
    for slot in slots where slot.isFilled { sizes[slot.high, default: 0] += 1 }
    var buckets = sizes.keys.sorted().map { Bucket(high: $0, cells: []) }
    for index in buckets.indices { buckets[index].cells.reserveCapacity(sizes[buckets[index].high] ?? 0) }
    let places = Dictionary(uniqueKeysWithValues: buckets.enumerated().map { ($0.element.high, $0.offset) })
    for slot in slots where slot.isFilled {
      if let place = places[slot.high] { buckets[place].cells.append((slot.low, slot.sums)) }
    }
    return buckets
  }

  /// All cells with a sum that is not 0, in key order.
  public mutating func sorted() -> [(high: UInt64, low: UInt64, sums: Sums)] {
    while waiting > 0 { settleOldest() }
    var cells: [(high: UInt64, low: UInt64, sums: Sums)] = []
    cells.reserveCapacity(settled)
    for slot in slots where slot.isFilled {
      cells.append((slot.high, slot.low, slot.sums))
    }
    cells.sort { $0.high != $1.high ? $0.high < $1.high : $0.low < $1.low }
    return cells
  }

  public mutating func removeAll() { self = CellTable() }

  @inline(__always)
  private func home(_ high: UInt64, _ low: UInt64) -> Int {
    let product = (high ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: low &* 0x8EBC_6AF0_9C88_C6E3 | 1)
    return Int(truncatingIfNeeded: ((product.high ^ product.low) &* 0xD6E8_FEB8_6659_FD93) >> 20) & mask
  }

  @inline(__always)
  private func place(_ high: UInt64, _ low: UInt64) -> Int {
    var place = home(high, low)
    while slots[place].high != CellTable.free, slots[place].high != high || slots[place].low != low {
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func insert(_ high: UInt64, _ low: UInt64, _ sums: Sums) {
    if (settled + 1) * 3 > slots.count * 2 {
      let old = slots
      slots = CellTable.empty(old.count * 2)
      mask = slots.count - 1
      for slot in old where slot.high != CellTable.free { slots[place(slot.high, slot.low)] = slot }
      old.deallocate()
    }
    slots[place(high, low)] = Slot(high: high, low: low, sums: sums)
    settled += 1
  }

  private static func empty(_ size: Int) -> UnsafeMutableBufferPointer<Slot> {
    let slots = LargeMemory.allocate(size, of: Slot.self)
    slots.initialize(repeating: Slot(high: free, low: 0, sums: (0, 0, 0, 0)))
    return slots
  }
}
