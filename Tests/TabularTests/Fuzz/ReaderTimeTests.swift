import Glibc
import Tabular
import TestSupport
import Testing

/// The work on a table is in proportion to its size, whatever its quotes are like. Measured by the processor's time of the
/// thread, against that of ordinary rows of the same size.
@Suite(.serialized) struct ReaderTimeTests {
  private static let size = 2 << 20
  /// Times as long as ordinary rows take; a work in the square of the size takes thousands.
  private static let limit = 60.0

  private static func seconds(_ bytes: [UInt8]) throws -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    let dialect = (try? DialectSniffer.sniff(Array(bytes.prefix(DialectSniffer.sampleSize)))) ?? Dialect()
    let reader = ChunkReader(stream: MemoryStream(bytes), path: "", dialect: dialect)
    var splitter = FieldSplitter(dialect: dialect)
    while let chunk = try reader.next() {
      chunk.bytes.withUnsafeBufferPointer { buffer in
        for record in chunk.records {
          splitter.split(buffer, record)
          if record.shape == .doubtful { _ = splitter.misleads(buffer, record, width: splitter.fields.count) }
        }
      }
    }
    return now() - start
  }

  private static func table(_ piece: String) -> [UInt8] {
    Array(String(repeating: piece, count: size / piece.utf8.count + 1).utf8)
  }

  private static let usual: Double = {
    let row = (try? seconds(table("1,甲公司,\"焊工, 电工\",3,2026-07-01,5000-8000\n"))) ?? 1
    return max(row, 0.01)
  }()

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "甲\",\"乙\",\"丙\n", "x\",\"", "x\",\"\n", "a\",\"b\n\",\"", "\",\"\n\"", "1,\"a\n", " \"", "\" ", "a\"    \"",
      "\",\n\",", "\"\"\"\n,", "a,b\n", "1\n", ",", "\r\",\"", "\"\n\",x\n", "x\t\"\t",
    ]) func patternsTakeLinearTime(piece: String) throws
  {
    #expect(try ReaderTimeTests.seconds(ReaderTimeTests.table(piece)) < ReaderTimeTests.usual * ReaderTimeTests.limit)
  }

  /// Rows made of what has a meaning, the same over and over: where quotes are out of step they stay so.
  @Test(.timeLimit(.minutes(2)), arguments: 0..<60 as Range<UInt64>) func anyPatternTakesLinearTime(seed: UInt64) throws
  {
    var random = SeededGenerator(seed: seed)
    let pieces = ["\"", "\"", ",", "\n", "\",\"", "\",\"", "a", "职", " ", "\r", "\"\"", "\"\n"]
    let count = Int.random(in: 2...12, using: &random)
    let piece = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let bytes = Array("\"".utf8.prefix(Int(seed % 2))) + ReaderTimeTests.table(piece)
    let seconds = try ReaderTimeTests.seconds(bytes)
    #expect(seconds < ReaderTimeTests.usual * ReaderTimeTests.limit, "\(piece)")
  }

  /// Of rows of two bytes a chunk holds no more than of others: what is made of each is larger than they are.
  @Test func chunksOfShortRowsAreSmall() throws {
    let reader = ChunkReader(stream: MemoryStream(ReaderTimeTests.table("1\n")), path: "", dialect: Dialect())
    var (most, all) = (0, 0)
    while let chunk = try reader.next() {
      most = max(most, chunk.records.count)
      #expect(chunk.firstRecord == all && chunk.firstLine == all + 1)
      all += chunk.records.count
    }
    #expect(most == 1 << 15 && all == 1 << 20 | 1)
  }
}
