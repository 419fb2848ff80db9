import Domain
import Foundation
import Tabular
import TestSupport
import Testing

@testable import Stages

/// Whatever stands in a file, each of its rows is accounted for, and what is refused is shown as it stood.
@Suite struct AnyBytesTests {
  private static let comma = UInt8(ascii: ",")

  /// A small file that is all right: ten rows, some quoted, one over two lines.
  private static func valid(_ encoding: TextEncoding, delimiter: UInt8, newline: String, mark: Bool) -> [UInt8] {
    var lines = ["岗位编号,来源,单位名称,岗位名称,招聘人数,发布日期,工作内容"]
    for index in 0..<10 {
      let text = ["装卸", "\"装卸, 报关\"", "\"两\n行\"", "\"说\"\"是\"\"\"", ""][index % 5]
      lines.append("\(index),平台\(index % 2),单位\(index % 3),岗位\(index),\(index + 1),2026-07-0\(index % 9 + 1),\(text)")
    }
    let bytes = encoding.encoded(lines.joined(separator: newline) + newline)
    // GBK has no comma within a character.
    return (mark ? [0xEF, 0xBB, 0xBF] : []) + bytes.map { $0 == comma ? delimiter : $0 }
  }

  /// What typists, programs and disks do to a file.
  private static func mutate(_ bytes: inout [UInt8], delimiter: UInt8, _ random: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(place + Int.random(in: 0...12, using: &random), bytes.count)
    switch Int.random(in: 0..<14, using: &random) {
    case 0: bytes.insert(.doubleQuote, at: place)
    case 1: bytes.insert(contentsOf: [.doubleQuote, .doubleQuote], at: place)
    case 2: bytes.insert(delimiter, at: place)
    case 3: bytes.insert(.lineFeed, at: place)
    case 4: bytes.insert(.carriageReturn, at: place)
    case 5: bytes.insert(0, at: place)
    case 6: bytes.insert(contentsOf: [0xFF, 0xFE, 0x80].prefix(Int.random(in: 1...3, using: &random)), at: place)
    case 7: bytes.insert(contentsOf: Array(repeating: 0x39, count: Int.random(in: 1...300, using: &random)), at: place)
    case 8: bytes.removeSubrange(place..<end)
    case 9: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
    case 10: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
    case 11: bytes.insert(contentsOf: [delimiter, .doubleQuote], at: place)
    case 12: bytes.insert(contentsOf: [.doubleQuote, delimiter], at: place)
    default: bytes.insert(contentsOf: Array("\u{FFFD}=1+1\u{FEFF}".utf8), at: place)
    }
  }

  /// Start of each physical line, as the file's own newline counts them.
  private static func lineStarts(_ bytes: [UInt8], _ newline: UInt8) -> [Int] {
    [0] + bytes.indices.filter { bytes[$0] == newline }.map { $0 + 1 }
  }

  /// Reads the rejects file by what each row must be, not by the rules of CSV.
  private static func compare(_ rejects: [RejectedRow], _ list: [UInt8], _ dialect: Dialect, _ header: [UInt8]) {
    func tail(_ texts: String) -> [UInt8] { dialect.encoding.encoded(texts) }
    let delimiter = String(UnicodeScalar(dialect.delimiter))
    let newline = dialect.newline == .carriageReturn ? "\r" : "\r\n"
    let mark: [UInt8] = dialect.byteOrderMark > 0 ? [0xEF, 0xBB, 0xBF] : []
    var position = 0
    func expect(_ bytes: [UInt8], _ what: String) {
      #expect(list[min(position, list.count)...].starts(with: bytes), "\(what)")
      position += bytes.count
    }
    expect(mark + header + tail("\(delimiter)退回_行号\(delimiter)退回_规则\(delimiter)退回_原因\(newline)"), "header")
    for row in rejects {
      expect(row.original + tail("\(delimiter)\(row.line)\(delimiter)"), "line \(row.line)")
      while position < list.count, !list[position...].starts(with: newline.utf8) { position += 1 }
      position += newline.utf8.count
    }
    #expect(position == list.count)
  }

  @Test(arguments: TextEncoding.allCases, [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")])
  func everyRowIsAccountedFor(encoding: TextEncoding, delimiter: UInt8) throws {
    var (taken, refused, unquoted, rejected) = (0, 0, 0, 0)
    for seed in 0..<50 as Range<UInt64> {
      var random = SeededGenerator(seed: seed &* 977 &+ UInt64(delimiter))
      let isMac = seed % 10 == 9
      var bytes = AnyBytesTests.valid(
        encoding, delimiter: delimiter, newline: isMac ? "\r" : seed % 3 == 0 ? "\r\n" : "\n",
        mark: encoding == .utf8 && seed % 4 == 1)
      for _ in 0..<Int.random(in: 1...8, using: &random) { AnyBytesTests.mutate(&bytes, delimiter: delimiter, &random) }
      let warehouse = try LedgeredWarehouse()
      // Rows of an earlier file, so that some are unchanged.
      _ = try warehouse.take(
        AnyBytesTests.valid(encoding, delimiter: delimiter, newline: "\n", mark: false), "other")
      let file: LedgeredWarehouse.Taken
      do { file = try warehouse.take(bytes) } catch let error as PipelineError {
        // A header that is none any more; the whole file is refused, and nothing of it is there.
        #expect(error.exit == .data)
        #expect(try warehouse.integer("SELECT count(*) FROM file") == 1)
        refused += 1
        continue
      }
      taken += 1
      let (entry, conformed) = (file.entry, file.conformed)
      let dialect = conformed.dialect
      #expect(entry.accepted + entry.rejected + entry.duplicate + entry.unchanged + entry.skipped == entry.rows)
      let starts = AnyBytesTests.lineStarts(bytes, dialect.newline)
      for row in conformed.rejects {
        // By its number it is found, and it is what stood there.
        let start = starts[row.line - 1]
        let mark = start == 0 ? dialect.byteOrderMark : 0
        #expect(bytes[(start + mark)...].starts(with: row.original), "seed \(seed) line \(row.line)")
      }
      let skipped = conformed.findings.filter { $0.problem.severity == .skip }.map(\.line)
      let lines = (conformed.batches.flatMap(\.lines) + conformed.rejects.map(\.line) + skipped).sorted()
      // Of blank rows there are no findings.
      let blank = conformed.batches.reduce(0) { $0 + $1.skipped } - skipped.count
      #expect(Set(lines).count == lines.count && lines.count + blank == entry.rows)
      if !bytes.contains(.doubleQuote) {
        // Without quotes a row is a line that is not blank.
        let ends = starts.dropFirst() + [bytes.count + 1]
        let wanted = zip(starts, ends).enumerated().filter { _, range in
          bytes[range.0..<range.1 - 1].contains { $0 != .carriageReturn && $0 != .lineFeed }
        }.map { $0.offset + 1 }
        let rows = wanted.filter { $0 != conformed.header.line }
        #expect(lines.count + blank == rows.count && Set(lines).isSubset(of: rows), "seed \(seed)")
        unquoted += 1
      }
      if !conformed.rejects.isEmpty {
        rejected += conformed.rejects.count
        let list = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file.rejects)))
        AnyBytesTests.compare(conformed.rejects, list, dialect, conformed.headerLine)
      }
      let found = try warehouse.check().found
      #expect(found.shown == [], "seed \(seed)")
    }
    // The test has seen what it is meant to see.
    #expect(taken > 25 && rejected > 40, "\(taken) \(refused) \(unquoted) \(rejected)")
  }
}
