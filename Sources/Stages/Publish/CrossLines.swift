import Foundation
import Warehouse

/// The lines of a cross table, a cell each. A table has a million, so that everything a line repeats is made once and a
/// line is put together in flat memory.
struct CrossLines: Sendable {
  /// What the values of all axes print, each with the comma before it, one behind the other.
  private let bytes: [UInt8]
  /// Where each value starts, and where the last one ends.
  private let bounds: [Int]
  /// Of each axis: the place of its first value in `bounds`, and how many it has.
  private let axes: [(first: Int, count: Int)]
  /// Bytes of the longest line, but for the month.
  private let longest: Int
  /// Digits and sign of the longest number.
  private static let longestNumber = 20

  /// - Parameter cells: what each axis prints of its numbers; numbers behind them are whole numbers plus one.
  init(_ cells: [[String]]) {
    var (bytes, bounds): ([UInt8], [Int]) = ([], [0])
    var axes: [(first: Int, count: Int)] = []
    for texts in cells {
      axes.append((bounds.count - 1, texts.count))
      for text in texts {
        bytes.append(.comma)
        bytes += text.utf8
        bounds.append(bytes.count)
      }
    }
    (self.bytes, self.bounds, self.axes) = (bytes, bounds, axes)
    longest =
      cells.reduce(0) { $0 + 1 + max($1.map(\.utf8.count).max() ?? 0, CrossLines.longestNumber) }
      + 3 * (1 + CrossLines.longestNumber) + 2
  }

  /// The lines of a month.
  ///
  /// - Parameters:
  ///   - stamp: the month as it is printed.
  ///   - data: its cells as they are stored.
  func text(_ stamp: [UInt8], _ data: [UInt8]) -> [UInt8] {
    var cells = 0
    CrossStore.each(of: data) { _, _ in cells += 1 }
    guard cells > 0 else { return [] }
    // What is not written to costs nothing: the system gives memory when it is touched.
    return [UInt8](unsafeUninitializedCapacity: cells * (stamp.count + longest)) { room, count in
      var line = LineWriter(room)
      bytes.withUnsafeBufferPointer { bytes in
        bounds.withUnsafeBufferPointer { bounds in
          axes.withUnsafeBufferPointer { axes in
            CrossStore.each(of: data) { key, sums in
              stamp.withUnsafeBufferPointer { line.put($0) }
              for index in axes.indices {
                let number = Int(key >> UInt64(16 * (axes.count - 1 - index)) & 0xFFFF)
                let axis = axes[index]
                if number < axis.count {
                  let place = axis.first + number
                  line.put(UnsafeBufferPointer(rebasing: bytes[bounds[place]..<bounds[place + 1]]))
                } else {
                  line.put(.comma)
                  line.put(number: number == 0 ? nil : number - 1)
                }
              }
              line.put(sums)
            }
          }
        }
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

  /// Postings, openings and mean pay of a cell, and the end of its line.
  @inline(__always)
  mutating func put(_ sums: CellTable.Sums) {
    put(.comma)
    put(number: sums.0)
    put(.comma)
    put(number: sums.1)
    put(.comma)
    // The stored sum is of twice the middle of the limits.
    put(number: sums.3 > 0 ? (sums.2 + sums.3) / (2 * sums.3) : nil)
    put(0x0D)
    put(0x0A)
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
