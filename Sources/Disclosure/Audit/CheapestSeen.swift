/// The lowest cost at which each state of a search was reached; emptied in no time, as a search begins anew very often.
struct CheapestSeen {
  private struct Slot {
    var round = 0
    var key: UInt64 = 0
    var cost = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private var round = 1
  private var count = 0

  mutating func removeAll() {
    round += 1
    count = 0
  }

  /// Whether this is the first or a cheaper way to the state.
  mutating func improves(_ key: UInt64, _ cost: Int) -> Bool {
    if 2 * count >= slots.count { grow() }
    let place = place(key)
    guard slots[place].round == round else {
      slots[place] = Slot(round: round, key: key, cost: cost)
      count += 1
      return true
    }
    guard cost < slots[place].cost else { return false }
    slots[place].cost = cost
    return true
  }

  private func place(_ key: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: key) & mask
    while slots[place].round == round && slots[place].key != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots.filter { $0.round == round }
    slots = [Slot](repeating: Slot(), count: 2 * slots.count)
    for slot in old { slots[place(slot.key)] = slot }
  }
}
