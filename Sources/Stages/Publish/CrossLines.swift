import Foundation
import Warehouse

/// The lines of a cross table, a cell each. A table has a million, so that everything a line repeats is made once and a
/// line is put together in flat memory.
struct CrossLines: Sendable {
  /// What the values of one axis print, each with the comma before it, one behind the other.
  private struct Axis: Sendable {
    var bytes: [UInt8] = []
    /// Where each value ends.
    var ends: [Int] = []
    var longest = 0
  }

  private let axes: [Axis]
  /// Bytes of the longest line, but for the month.
  private let longest: Int
  /// Digits and sign of the longest number.
  private static let longestNumber = 20

  /// - Parameter cells: what each axis prints of its numbers; numbers behind them are whole numbers plus one.
  init(_ cells: [[String]]) {
    axes = cells.map { texts in
      var axis = Axis()
      for text in texts {
        axis.bytes.append(.comma)
        axis.bytes += text.utf8
        axis.ends.append(axis.bytes.count)
        axis.longest = max(axis.longest, text.utf8.count)
      }
      return axis
    }
    longest =
      axes.reduce(0) { $0 + 1 + max($1.longest, CrossLines.longestNumber) } + 3 * (1 + CrossLines.longestNumber) + 2
  }

  /// The lines of a month.
  ///
  /// - Parameters:
  ///   - stamp: the month as it is printed.
  ///   - data: its cells as they are stored.
  func text(_ stamp: [UInt8], _ data: Data) -> [UInt8] {
    var cells = 0
    CrossStore.each(of: data) { _, _ in cells += 1 }
    guard cells > 0 else { return [] }
    // What is not written to costs nothing: the system gives memory when it is touched.
    return [UInt8](unsafeUninitializedCapacity: cells * (stamp.count + longest)) { room, count in
      var line = LineWriter(room)
      CrossStore.each(of: data) { key, sums in
        stamp.withUnsafeBufferPointer { line.put($0) }
        for index in axes.indices {
          let number = Int(key >> UInt64(16 * (axes.count - 1 - index)) & 0xFFFF)
          axes[index].ends.withUnsafeBufferPointer { ends in
            if number < ends.count {
              let start = number == 0 ? 0 : ends[number - 1]
              axes[index].bytes.withUnsafeBufferPointer {
                line.put(UnsafeBufferPointer(rebasing: $0[start..<ends[number]]))
              }
            } else {
              line.put(.comma)
              line.put(number: number == 0 ? nil : number - 1)
            }
          }
        }
        line.put(.comma)
        line.put(number: sums.0)
        line.put(.comma)
        line.put(number: sums.1)
        line.put(.comma)
        // The stored sum is of twice the middle of the limits.
        line.put(number: sums.3 > 0 ? (sums.2 + sums.3) / (2 * sums.3) : nil)
        line.put(0x0D)
        line.put(0x0A)
      }
      count = line.count
    }
  }
}

/// Writes into memory that is known to be large enough.
private struct LineWriter {
  private let room: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ room: UnsafeMutableBufferPointer<UInt8>) { self.room = room }

  @inline(__always)
  mutating func put(_ byte: UInt8) {
    room[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    _ = UnsafeMutableBufferPointer(rebasing: room[count...]).update(fromContentsOf: bytes)
    count += bytes.count
  }

  /// A whole number; nothing where there is none.
  @inline(__always)
  mutating func put(number: Int?) {
    guard let value = number else { return }
    if value < 0 { put(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = count
    repeat {
      let quotient = rest / 10
      put(0x30 + UInt8(truncatingIfNeeded: rest - quotient * 10))
      rest = quotient
    } while rest > 0
    room[start..<count].reverse()
  }
}
